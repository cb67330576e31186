/** Which statements a connection plans once and keeps, instead of anew each time: planning is half of what a server does for a look-up. */
export interface PlannedOnce {
  /** The name under which a connection keeps the plan of this text; undefined for what is planned for its values each time. */
  nameOf(text: string): string | undefined;
}

/** A text that comes so often is worth keeping. Whoever puts values into the text never gets there. */
const oftenEnough = 20;
/** Each connection keeps its own plans, of some ten kilobytes each. */
const most = 400;
const mostCounted = 4_000;

/**
 * Remembers what is asked. The pages of a list are left out: what way to a few of many rows is short depends on the values, and a plan
 * for any values would be a plan for none.
 */
export function plannedOnce(): PlannedOnce {
  const names = new Map<string, string>();
  const asked = new Map<string, number>();
  return {
    nameOf(text) {
      const known = names.get(text);
      if (known !== undefined || names.size === most || isPage(text)) return known;
      const times = (asked.get(text) ?? 0) + 1;
      if (times < oftenEnough) {
        if (asked.size === mostCounted) asked.clear();
        asked.set(text, times);
        return undefined;
      }
      asked.delete(text);
      const name = `planned_${names.size + 1}`;
      names.set(text, name);
      return name;
    },
  };
}

const isPage = (text: string): boolean => /\blimit \$/i.test(text);
