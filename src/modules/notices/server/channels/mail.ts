import type { Transporter } from "nodemailer";
import type { Channel } from "./channel.ts";

const patience = 20_000;

/** E-mail over SMTP: `smtp://user:password@host:port` or `smtps://…`. */
export function mailChannel({ url, from }: { url: string; from: string }): Channel {
  const settings = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  let transport: Promise<Transporter> | undefined;
  const connected = () => (transport ??= import("nodemailer").then(({ createTransport }) => createTransport({ url, ...settings })));
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost";
  return {
    name: "mail",
    async send({ id, to, subject, text, link }) {
      await (await connected()).sendMail({
        from,
        to,
        subject,
        text: `${text}\n${link}\n`,
        messageId: `<${id}@${domain}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
  };
}
