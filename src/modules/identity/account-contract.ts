import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { congressLevels, mandateStates, organisationKinds, roleNames } from "./terms.ts";

const Id = z.object({ id: z.uuid() });
const name = z.string().trim().min(1).max(100);
/** Mainland mobile or fixed line, digits and dashes. */
const phone = z.string().regex(/^[0-9-]{5,20}$/);

/** Long rather than intricate: twelve characters or more, or ten of three kinds. */
const password = z
  .string()
  .min(10)
  .max(200)
  .refine((text) => text.length >= 12 || [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(text)).length >= 3, {
    message: "password_weak",
  });
const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{3,40}$/);

export const AccountView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    userName: z.string(),
    phone: z.string().nullable(),
    totp: z.boolean(),
    disabled: z.boolean(),
    lockedUntil: z.string().nullable(),
    lastSignIn: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "Account" });

export const Me = z
  .object({
    account: z.uuid(),
    person: z.uuid(),
    name: z.string(),
    district: z.string(),
    districtName: z.string(),
    roles: z.array(
      z.object({
        name: z.enum(roleNames),
        organisationId: z.uuid(),
        organisationName: z.string(),
        organisationKind: z.enum(organisationKinds),
      }),
    ),
    mandates: z.array(
      z.object({
        id: z.uuid(),
        congressId: z.uuid(),
        congressName: z.string(),
        level: z.enum(congressLevels),
        status: z.enum(mandateStates),
      }),
    ),
    duties: z.array(z.string()),
    totp: z.boolean(),
    mustChangePassword: z.boolean(),
    today: z.string(),
    demo: z.boolean(),
  })
  .meta({ id: "Me" });

export const SessionView = z
  .object({ id: z.uuid(), startedAt: z.string(), seenAt: z.string(), address: z.string(), device: z.string(), current: z.boolean() })
  .meta({ id: "Session" });

const own = { tag: "session", access: "signed-in" } as const;
const accounts = { tag: "accounts", access: "duty:accounts.keep" } as const;

export const accountContracts = {
  signIn: contract({
    tag: "session",
    access: "public",
    method: "post",
    path: "/api/sessions",
    name: "sign_in",
    summary: "Sign in",
    body: z
      .object({ name: z.string().trim().min(1).max(100), password: z.string().min(1).max(200), code: z.string().max(10).optional() })
      .strict(),
    output: z.object({ signedIn: z.literal(true) }),
    status: 201,
    transaction: "own",
  }),
  signOut: contract({ ...own, method: "delete", path: "/api/sessions/current", name: "sign_out", summary: "Sign out", status: 204 }),
  sessions: contract({
    ...own,
    method: "get",
    path: "/api/sessions",
    name: "list_session",
    summary: "My open sessions",
    output: z.object({ items: z.array(SessionView) }),
    status: 200,
  }),
  revoke: contract({
    ...own,
    method: "delete",
    path: "/api/sessions/{id}",
    name: "revoke_session",
    summary: "End one of my sessions",
    params: Id,
    status: 204,
  }),
  me: contract({ ...own, method: "get", path: "/api/me", name: "me", summary: "Who I am and what I may do", output: Me, status: 200 }),
  changePassword: contract({
    ...own,
    method: "put",
    path: "/api/me/password",
    name: "change_password",
    summary: "Change my password; other sessions end",
    body: z.object({ current: z.string().max(200), password }).strict(),
    status: 204,
    transaction: "own",
  }),
  proposeTotp: contract({
    ...own,
    method: "post",
    path: "/api/me/totp-proposals",
    name: "propose_totp",
    summary: "A new secret for an authenticator app",
    output: z.object({ secret: z.string(), address: z.string() }),
    status: 201,
  }),
  setTotp: contract({
    ...own,
    method: "put",
    path: "/api/me/totp",
    name: "set_totp",
    summary: "Ask for a code at each sign-in",
    body: z.object({ secret: z.string().regex(/^[A-Z2-7]{32}$/), code: z.string().max(10) }).strict(),
    status: 204,
  }),
  dropTotp: contract({
    ...own,
    method: "post",
    path: "/api/me/totp-removals",
    name: "drop_totp",
    summary: "Ask for no code any more, once a last code shows that it is me",
    body: z.object({ code: z.string().max(10) }).strict(),
    status: 204,
  }),
  list: contract({
    ...accounts,
    method: "get",
    path: "/api/accounts",
    name: "list_account",
    summary: "Accounts",
    query: Paging.extend({ search: z.string().max(100).optional() }),
    output: pageOf(AccountView),
    status: 200,
  }),
  add: contract({
    ...accounts,
    method: "post",
    path: "/api/accounts",
    name: "add_account",
    summary: "Make an account for a person; its first password is shown once",
    body: z.object({ personId: z.uuid(), userName, phone: phone.nullable().default(null) }).strict(),
    output: AccountView.extend({ firstPassword: z.string() }).meta({ id: "NewAccount" }),
    status: 201,
    transaction: "own",
  }),
  reset: contract({
    ...accounts,
    method: "post",
    path: "/api/accounts/{id}/password-resets",
    name: "reset_password",
    summary: "Give a new first password, shown once; sessions end",
    params: Id,
    output: z.object({ firstPassword: z.string() }),
    status: 201,
    transaction: "own",
  }),
  removeTotp: contract({
    ...accounts,
    method: "post",
    path: "/api/accounts/{id}/totp-removals",
    name: "remove_totp",
    summary: "Ask an account for no code any more, because its phone is lost; sessions end",
    params: Id,
    output: AccountView,
    status: 201,
  }),
  setDisabled: contract({
    ...accounts,
    method: "put",
    path: "/api/accounts/{id}/disabled",
    name: "set_account_disabled",
    summary: "Disable or enable an account",
    params: Id,
    body: z.object({ disabled: z.boolean() }).strict(),
    output: AccountView,
    status: 200,
  }),
  attempts: contract({
    ...accounts,
    method: "get",
    path: "/api/sign-in-attempts",
    name: "list_sign_in_attempt",
    summary: "The sign-in log",
    query: Paging,
    output: pageOf(z.object({ id: z.uuid(), at: z.string(), userName: z.string().nullable(), address: z.string(), outcome: z.string() })),
    status: 200,
  }),
  firstStart: contract({
    tag: "session",
    access: "public",
    method: "post",
    path: "/api/first-administrators",
    name: "make_first_administrator",
    summary: "Make the first administrator with the token printed at the first start",
    body: z
      .object({
        token: z.string().min(1).max(100),
        districtCode: z.string().regex(/^\d{6}$/),
        districtName: name,
        name,
        userName,
        password,
      })
      .strict(),
    output: z.object({ signedIn: z.literal(true) }),
    status: 201,
    transaction: "own",
  }),
};
