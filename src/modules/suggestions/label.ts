/** `11-3-037` in session, `2023-012` out of session; empty before it has a number. */
export const labelOf = (of: { number: number | null; numberYear: number | null; sessionNo: number | null; congressNo: number }): string => {
  if (of.number === null) return "";
  const number = String(of.number).padStart(3, "0");
  return of.sessionNo === null ? `${of.numberYear}-${number}` : `${of.congressNo}-${of.sessionNo}-${number}`;
};
