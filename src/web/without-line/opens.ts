import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { language } from "../i18n.ts";
import { recall, remember } from "./known.ts";

/**
 * Lets the page at this address open without a line once it was opened with one: a worker keeps its files, the phone the answers to
 * these questions. Says whether it would open now. Keys must be the same objects at every call.
 */
export function useOpensWithoutLine(page: string, keys: readonly QueryKey[]): boolean {
  const queries = useQueryClient();
  const [filesKept, setFilesKept] = useState(false);
  const [answersKept, setAnswersKept] = useState(false);
  // Before anything on the page asks: what is known stands there from the first moment.
  useState(() => recall(queries, page));
  useEffect(() => {
    const asked = keys.map((key) => JSON.stringify(key));
    const look = () => setAnswersKept(remember(queries, page, keys));
    look();
    return queries.getQueryCache().subscribe((event) => {
      if (event.type === "updated" && event.action.type === "success" && asked.includes(event.query.queryHash)) look();
    });
  }, [queries, page, keys]);
  useEffect(() => {
    // A page that began without a line has asked in vain; nothing else tells it to ask again.
    const again = () => keys.forEach((queryKey) => void queries.invalidateQueries({ queryKey }));
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [queries, keys]);
  useEffect(() => {
    let here = true;
    void kept(page).then((isKept) => here && setFilesKept(isKept));
    return () => {
      here = false;
    };
  }, [page]);
  return filesKept && answersKept;
}

/** Browsers have workers on safe addresses only; elsewhere the page opens with a line, as every other. */
async function kept(page: string): Promise<boolean> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return false;
  try {
    const worker = `/without-line.js?language=${language()}`;
    const registered = await navigator.serviceWorker.register(worker, { scope: page, updateViaCache: "none" });
    return await active(registered);
  } catch {
    // Without a line there is nothing to register from; what is registered already goes on.
    return Boolean((await navigator.serviceWorker.getRegistration(page))?.active);
  }
}

function active({ active: one, installing, waiting }: ServiceWorkerRegistration): Promise<boolean> {
  const coming = installing ?? waiting;
  if (one || !coming) return Promise.resolve(one !== null);
  return new Promise((done) =>
    coming.addEventListener("statechange", () => {
      if (coming.state === "activated" || coming.state === "redundant") done(coming.state === "activated");
    }),
  );
}
