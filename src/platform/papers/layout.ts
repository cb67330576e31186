/** GB/T 9704-2012 in millimetres and points: A4, 天头 37, 订口 28, 版心 156 × 225, 22 lines of 28 characters in 3号. */
export const page = { width: 210, height: 297, top: 37, left: 28, textWidth: 156, textHeight: 225 } as const;
export const right = page.width - page.left - page.textWidth;
export const bottom = page.height - page.top - page.textHeight;

const pointsPerMillimetre = 72 / 25.4;
/** 3号, 4号, 2号 and the red head. */
export const size = { body: 16, small: 14, title: 22, head: 34 } as const;
/** Points from one line to the next. */
export const linePitch = (page.textHeight / 22) * pointsPerMillimetre;
/** Points from one character to the next: slightly less than the character is wide. */
export const characterPitch = (page.textWidth / 28) * pointsPerMillimetre;
export const red = "D7000F";
/** A twentieth of a point, the measure of Word. */
export const twips = (millimetres: number): number => Math.round(millimetres * pointsPerMillimetre * 20);
