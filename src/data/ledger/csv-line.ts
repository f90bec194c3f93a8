/** Leading characters by which a spreadsheet takes a text for a formula (OWASP, CSV Injection), and our own mark. */
const NEEDS_GUARD = /^['=+\-@\t＝＋－＠]/u;

/**
 * One line of CSV (RFC 4180) without its end. A text of several lines stays on one (\n, and \\ for a
 * backslash), so that a figure is a line; one that a spreadsheet would calculate is disarmed with an
 * apostrophe. `splitFields` and `decodeField` take it back.
 */
export function encodeLine(fields: readonly string[]): string {
  return joinFields(fields.map(guarded));
}

function guarded(text: string): string {
  const flat = wellFormed(text)
    .replaceAll("\\", "\\\\")
    .replace(/\r\n|\r|\n/gu, "\\n");
  return NEEDS_GUARD.test(flat) ? `'${flat}` : flat;
}

/** Half a surrogate pair cannot be written as UTF-8: it becomes U+FFFD here, not unseen on the disk. */
function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

/** The line of fields that are guarded already: what `splitFields` takes apart. */
export function joinFields(fields: readonly string[]): string {
  return fields.map(quoted).join(",");
}

function quoted(text: string): string {
  return /[",]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The fields of a line as they stand in it, whoever wrote it: another program quotes what it likes. */
export function splitFields(line: string, separator = ","): string[] {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  for (let at = 0; at <= line.length;) {
    const { text, end } =
      line[at] === '"' ? quotedField(line, at + 1, separator) : bareField(line, at, separator);
    fields.push(text);
    at = end + 1;
  }
  return fields;
}

function bareField(line: string, start: number, separator: string): { text: string; end: number } {
  const found = line.indexOf(separator, start);
  const end = found < 0 ? line.length : found;
  return { text: line.slice(start, end), end };
}

/** From behind its opening quote to the separator behind the closing one. */
function quotedField(line: string, start: number, separator: string): { text: string; end: number } {
  let close = line.indexOf('"', start);
  while (close >= 0 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
  const inner = line.slice(start, close < 0 ? line.length : close).replaceAll('""', '"');
  const rest = bareField(line, close < 0 ? line.length : close + 1, separator);
  return { text: inner + rest.text, end: rest.end };
}

/** A text as it was before it was put on one line and guarded. */
export function decodeField(text: string): string {
  const flat = text.startsWith("'") ? text.slice(1) : text;
  return flat.includes("\\") ? flat.replace(/\\(n|\\)/gu, (_, sign) => (sign === "n" ? "\n" : "\\")) : flat;
}
