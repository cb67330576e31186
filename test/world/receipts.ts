import type { TrialReceipt } from "../../src/modules/demonstration/index.ts";
import type { Seal } from "../../src/platform/seal/seal.ts";
import { receiptIn } from "./load-voices.ts";
import type { Speech } from "./voice-stage.ts";

/** Receipts that a visitor of the demonstration may try: of the road, and of matters on which something can still be done. */
export function receiptsToTry(seal: Seal, speeches: readonly Speech[]): TrialReceipt[] {
  const newest = (status: string) => speeches.findLast(({ thing }) => thing.status === status);
  const [handling, answered] = [newest("handling"), newest("answered")];
  return [
    { title: "朱庄六村道路：从第一句话到修好", receipt: receiptIn(seal, "zhuzhuang") },
    { title: "同一条路：扫码加入的居民", receipt: receiptIn(seal, "zhuzhuang second") },
    ...(handling ? [{ title: "正在办理的一件", receipt: receiptIn(seal, handling.key) }] : []),
    ...(answered ? [{ title: "已经答复、等待评价的一件", receipt: receiptIn(seal, answered.key) }] : []),
  ];
}
