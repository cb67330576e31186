import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { channelNames, deliverySorts, deliveryStates, noticeKinds, subjectTypes, timings } from "./terms.ts";

const maybe = z.string().nullable();
const OneId = z.object({ id: z.uuid() });
const minutes = z.int().min(0).max(1439);

export const NoticeLine = z
  .object({
    id: z.uuid(),
    at: z.string(),
    readAt: maybe,
    kind: z.enum(noticeKinds),
    /** A fact of the ledger, or a limit with how near it is. */
    type: z.string(),
    subjectType: z.enum(subjectTypes),
    subjectId: z.uuid(),
    label: z.string(),
    /** Null when the reader may not see the thing any more. */
    title: maybe,
  })
  .meta({ id: "Notice" });

const Unread = z.object({ unread: z.int() }).meta({ id: "UnreadNotices" });

const Quiet = z.strictObject({ from: minutes, to: minutes }).nullable();
const Choice = z.strictObject({ channel: z.enum(channelNames), kind: z.enum(noticeKinds), timing: z.enum(timings) });

export const ChoicesView = z
  .object({
    email: maybe,
    /** Whoever gave it has entered a code that was sent to it; before that it is not used. */
    emailConfirmed: z.boolean(),
    /** Where text messages go; kept with the person by the office, shown in part. */
    phone: maybe,
    webhookUrl: maybe,
    /** Hours without messages, in minutes of the day; null for none. */
    quiet: Quiet,
    /** Channels that this installation has. */
    channels: z.array(z.enum(channelNames)),
    choices: z.array(Choice),
  })
  .meta({ id: "NoticeChoices" });

export const ChoicesBody = z.strictObject({
  email: z.email().max(200).nullable(),
  quiet: Quiet,
  choices: z.array(Choice).max(9),
});

export const DeliveryLine = z
  .object({
    id: z.uuid(),
    person: z.string(),
    channel: z.enum(channelNames),
    digest: z.boolean(),
    count: z.int(),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    createdAt: z.string(),
    nextAt: maybe,
    sentAt: maybe,
    lastError: maybe,
  })
  .meta({ id: "NoticeDelivery" });

const mine = { tag: "notices", access: "signed-in" } as const;
const watch = { tag: "notices", access: "duty:house.watch" } as const;

export const noticeContracts = {
  list: contract({
    ...mine,
    method: "get",
    path: "/api/notices",
    name: "list_notices",
    summary: "What I have been told, the newest first, and how much of it I have not read",
    query: Paging.extend({ unread: z.enum(["true"]).optional() }),
    output: pageOf(NoticeLine).extend({ unread: z.int() }),
    status: 200,
  }),
  count: contract({
    ...mine,
    method: "get",
    path: "/api/notices/unread",
    name: "count_unread_notices",
    summary: "How many notices I have not read",
    output: Unread,
    status: 200,
  }),
  read: contract({
    ...mine,
    method: "post",
    path: "/api/notices/{id}/readings",
    name: "read_notice",
    summary: "Mark a notice as read",
    params: OneId,
    output: Unread,
    status: 201,
  }),
  readAll: contract({
    ...mine,
    method: "post",
    path: "/api/notice-readings",
    name: "read_all_notices",
    summary: "Mark all my notices as read",
    output: Unread,
    status: 201,
  }),
  choices: contract({
    ...mine,
    method: "get",
    path: "/api/me/notice-choices",
    name: "get_notice_choices",
    summary: "How I want to be told",
    output: ChoicesView,
    status: 200,
  }),
  choose: contract({
    ...mine,
    method: "put",
    path: "/api/me/notice-choices",
    name: "set_notice_choices",
    summary: "Choose how I want to be told",
    body: ChoicesBody,
    output: ChoicesView,
    status: 200,
  }),
  sendCode: contract({
    ...mine,
    method: "post",
    path: "/api/me/notice-email-codes",
    name: "send_notice_email_code",
    summary: "Send a code to the e-mail address that I gave",
    output: z.object({ email: z.string() }),
    status: 201,
    transaction: "own",
    limited: true,
  }),
  confirmEmail: contract({
    ...mine,
    method: "post",
    path: "/api/me/notice-email-confirmations",
    name: "confirm_notice_email",
    summary: "Enter the code that came by e-mail; the address is used from then on",
    body: z.strictObject({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/),
    }),
    output: ChoicesView,
    status: 201,
    transaction: "own",
  }),
  setWebhook: contract({
    ...mine,
    method: "put",
    path: "/api/me/notice-webhook",
    name: "set_notice_webhook",
    summary: "Have notices sent to a web address; the secret that signs them is shown this once",
    body: z.strictObject({ url: z.string().trim().min(1).max(500) }),
    output: z.object({ secret: z.string() }),
    status: 200,
  }),
  dropWebhook: contract({
    ...mine,
    method: "delete",
    path: "/api/me/notice-webhook",
    name: "remove_notice_webhook",
    summary: "Send no more notices to my web address",
    status: 204,
  }),
  deliveries: contract({
    ...watch,
    method: "get",
    path: "/api/notice-deliveries",
    name: "list_notice_deliveries",
    summary: "What left the house by mail, web address or gateway, and how it went",
    query: Paging.extend({
      search: z.string().max(100).optional(),
      state: z.enum(deliveryStates).optional(),
      channel: z.enum(channelNames).optional(),
      sort: z.enum(deliverySorts).default("-created"),
    }),
    output: pageOf(DeliveryLine),
    status: 200,
  }),
  retry: contract({
    ...watch,
    method: "post",
    path: "/api/notice-deliveries/{id}/retries",
    name: "retry_notice_delivery",
    summary: "Let a delivery that failed be tried again at once",
    params: OneId,
    output: DeliveryLine,
    status: 201,
  }),
};
