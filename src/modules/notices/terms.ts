/** Ways out of the house; inside it everything is shown at once. */
export const channelNames = ["mail", "webhook", "gateway"] as const;
export type ChannelName = (typeof channelNames)[number];

/** Whether the reader has something to do, should know, or is reminded of a due date. */
export const noticeKinds = ["act", "know", "remind"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const timings = ["at_once", "daily", "never"] as const;
export type Timing = (typeof timings)[number];

/** What holds for whoever has chosen nothing: text messages cost money, so they are for what must be done. */
export const usualTiming: Readonly<Record<ChannelName, Readonly<Record<NoticeKind, Timing>>>> = {
  mail: { act: "at_once", know: "daily", remind: "at_once" },
  webhook: { act: "at_once", know: "at_once", remind: "at_once" },
  gateway: { act: "at_once", know: "never", remind: "at_once" },
};

/** `failed` is tried again; `given_up` waits for the administrator. */
export const deliverySorts = ["-created", "created"] as const;
export const deliveryStates = ["waiting", "failed", "sent", "given_up"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Things that notices are about. */
export const subjectTypes = ["suggestion", "opinion", "voice", "reception", "listening", "activity_plan"] as const;
export type SubjectType = (typeof subjectTypes)[number];
