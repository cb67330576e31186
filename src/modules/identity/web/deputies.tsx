import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { mandates } from "./mandate-spec.tsx";

/** The roll of deputies. */
export const Page = () => <CollectionPage spec={mandates} />;
