import { App } from "antd";
import { useEffect } from "react";
import type { Kit } from "./kit.ts";

/** Where the kit draws its messages and questions. */
export function TellingHolder({ ready }: { ready: (kit: Kit) => void }) {
  return (
    <App component={false}>
      <Inside ready={ready} />
    </App>
  );
}

function Inside({ ready }: { ready: (kit: Kit) => void }) {
  const kit = App.useApp();
  useEffect(() => ready(kit), [ready, kit]);
  return null;
}
