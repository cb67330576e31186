import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { Layout } from "./layout.tsx";
import type { HeadWidget, Page } from "./page.ts";
import { addressOf, searchOf } from "./search.ts";
import { BrokenPage, NoSuchPage } from "./ui/problem-page.tsx";

/** The client's addresses: sign-in stands alone, everything else inside the layout. */
export function makeRouter(pages: readonly Page[], widgets: readonly HeadWidget[]) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage });
  const signIn = createRoute({
    getParentRoute: () => root,
    path: "/sign-in",
    component: lazyRouteComponent(() => import("./pages/sign-in.tsx"), "SignIn"),
  });
  const firstStart = createRoute({
    getParentRoute: () => root,
    path: "/first-start",
    component: lazyRouteComponent(() => import("./pages/first-start.tsx"), "FirstStart"),
  });
  const inside = createRoute({ getParentRoute: () => root, id: "inside", component: () => <Layout pages={pages} widgets={widgets} /> });
  const home = createRoute({
    getParentRoute: () => inside,
    path: "/",
    beforeLoad: () => {
      throw redirect({ to: "/desk" });
    },
  });
  const routes = pages.map((page) =>
    createRoute({ getParentRoute: () => inside, path: page.path, component: lazyRouteComponent(page.load, "Page") }),
  );
  return createRouter({
    routeTree: root.addChildren([signIn, firstStart, inside.addChildren([home, ...routes])]),
    defaultPreload: "intent",
    parseSearch: searchOf,
    stringifySearch: addressOf,
    defaultErrorComponent: BrokenPage,
  });
}
