import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";

/** A list as its page is called: `suggestions`, `deputy-groups`. */
const List = z.object({ list: z.string().regex(/^[a-z][a-z-]{0,39}$/) });
const One = List.extend({ id: z.uuid() });

const columns = z
  .array(z.string().regex(/^[A-Za-z]{1,40}$/))
  .min(1)
  .max(40)
  .refine((names) => new Set(names).size === names.length, { message: "column_twice" });

const FilterBody = z.strictObject({
  name: z.string().trim().min(1).max(40),
  /** What the address says behind its question mark. */
  query: z.string().max(1000),
  /** The list opens with it. */
  isDefault: z.boolean().default(false),
});

export const SavedFilter = z
  .object({ id: z.uuid(), name: z.string(), query: z.string(), isDefault: z.boolean() })
  .meta({ id: "SavedFilter" });

export const ListSettings = z
  .object({
    /** The columns I want, in my order; null for the usual ones. */
    columns: z.array(z.string()).nullable(),
    filters: z.array(SavedFilter),
  })
  .meta({ id: "ListSettings" });

const mine = { tag: "preferences", access: "signed-in" } as const;

const Tour = z.strictObject({
  /** He has been offered the first-steps tour. */
  seen: z.boolean(),
});

export const preferenceContracts = {
  tour: contract({
    ...mine,
    method: "get",
    path: "/api/me/tour",
    name: "get_tour",
    summary: "Have I been offered the first-steps tour?",
    output: Tour,
    status: 200,
  }),
  setTour: contract({
    ...mine,
    method: "put",
    path: "/api/me/tour",
    name: "set_tour",
    summary: "Keep that I have been offered the first-steps tour, or ask me again",
    body: Tour,
    output: Tour,
    status: 200,
  }),
  get: contract({
    ...mine,
    method: "get",
    path: "/api/me/lists/{list}",
    name: "get_list_settings",
    summary: "How I want to see a list: its columns and my own filters",
    params: List,
    output: ListSettings,
    status: 200,
  }),
  setColumns: contract({
    ...mine,
    method: "put",
    path: "/api/me/lists/{list}/columns",
    name: "set_list_columns",
    summary: "Choose the columns of a list and their order; null goes back to the usual ones",
    params: List,
    body: z.strictObject({ columns: columns.nullable() }),
    output: ListSettings,
    status: 200,
  }),
  save: contract({
    ...mine,
    method: "post",
    path: "/api/me/lists/{list}/filters",
    name: "save_list_filter",
    summary: "Keep a filter of a list under a name",
    params: List,
    body: FilterBody,
    output: SavedFilter,
    status: 201,
  }),
  change: contract({
    ...mine,
    method: "put",
    path: "/api/me/lists/{list}/filters/{id}",
    name: "change_list_filter",
    summary: "Rename a filter of mine, or let the list open with it",
    params: One,
    body: FilterBody,
    output: SavedFilter,
    status: 200,
  }),
  remove: contract({
    ...mine,
    method: "delete",
    path: "/api/me/lists/{list}/filters/{id}",
    name: "remove_list_filter",
    summary: "Remove a filter of mine",
    params: One,
    status: 204,
  }),
};
