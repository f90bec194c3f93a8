/** A record of a CSV file: what stands between two line ends that no quotes hold together. */
export interface Record {
  /** The line it begins in, 1-based. */
  line: number;
  fields: readonly string[];
  /** Its quotes do not come out even: its fields are what stands between the delimiters of that one line. */
  uneven: boolean;
}

/** What programs and chat windows end a line with. */
const LINE_END = /\r\n|[\r\n\u2028\u2029]/gu;

/**
 * The records of a CSV text in order, blank ones included. A quote that opens a field must close it: right
 * before a delimiter or a line end. Where it does not, the line alone is uneven and the next is read as if
 * nothing had happened, so that one slip costs one line and not the rest of the file.
 */
export function* recordsIn(text: string, delimiter: string): Generator<Record> {
  const sought: Sought = {
    lineEnd: finder(text, (at) => {
      LINE_END.lastIndex = at;
      return LINE_END.exec(text)?.index ?? -1;
    }),
    delimiter: finder(text, (at) => text.indexOf(delimiter, at)),
  };
  let line = 1;
  for (let at = 0; at < text.length;) {
    const quoted = quotedRecord(text, at, delimiter, sought);
    const stop = quoted?.stop ?? sought.lineEnd(at);
    const fields = quoted?.fields ?? text.slice(at, stop).split(delimiter);
    yield { line, fields, uneven: quoted === null };
    line += quoted?.lines ?? 1;
    at = stop + lengthOfEnd(text, stop);
  }
}

/** A record up to the line end behind it; null where its quotes do not come out even. */
function quotedRecord(
  text: string,
  from: number,
  delimiter: string,
  sought: Sought,
): { fields: string[]; stop: number; lines: number } | null {
  const fields: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : bareField(text, at, sought);
    if (field === null) return null;
    fields.push(field.value);
    if (field.value.length > 0 && text[at] === '"') lines += linesIn(field.value);
    if (text[field.stop] !== delimiter) {
      const isMerged = lines > 1 && areRecords(text.slice(from, field.stop), delimiter, fields.length);
      return isMerged ? null : { fields, stop: field.stop, lines };
    }
    at = field.stop + 1;
  }
}

interface Field {
  value: string;
  /** Where the delimiter or line end behind it stands, or the end of the text. */
  stop: number;
}

function bareField(text: string, at: number, sought: Sought): Field {
  const stop = Math.min(sought.delimiter(at), sought.lineEnd(at));
  return { value: text.slice(at, stop), stop };
}

/** A longer field is no cell's text: a quote that is never closed does not take the whole file. */
const LONGEST_FIELD = 100_000;

function quotedField(text: string, open: number, delimiter: string): Field | null {
  const pieces: string[] = [];
  for (let at = open + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - open > LONGEST_FIELD) return null;
    pieces.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') {
      const stop = behindBlanks(text, quote + 1, delimiter);
      const isClosed = stop >= text.length || text[stop] === delimiter || lengthOfEnd(text, stop) > 0;
      return isClosed ? { value: pieces.join(""), stop } : null;
    }
    pieces.push('"');
    at = quote + 2;
  }
}

/** Blanks behind a closing quote do no harm. */
function behindBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  while ((text[at] === " " || text[at] === "\t") && text[at] !== delimiter) at += 1;
  return at;
}

/**
 * Whether each line of a record has as many fields as the record itself: then two slips have put lines of the
 * table into one field between their quotes.
 */
function areRecords(text: string, delimiter: string, width: number): boolean {
  return width > 1 && text.split(LINE_END).every((line) => line.split(delimiter).length >= width);
}

function linesIn(text: string): number {
  return text.match(LINE_END)?.length ?? 0;
}

function lengthOfEnd(text: string, at: number): number {
  if (text[at] === "\r" && text[at + 1] === "\n") return 2;
  return /[\r\n\u2028\u2029]/u.test(text[at] ?? "") ? 1 : 0;
}

/** Where the next line end and the next delimiter stand, from a place on; the end of the text where none does. */
interface Sought {
  lineEnd: (from: number) => number;
  delimiter: (from: number) => number;
}

/** Keeps what it found last: a file with one delimiter at its end would else be gone through for every line. */
function finder(text: string, find: (from: number) => number): (from: number) => number {
  let [known, at] = [0, -1];
  return (from) => {
    if (from < known || from > at) {
      const found = find(from);
      [known, at] = [from, found < 0 ? text.length : found];
    }
    return at;
  };
}
