import { call } from "../api/client.ts";
import { language } from "../i18n.ts";

/** Fetches a file in the reader's language and saves it under the name the server gives it. Throws `ProblemError`. */
export async function download(address: string): Promise<void> {
  const answer = async (): Promise<{ data?: Blob; error?: unknown; response: Response }> => {
    const response = await fetch(address, { headers: { "accept-language": language() } });
    if (response.ok) return { data: await response.blob(), response };
    return { error: await response.json().catch(() => undefined), response };
  };
  const sent = answer();
  const blob = await call(sent);
  const named = /filename\*=UTF-8''([^;]+)/.exec((await sent).response.headers.get("content-disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = decodeURIComponent(named ?? "export");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
