import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { createContext, lazy, type ReactNode, Suspense, use, useState } from "react";
import { api, call } from "../api/client.ts";

const Walk = lazy(async () => ({ default: (await import("./walk.tsx")).Walk }));

interface TourDoor {
  readonly start: () => void;
  /** He has been asked, and went or did not want to. */
  readonly seen: boolean | undefined;
  readonly leave: () => void;
}

const TourContext = createContext<TourDoor>({ start: () => {}, seen: undefined, leave: () => {} });

/** Starts the first-steps tour, and knows whether this person has been offered it. */
export const useTour = (): TourDoor => use(TourContext);

const tourKey = ["tour"];

/** Around every page: the tour can begin anywhere, and always begins at the desk. */
export function TourRound({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const kept = useQuery({ queryKey: tourKey, queryFn: () => call(api.GET("/api/me/tour")), staleTime: Number.POSITIVE_INFINITY });
  const seen = kept.data?.seen;
  const leave = () => {
    setOpen(false);
    if (seen) return;
    queries.setQueryData(tourKey, { seen: true });
    // Not kept means no more than being asked once more.
    void call(api.PUT("/api/me/tour", { body: { seen: true } })).catch(() => undefined);
  };
  const start = () => void navigate({ to: "/desk" }).then(() => setOpen(true));
  return (
    <TourContext value={{ start, seen, leave }}>
      {children}
      {open ? (
        <Suspense>
          <Walk close={leave} />
        </Suspense>
      ) : null}
    </TourContext>
  );
}
