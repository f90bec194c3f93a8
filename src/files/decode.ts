export type Encoding = "utf-8" | "gb18030" | "utf-16";

/** What office machines write: Notepad and Excel in a Chinese Windows take GB18030 for “ANSI” and UTF-16 for “Unicode”. */
export const OFFICE_ENCODINGS: readonly Encoding[] = ["utf-8", "gb18030", "utf-16"];
/** What our own program and editors for programmers write. */
export const UTF8_ONLY: readonly Encoding[] = ["utf-8"];

/** A text, without its byte order mark. */
export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Whether there was a byte order mark. */
  marked: boolean;
}

/** Where the bytes stop being text, 1-based, in the encoding that goes furthest. */
export interface Undecodable {
  line: number;
  column: number;
}

/** A decoder's name and the mark it is known by. */
interface Mark {
  encoding: Encoding;
  label: string;
  mark: readonly number[];
}

export const MARKS: readonly Mark[] = [
  { encoding: "utf-8", label: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16", label: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16", label: "utf-16be", mark: [0xfe, 0xff] },
];

/**
 * The text of a file, in one of the `allowed` encodings and with nothing replaced; or the place of the first
 * byte that is none. A byte order mark settles the encoding. Without one UTF-8 is tried first: bytes that fit
 * it are hardly ever meant as GB18030. UTF-16 needs its mark.
 */
export function decode(bytes: Buffer, allowed: readonly Encoding[]): Decoded | Undecodable {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const candidates =
    marked === undefined ? unmarked(allowed) : allowed.includes(marked.encoding) ? [marked] : [];
  for (const { encoding, label } of candidates) {
    const text = decodedAs(bytes, label);
    // No text holds a NUL; tables and archives do from their first bytes on.
    if (text !== null && !text.includes("\0")) return { text, encoding, marked: marked !== undefined };
  }
  const ends = candidates.map(({ label }) => soundStart(bytes, label));
  return ends.sort((a, b) => b.length - a.length).map(endOf)[0] ?? { line: 1, column: 1 };
}

function unmarked(allowed: readonly Encoding[]): Omit<Mark, "mark">[] {
  return allowed.filter((each) => each !== "utf-16").map((encoding) => ({ encoding, label: encoding }));
}

function decodedAs(bytes: Uint8Array, label: string, stream = false): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The text before the first byte that is none. */
function soundStart(bytes: Buffer, label: string): string {
  let [sound, broken] = [0, bytes.length];
  while (sound < broken) {
    const middle = Math.ceil((sound + broken) / 2);
    if (decodedAs(bytes.subarray(0, middle), label, true) === null) broken = middle - 1;
    else sound = middle;
  }
  // What was sound so far may end within a character, of four bytes at most.
  for (let end = sound; end >= 0 && end > sound - 4; end--) {
    const text = decodedAs(bytes.subarray(0, end), label);
    if (text !== null) return text.split("\0", 1)[0] ?? "";
  }
  return "";
}

function endOf(text: string): Undecodable {
  const lines = text.split(/\r\n|\r|\n/u);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
