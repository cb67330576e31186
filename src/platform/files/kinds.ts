interface Kind {
  /** Endings of the name that go with it; the first one is given to a name that has none of them. */
  readonly endings: readonly string[];
  /** Shown as a picture, and rid of everything that the camera wrote into it. */
  readonly picture?: true;
}

/** What may be attached, by what the bytes are. Nothing that carries a program: no macros, no markup, no vector pictures. */
export const kinds: Readonly<Record<string, Kind>> = {
  "image/jpeg": { endings: ["jpg", "jpeg"], picture: true },
  "image/png": { endings: ["png"], picture: true },
  "image/webp": { endings: ["webp"], picture: true },
  "application/pdf": { endings: ["pdf"] },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { endings: ["docx"] },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { endings: ["xlsx"] },
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": { endings: ["pptx"] },
  // Old Word, Excel, PowerPoint and WPS files are one kind by their bytes.
  "application/x-cfb": { endings: ["doc", "xls", "ppt", "wps", "et", "dps"] },
};

/** Endings for the chooser of a page, and for sentences. */
export const acceptedEndings = Object.values(kinds).flatMap((kind) => kind.endings);

/** The largest attachment, in bytes. */
export const fileLimit = 20 * 1024 * 1024;

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu;

/** A name fit to be shown and saved anywhere; its ending tells the truth about the bytes. */
export function honestName(given: string, { endings }: Kind): string {
  const bare = given.replaceAll(unseen, " ").trim().replace(/^\.+/, "");
  const ending = /\.([^.\s]{1,8})$/.exec(bare)?.[1]?.toLowerCase() ?? "";
  const stem = (endings.includes(ending) ? bare.slice(0, -ending.length - 1) : bare).trim().slice(0, 100) || "file";
  return `${stem.isWellFormed() ? stem : stem.toWellFormed()}.${endings.includes(ending) ? ending : endings[0]}`;
}
