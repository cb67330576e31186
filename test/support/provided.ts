/** What the global set-ups hand to the test files. */
declare module "vitest" {
  interface ProvidedContext {
    engine: "embedded" | "server";
    /** A file that holds an embedded database with the world loaded. */
    image: string;
    /** The address of a server whose database `world` has the world loaded. */
    server: string;
    /** The address of a running product, and the browser that visits it. */
    site: string;
    browser: string;
  }
}

export {};
