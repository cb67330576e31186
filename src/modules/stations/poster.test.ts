import { expect, test } from "vitest";
import { type Announced, posterOf } from "./poster.ts";

const announced: Announced = {
  ...{ stationName: "朱庄社区代表活动室", address: "朱庄社区服务中心一楼", phone: null, keeper: "矿山集街道人大工委" },
  ...{ day: "2023-10-16", weekday: 1, fromTime: "09:00", toTime: "11:00", place: null, theme: null, receives: ["张三"] },
  ...{ publicPage: "https://lianxin.example.org/s/ZZ01", announcedOn: "2023-10-10" },
};

test("leads whoever scans it to the page of the station, and tells the address to those who type", () => {
  const { blocks, draft } = posterOf(announced);
  expect(blocks).toContainEqual({ kind: "code", text: announced.publicPage, width: 30 });
  expect(JSON.stringify(blocks.filter(({ kind }) => kind === "table"))).toContain(announced.publicPage);
  expect(draft).toBeNull();
});

test("says that it is a draft until it has been announced, and bears no signature", () => {
  expect(posterOf({ ...announced, announcedOn: null })).toMatchObject({ draft: "公告尚未发布", signature: null });
});
