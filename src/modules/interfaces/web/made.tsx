import { momentText } from "../../../web/ui/dates.ts";

/** When something was given or added, and by whom. */
export const Made = ({ of }: { of: { readonly createdAt: string; readonly createdBy: string } }) => (
  <span>
    {momentText(of.createdAt)}
    <div className="muted">{of.createdBy}</div>
  </span>
);
