import type { Db } from "../../../platform/db/database.ts";
import { type Figure, figuresOn } from "../../../platform/ledger/figures.ts";
import { figureShelf } from "../../../platform/lifecycle/figured.ts";
import { subjectType } from "../clockwork.ts";
import type { FigureBy } from "../figures.ts";

/** The figures as everything recorded so far makes them, from sums kept ready; of one year of submission, or of all. */
export const suggestionFigures = (db: Db, district: string, by: FigureBy, year?: number): Promise<Figure[]> =>
  figuresOn(db, district, figureShelf(subjectType, by), year);
