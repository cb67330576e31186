import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { paperFormats } from "../../platform/papers/paper.ts";
import { areaKinds, congressLevels, mandateStates, organisationKinds, roleNames } from "./terms.ts";

const Id = z.object({ id: z.uuid() });
const name = z.string().trim().min(1).max(100);
const optionalText = (max: number) => z.string().trim().max(max).nullable().default(null);
const optionalId = z.uuid().nullable().default(null);
const optionalDate = z.iso.date().nullable().default(null);
/** Mainland mobile or fixed line, digits and dashes. */
const phone = z.string().regex(/^[0-9-]{5,20}$/);

export const AreaFields = z.object({
  code: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/),
  kind: z.enum(areaKinds),
  name,
  parentId: optionalId,
  retiredOn: optionalDate,
});

export const OrganisationFields = z.object({
  kind: z.enum(organisationKinds),
  name,
  shortName: name,
  areaId: z.uuid(),
  parentId: optionalId,
  phone: phone.nullable().default(null),
  foundedOn: optionalDate,
  dissolvedOn: optionalDate,
});

export const CongressFields = z.object({
  level: z.enum(congressLevels),
  areaId: z.uuid(),
  congressNo: z.int().min(1).max(999),
  name,
  termStartsOn: z.iso.date(),
  termEndedOn: optionalDate,
});

export const CongressSessionFields = z.object({
  congressId: z.uuid(),
  sessionNo: z.int().min(1).max(99),
  openedOn: z.iso.date(),
  closedOn: z.iso.date(),
});

export const ElectoralDistrictFields = z.object({
  congressId: z.uuid(),
  number: z.int().min(1).max(999),
  name,
  areaId: z.uuid(),
  seats: z.int().min(1).max(3),
});

export const DelegationFields = z.object({ congressId: z.uuid(), name, areaId: optionalId });

export const DeputyGroupFields = z.object({
  name,
  areaId: optionalId,
  field: optionalText(50),
  foundedOn: z.iso.date(),
  dissolvedOn: optionalDate,
});

export const PersonFields = z.object({
  name,
  gender: z.enum(["male", "female"]).nullable().default(null),
  nationality: optionalText(20),
  bornIn: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .default(null),
  politicalStatus: optionalText(30),
  education: optionalText(30),
  occupation: optionalText(100),
  phone: phone.nullable().default(null),
});

export const RoleFields = z.object({
  personId: z.uuid(),
  organisationId: z.uuid(),
  name: z.enum(roleNames),
  startsOn: z.iso.date(),
  endsOn: optionalDate,
});

// Mandates ------------------------------------------------------------------------------------------

export const MandateFields = z.object({
  personId: z.uuid(),
  congressId: z.uuid(),
  electoralDistrictId: optionalId,
  delegationId: optionalId,
  groupId: optionalId,
  areaId: z.uuid(),
  cardNo: optionalText(30),
  directlyElected: z.boolean(),
  byElection: z.boolean().default(false),
  electedOn: z.iso.date(),
});

const MandateStep = z.object({
  id: z.uuid(),
  verb: z.string(),
  at: z.string(),
  effectiveOn: z.string(),
  ground: z.string().nullable(),
  documentNo: z.string().nullable(),
  note: z.string().nullable(),
});

export const MandateView = z
  .object({
    id: z.uuid(),
    ...MandateFields.shape,
    personName: z.string(),
    congressName: z.string(),
    level: z.enum(congressLevels),
    groupName: z.string().nullable(),
    status: z.enum(mandateStates),
    endedOn: z.string().nullable(),
    can: z.array(z.string()),
    version: z.int(),
  })
  .meta({ id: "Mandate" });

export const MandateDetail = MandateView.extend({ steps: z.array(MandateStep) }).meta({ id: "MandateDetail" });

const mandates = { tag: "mandates", access: "duty:identity.look_up" } as const;
const keeping = { tag: "mandates", access: "duty:identity.keep" } as const;

export const MandateStepInput = z
  .object({
    effectiveOn: z.iso.date(),
    ground: z.string().max(30).nullable().default(null),
    documentNo: optionalText(50),
    note: optionalText(500),
  })
  .strict();

export const mandateContracts = {
  list: contract({
    ...mandates,
    method: "get",
    path: "/api/mandates",
    name: "list_mandate",
    summary: "Deputies by mandate",
    query: Paging.extend({
      search: z.string().max(100).optional(),
      congressId: z.uuid().optional(),
      groupId: z.uuid().optional(),
      areaId: z.uuid().optional(),
      personId: z.uuid().optional(),
      status: z.enum(mandateStates).optional(),
    }),
    output: pageOf(MandateView),
    status: 200,
  }),
  get: contract({
    ...mandates,
    method: "get",
    path: "/api/mandates/{id}",
    name: "get_mandate",
    summary: "One mandate",
    params: Id,
    output: MandateDetail,
    status: 200,
    versioned: true,
  }),
  codePoster: contract({
    ...mandates,
    method: "get",
    path: "/api/mandates/{id}/code-poster",
    name: "get_mandate_code_poster",
    summary: "A sheet with the code of a deputy's public page; there is none for a mandate that is not in force",
    params: Id,
    query: z.object({ format: z.enum(paperFormats).default("pdf") }),
    status: 200,
    bytes: "out",
  }),
  add: contract({
    ...keeping,
    method: "post",
    path: "/api/mandates",
    name: "add_mandate",
    summary: "Add a mandate",
    body: MandateFields.strict(),
    output: MandateDetail,
    status: 201,
    versioned: true,
  }),
  change: contract({
    ...keeping,
    method: "put",
    path: "/api/mandates/{id}",
    name: "change_mandate",
    summary: "Change a mandate",
    params: Id,
    body: MandateFields.strict(),
    output: MandateDetail,
    status: 200,
    versioned: true,
  }),
  suspend: contract({
    ...keeping,
    method: "post",
    path: "/api/mandates/{id}/suspensions",
    name: "suspend_mandate",
    summary: "Suspend a mandate (DL-61)",
    params: Id,
    body: MandateStepInput,
    output: MandateDetail,
    status: 201,
  }),
  resume: contract({
    ...keeping,
    method: "post",
    path: "/api/mandates/{id}/resumptions",
    name: "resume_mandate",
    summary: "Resume a suspended mandate (DL-61)",
    params: Id,
    body: MandateStepInput,
    output: MandateDetail,
    status: 201,
  }),
  end: contract({
    ...keeping,
    method: "post",
    path: "/api/mandates/{id}/endings",
    name: "end_mandate",
    summary: "End a mandate (DL-62)",
    params: Id,
    body: MandateStepInput,
    output: MandateDetail,
    status: 201,
  }),
};
