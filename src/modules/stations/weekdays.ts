/** Days of the week, 1 for Monday: one or two by themselves, or a span from the first to the last. */
export type WeekdaySpan = readonly [number] | readonly [number, number];

const shortest = 3;

/** Days as people say them: three and more in a row are one span, whatever order they were given in. */
export function weekdaySpans(weekdays: readonly number[]): WeekdaySpan[] {
  const rows: number[][] = [];
  for (const day of [...new Set(weekdays)].sort((a, b) => a - b)) {
    const row = rows.at(-1);
    if (row && row.at(-1) === day - 1) row.push(day);
    else rows.push([day]);
  }
  return rows.flatMap((row): WeekdaySpan[] => {
    const [first, last] = [row[0], row.at(-1)];
    return row.length >= shortest && first && last ? [[first, last]] : row.map((day): WeekdaySpan => [day]);
  });
}
