import type { ReactNode } from "react";
import { useTitle } from "./title.ts";

interface Props {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of every page: what it is, one line more, and what one can do. */
export function PageHead({ title, sub, actions }: Props) {
  useTitle(title);
  return (
    <header className="page-head">
      <div style={{ minWidth: 0, flex: "1 1 320px" }}>
        <h1>{title}</h1>
        {sub ? <div className="sub">{sub}</div> : null}
      </div>
      {actions ? <div className="action-bar">{actions}</div> : null}
    </header>
  );
}
