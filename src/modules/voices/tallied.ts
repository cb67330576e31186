import type { Counted } from "../../platform/ledger/tally.ts";
import type { VoiceColumns } from "./voice.ts";

/** What those who look through their lists see. */
export const sightShelf = "voice";

/**
 * Where a voice counts: in one book, named by who receives it, the unit that handles it and the station at which it was spoken. Whoever
 * sees it by his office or his station finds it there. What was spoken to a deputy or taken up by him is counted when he looks.
 */
export const talliedIn = ({ receiverId, unitId, stationId, status }: VoiceColumns): Counted[] => [
  { shelf: sightShelf, book: [receiverId, unitId ?? "", stationId ?? ""].join("/"), status },
];
