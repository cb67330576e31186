/** As an address had it while every text that reads like a number or a truth stood in quotation marks. */
const quoted = /^"(true|false|null|-?\d+(\.\d+)?)"$/;

/** What an address asks for behind its question mark: names and plain texts. Addresses kept from earlier are still understood. */
export const searchOf = (address: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(address)].map(([name, value]) => [name, quoted.exec(value)?.[1] ?? value]));

/** The same for an address, with its question mark; empty where nothing is asked for. */
export function addressOf(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? "" : `?${text}`;
}
