import { api, call, type Schemas } from "../../../web/api/client.ts";

export type Notice = Schemas["Notice"];
export type Choices = Schemas["NoticeChoices"];
export type Delivery = Schemas["NoticeDelivery"];

export const unreadKey = ["notices", "unread"];
export const choicesKey = ["notice-choices"];
export const listKey = ["list", "/api/notices"];

export const readOne = (id: string) => call(api.POST("/api/notices/{id}/readings", { params: { path: { id } } }));
export const readAll = () => call(api.POST("/api/notice-readings"));
