import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll } from "vitest";

/** Where everything ends that the house sends out: a mail server and a web server of the tests' own. */
export interface Sinks {
  /** Every mail as it came over the line, head and body. */
  readonly mails: string[];
  /** Every request, with its path, its headers and its body. */
  readonly posts: { readonly path: string; readonly text: string }[];
  readonly mailUrl: string;
  readonly webUrl: string;
}

/** Opens both before the tests of this file and closes them after them. */
export function sinks(): Sinks {
  const [mails, posts]: [Sinks["mails"], { path: string; text: string }[]] = [[], []];
  const smtp = mailServer(mails);
  let http: Server;
  const ports = { mail: 0, web: 0 };
  beforeAll(async () => {
    await new Promise<void>((done) => smtp.listen(0, "127.0.0.1", done));
    http = createServer(async (request, response) => {
      let body = "";
      for await (const part of request) body += part;
      posts.push({ path: request.url ?? "", text: `${request.url} ${JSON.stringify(request.headers)}\n${body}` });
      response.end();
    }).listen(0, "127.0.0.1");
    await once(http, "listening");
    Object.assign(ports, { mail: (smtp.server.address() as AddressInfo).port, web: (http.address() as AddressInfo).port });
  });
  afterAll(async () => {
    await new Promise<void>((done) => smtp.close(done));
    http.closeAllConnections();
    http.close();
  });
  return {
    ...{ mails, posts },
    get mailUrl() {
      return `smtp://127.0.0.1:${ports.mail}`;
    },
    get webUrl() {
      return `http://127.0.0.1:${ports.web}`;
    },
  };
}

function mailServer(mails: string[]): SMTPServer {
  return new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        mails.push(Buffer.concat(parts).toString("utf8"));
        done();
      });
    },
  });
}

/** The body of a mail as its reader sees it. */
export function mailRead(mail: string): string {
  const body = mail.slice(mail.indexOf("\r\n\r\n") + 4);
  if (/^Content-Transfer-Encoding: base64/im.test(mail)) return Buffer.from(body, "base64").toString("utf8");
  return Buffer.from(
    body.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
}
