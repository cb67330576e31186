import { systemClock } from "../../../platform/clock/clock.ts";
import { dateIn } from "../../../platform/clock/instant.ts";
import { binder } from "../../../platform/http/route.ts";
import { sendPaper } from "../../../platform/papers/send.ts";
import { isRefusal, notFound } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { accountContracts as account } from "../account-contract.ts";
import type { Actor } from "../actor.ts";
import { mandateContracts as mandate } from "../contract.ts";
import { addAccount, listAccounts, listAttempts, removeTotp, resetPassword, setDisabled } from "./accounts.ts";
import { codePosterFor } from "./code-poster.ts";
import { collectionRoutes } from "./collections.ts";
import { identityExports } from "./exports.ts";
import { makeFirstAdministrator } from "./first-start.ts";
import type { Intake } from "./intake/kind.ts";
import { mandateIntake } from "./intake/mandates.ts";
import { organisationIntake } from "./intake/organisations.ts";
import { personIntake } from "./intake/people.ts";
import { intakeRoutes } from "./intake/routes.ts";
import { addMandate, changeMandate, listMandates, mandateDetail, moveMandate } from "./mandates.ts";
import { changePassword, me, mySessions, revoke } from "./me.ts";
import { dropTotp, proposeTotp, setTotp } from "./second-factor.ts";
import { closedCookie, endSessions, openSession } from "./sessions.ts";
import { checkSignIn } from "./sign-in.ts";

const route = binder<Actor>();
/** Sessions and codes live by the machine's time, never by the demonstration world's. */
const machine = () => systemClock.now();
const deviceOf = (request: Request): string => (request.headers.get("user-agent") ?? "").slice(0, 200);
/** Behind a proxy that ends TLS the cookie must still be marked. */
export const isSecure = (request: Request): boolean =>
  request.url.startsWith("https:") || request.headers.get("x-forwarded-proto") === "https";

const signedIn = { signedIn: true } as const;

interface Options {
  readonly demo: boolean;
  readonly seal: Seal;
  /** Where this installation is reached from outside. */
  readonly publicUrl: string;
  /** What further modules let come in by sheets. */
  readonly intakes: readonly Intake[];
}

export const identityRoutes = (options: Options) => [
  ...collectionRoutes,
  ...identityExports,
  ...intakeRoutes([personIntake, organisationIntake, mandateIntake, ...options.intakes]),
  route(mandate.list, ({ db, actor, query }) => listMandates(db, actor, query)),
  route(mandate.get, async ({ db, actor, params }) => (await mandateDetail(db, actor, params.id)) ?? notFound),
  route(mandate.codePoster, async ({ db, actor, params, query, now }) => {
    const paper = await codePosterFor(db, actor.district, params.id, { today: dateIn(now), publicUrl: options.publicUrl });
    return paper ? sendPaper(paper, query.format) : notFound;
  }),
  route(mandate.add, ({ db, actor, body, now }) => addMandate(db, actor, body, now)),
  route(mandate.change, ({ db, actor, params, body, seen, now }) =>
    changeMandate(db, actor, { id: params.id, body, seen: seen ?? 0, now }),
  ),
  route(mandate.suspend, ({ db, actor, params, body, now }) => moveMandate(db, actor, { id: params.id, verb: "suspend", body, now })),
  route(mandate.resume, ({ db, actor, params, body, now }) => moveMandate(db, actor, { id: params.id, verb: "resume", body, now })),
  route(mandate.end, ({ db, actor, params, body, now }) => moveMandate(db, actor, { id: params.id, verb: "end", body, now })),

  route(account.signIn, async ({ db, body, request, address, setHeader }) => {
    const found = await checkSignIn(db, options.seal, { name: body.name, password: body.password, code: body.code, address }, machine());
    if (isRefusal(found)) return found;
    const from = { address, device: deviceOf(request), secure: isSecure(request) };
    setHeader("set-cookie", await db.write((tx) => openSession(tx, found, from, machine())));
    return signedIn;
  }),
  route(account.firstStart, async ({ db, body, request, address, setHeader, now }) => {
    const made = await makeFirstAdministrator(db, body, now);
    if (isRefusal(made)) return made;
    const from = { address, device: deviceOf(request), secure: isSecure(request) };
    setHeader("set-cookie", await db.write((tx) => openSession(tx, made, from, machine())));
    return signedIn;
  }),
  route(account.signOut, async ({ db, actor, setHeader }) => {
    await endSessions(db, { district: actor.district, id: actor.account }, { only: actor.signIn }, machine());
    setHeader("set-cookie", closedCookie);
    return undefined;
  }),
  route(account.sessions, ({ db, actor }) => mySessions(db, actor, machine())),
  route(account.revoke, ({ db, actor, params }) => revoke(db, actor, params.id, machine())),
  route(account.me, ({ db, actor, now }) => me(db, actor, now, options.demo)),
  route(account.changePassword, ({ db, actor, body }) => changePassword(db, actor, body, machine())),
  route(account.proposeTotp, ({ db, actor }) => proposeTotp(db, actor)),
  route(account.setTotp, ({ db, actor, body }) => setTotp(db, options.seal, actor, body, machine())),
  route(account.dropTotp, ({ db, actor, body }) => dropTotp(db, options.seal, actor, body.code, machine())),
  route(account.list, ({ db, actor, query }) => listAccounts(db, actor, query)),
  route(account.add, ({ db, actor, body, now }) => addAccount(db, actor, body, now)),
  route(account.reset, ({ db, actor, params, now }) => resetPassword(db, actor, params.id, now, machine())),
  route(account.removeTotp, ({ db, actor, params, now }) => removeTotp(db, actor, params.id, now, machine())),
  route(account.setDisabled, ({ db, actor, params, body, now }) => setDisabled(db, actor, params.id, body.disabled, now, machine())),
  route(account.attempts, ({ db, actor, query }) => listAttempts(db, actor, query)),
];
