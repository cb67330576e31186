import type { Channel } from "./channel.ts";

export interface Gateway {
  readonly url: string;
  readonly method: "POST" | "PUT";
  readonly headers: Readonly<Record<string, string>>;
  /** JSON with `{phone}`, `{text}`, `{link}` and `{id}` where these belong. */
  readonly body: string;
}

/** Text messages, WeChat or whatever else a provider offers over HTTP, by configuration alone. */
export const gatewayChannel = ({ url, method, headers, body }: Gateway): Channel => ({
  name: "gateway",
  async send({ id, to, text, link }) {
    const answer = await fetch(url, {
      method,
      headers: { "content-type": "application/json", "idempotency-key": id, ...headers },
      body: filledIn(body, { phone: to, text, link, id }),
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`);
  },
});

/** The template with its values, each escaped so that it cannot leave the JSON text it stands in. */
export const filledIn = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(phone|text|link|id)\}/g, (_, name: string) => JSON.stringify(values[name] ?? "").slice(1, -1));
