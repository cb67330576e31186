import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
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

// Accounts and sessions -----------------------------------------------------------------------------

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
    method: "delete",
    path: "/api/me/totp",
    name: "drop_totp",
    summary: "Ask for no code any more",
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
