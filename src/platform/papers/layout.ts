/** GB/T 9704-2012 in millimetres and points: A4, 天头 37, 订口 28, 版心 156 × 225, 22 lines of 28 characters in 3号. */
export const page = { width: 210, height: 297, top: 37, left: 28, textWidth: 156, textHeight: 225 } as const;

interface Area {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly left: number;
  readonly textWidth: number;
  readonly textHeight: number;
}
/** What the type area leaves at the right and below. */
export const edges = ({ width, height, top, left, textWidth, textHeight }: Area) => ({
  right: width - left - textWidth,
  bottom: height - top - textHeight,
});

const pointsPerMillimetre = 72 / 25.4;
/** The same type area lying down, for lists: the head of the page becomes its left side. */
export const lying = {
  width: page.height,
  height: page.width,
  top: page.left,
  left: page.top,
  textWidth: page.textHeight,
  textHeight: page.textWidth,
};

/** 3号, 4号, 2号, the red head, and 5号 for lists. */
export const size = { body: 16, small: 14, title: 22, head: 34, list: 10.5 } as const;
/** Points from one line to the next. */
export const linePitch = (page.textHeight / 22) * pointsPerMillimetre;
/** Points from one character to the next: slightly less than the character is wide. */
export const characterPitch = (page.textWidth / 28) * pointsPerMillimetre;
export const red = "D7000F";
/** A twentieth of a point, the measure of Word. */
export const twips = (millimetres: number): number => Math.round(millimetres * pointsPerMillimetre * 20);
