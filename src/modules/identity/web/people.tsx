import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { people } from "./people-spec.ts";

/** Everyone whom the house knows by name. */
export const Page = () => <CollectionPage spec={people} />;
