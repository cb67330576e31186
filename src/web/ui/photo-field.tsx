import type { Schemas } from "../api/client.ts";
import { AttachmentField } from "./attachment-field.tsx";

interface Props {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (value: readonly string[]) => void;
  /** Where a picture that the thing has already is found. */
  readonly home: (id: string) => string;
}

/** What is on its way has no identifier yet. */
const underway = "";

/** Pictures of a thing by their identifiers: those it has, and new ones. */
export function PhotoField({ id, value = [], onChange, home }: Props) {
  const files = value.map((one): Schemas["Attachment"] => ({ id: one, name: one, mediaType: "image/jpeg", size: 0, width: 1, height: 1 }));
  return (
    <AttachmentField
      {...(id ? { id } : {})}
      value={files}
      homeOf={home}
      onChange={(chosen) => onChange?.(chosen.map((one) => one.id ?? underway))}
    />
  );
}

/** A rule for the form: it is not sent while a picture is on its way. */
export const photosReady = (waiting: string) => ({
  validator: (_rule: unknown, value: readonly string[] = []) =>
    value.includes(underway) ? Promise.reject(new Error(waiting)) : Promise.resolve(),
});
