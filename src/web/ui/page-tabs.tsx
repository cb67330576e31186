import { Link } from "@tanstack/react-router";

interface Props {
  /** Where the page is: `/desk`. */
  readonly page: string;
  /** The sides of it; the first is what the bare address shows, the others stand in it by name. */
  readonly tabs: readonly { readonly name: string; readonly label: string }[];
  readonly chosen: string;
}

/** The sides of a page, each with an address of its own. */
export function PageTabs({ page, tabs, chosen }: Props) {
  return (
    <ul className="page-tabs">
      {tabs.map(({ name, label }, at) => (
        <li key={name}>
          <Link to={page} search={(at === 0 ? {} : { tab: name }) as never} {...(name === chosen ? { "aria-current": "page" } : {})}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
