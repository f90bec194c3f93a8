/** Leading characters by which a spreadsheet takes a text for a formula (OWASP, CSV Injection), and our own mark. */
const NEEDS_GUARD = /^['=+\-@\t＝＋－＠]/u;

/**
 * One line of CSV (RFC 4180) without its end. A text of several lines stays on one (\n, and \\ for a
 * backslash), so that a figure is a line; one that a spreadsheet would calculate is disarmed with an
 * apostrophe. `decodeLine` takes both back.
 */
export function encodeLine(fields: readonly string[]): string {
  return fields.map(encodeField).join(",");
}

function encodeField(text: string): string {
  const flat = wellFormed(text)
    .replaceAll("\\", "\\\\")
    .replace(/\r\n|\r|\n/gu, "\\n");
  const guarded = NEEDS_GUARD.test(flat) ? `'${flat}` : flat;
  return /[",]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Half a surrogate pair cannot be written as UTF-8: it becomes U+FFFD here, not unseen on the disk. */
function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

/** The fields of a line, or null where it is no line that `encodeLine` made. */
export function decodeLine(line: string): string[] | null {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/uy;
  for (let more = true; more;) {
    const match = field.exec(line);
    if (match === null) return null;
    fields.push(decodeField(match[1]?.replaceAll('""', '"') ?? match[2] ?? ""));
    more = match[3] === ",";
  }
  return field.lastIndex === line.length || line === "" ? fields : null;
}

function decodeField(text: string): string {
  const flat = text.startsWith("'") ? text.slice(1) : text;
  return flat.replace(/\\(n|\\)/gu, (_, sign) => (sign === "n" ? "\n" : "\\"));
}
