import { html } from "hono/html";
import { fileLimit } from "../../../platform/files/kinds.ts";
import type { PageCall, Piece } from "../../../platform/http/page.ts";
import { type FieldFault, isRefusal } from "../../../platform/refusal.ts";
import { faultOf, ticked } from "../../../portal/pieces.ts";
import { type Parts, takePhoto } from "../server/public-doors.ts";

/** How many photos come with one form. */
const most = 3;
/** So large may a form be that brings them, in bytes. */
export const withPhotosLimit = most * fileLimit + 200_000;

/** Photos of a form that is being filled in, and whether whoever is on them agrees. */
export interface Photos {
  readonly submission: string;
  readonly photos: readonly string[];
  readonly photoConsent: boolean;
}

export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a form says of its photos. Those that are in already are named by their identifiers. */
export const photosIn = ({ form }: Pick<PageCall, "form">): Pick<Photos, "photos" | "photoConsent"> => ({
  photos: form.getAll("photo").filter((one): one is string => typeof one === "string" && uuid.test(one)),
  photoConsent: form.get("photoConsent") === "yes",
});

/** Takes in the photos that came along; the form owns them by its identifier until it is sent. Gives all that are in, and what is wrong. */
export async function takenIn(call: PageCall, parts: Parts, { submission, photos, photoConsent }: Photos) {
  const files = call.form.getAll("files").filter((one): one is File => one instanceof File && one.size > 0);
  const say = (...faults: FieldFault[]) => ({ photos: [...photos, ...taken], faults });
  const taken: string[] = [];
  if (files.length === 0) return say();
  if (!photoConsent) return say({ field: "photoConsent", code: "voice.photos_need_consent", source: "domain §11.1" });
  if (files.length + photos.length > most) return say({ field: "files", code: "portal.speak.too_many_photos", params: { most } });
  for (const file of files) {
    const photo = await takePhoto(call.database, parts, { file, submission, district: call.district }, call);
    if (isRefusal(photo)) {
      const [reason] = [...(photo.fields ?? []), ...photo.reasons];
      return reason ? say({ ...reason, field: "files" }) : say();
    }
    taken.push(photo.id);
  }
  return say();
}

/** Asks for photos, says how many are in, and asks for the consent that they need. */
export function photoFields(call: PageCall, { photos, photoConsent }: Omit<Photos, "submission">, faults: readonly FieldFault[]): Piece {
  const { words } = call;
  const fault = faultOf(call, faults, "files");
  const consent = { name: "photoConsent", label: words("portal.speak.label.photoConsent"), value: photoConsent ? "yes" : "" };
  return html`<div class="field${fault ? " wrong" : ""}"><label for="files">${words("portal.speak.label.files")} <span class="soft small">${words("portal.optional")}</span></label>
<span class="hint" id="files-hint">${words("portal.speak.hint.files")}</span>${fault ? html`<span class="fault" id="files-fault">${fault}</span>` : ""}
${photos.length > 0 ? html`<p>${words("portal.speak.photos_in", { count: photos.length })}</p>` : ""}
<input type="file" id="files" name="files" accept="image/*" multiple aria-describedby="files-hint${fault ? " files-fault" : ""}"></div>
${ticked({ ...consent, fault: faultOf(call, faults, "photoConsent") })}`;
}
