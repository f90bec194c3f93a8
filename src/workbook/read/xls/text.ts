import { LIMITS } from "../guard.js";
import type { Run, StringItem } from "../strings.js";
import type { Counts } from "./counts.js";
import type { Fields } from "./records.js";

/** How texts stand in the file. */
export interface TextReader {
  /** A text whose length takes so many bytes. */
  text(fields: Fields, lengthBytes: 1 | 2): StringItem;
  plain(fields: Fields, lengthBytes: 1 | 2): string;
}

/** A font's marks, by the number that texts and styles name it with. */
export interface Font {
  struck: boolean;
  script: Run["script"];
}

const WIDE = 0x01;
const PHONETIC = 0x04;
const RICH = 0x08;

/** Texts of Excel 97 and later (BIFF8): Unicode, with runs of other fonts ([MS-XLS] 2.5.293). */
export function unicodeTexts(fonts: readonly Font[], counts: Counts): TextReader {
  const read = (fields: Fields, lengthBytes: 1 | 2): { text: string; runs: Start[] } => {
    const count = lengthBytes === 1 ? fields.byte() : fields.word();
    // An empty text may leave out all that follows.
    if (count === 0 && fields.left() === 0) return { text: "", runs: [] };
    const options = fields.byte();
    const runs = (options & RICH) === 0 ? 0 : fields.word();
    const phonetic = (options & PHONETIC) === 0 ? 0 : fields.long();
    counts.characters(count);
    counts.runs(runs);
    const text = fields.characters(count, (options & WIDE) !== 0);
    const starts = Array.from({ length: runs }, () => ({ from: fields.word(), font: fields.word() }));
    fields.skip(phonetic);
    return { text, runs: starts };
  };
  return {
    plain: (fields, lengthBytes) => read(fields, lengthBytes).text,
    text(fields, lengthBytes) {
      const { text, runs } = read(fields, lengthBytes);
      return withRuns(text, runs, fonts);
    },
  };
}

/** A place in a text, and the number of the font from there on. */
export interface Start {
  from: number;
  font: number;
}

/** Code pages of Windows by their number ([MS-XLS] 2.4.52), as decoders are called. */
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [932, "shift_jis"],
  [936, "gb18030"],
  [949, "euc-kr"],
  [950, "big5"],
  [10_000, "macintosh"],
  [10_008, "gb18030"],
  [32_768, "macintosh"],
  [32_769, "windows-1252"],
  ...Array.from({ length: 9 }, (_, at): [number, string] => [1250 + at, `windows-${String(1250 + at)}`]),
]);

/** Texts of Excel 5 and 95 (BIFF5): bytes in the code page of the machine that wrote them. */
export function codePageTexts(codePage: number, counts: Counts): TextReader {
  const decoder = new TextDecoder(CODE_PAGES.get(codePage) ?? "gb18030");
  const plain = (fields: Fields, lengthBytes: 1 | 2): string => {
    const count = lengthBytes === 1 ? fields.byte() : fields.word();
    counts.characters(count);
    return decoder.decode(fields.bytes(count));
  };
  return { plain, text: (fields, lengthBytes) => withinLimit(plain(fields, lengthBytes)) };
}

function withinLimit(text: string): string | null {
  return text.length > LIMITS.text ? null : text;
}

/**
 * The text in runs; before the first of them it is set in the cell's own font. Where fonts differ in what is not asked
 * about, as those of 汉字 and of figures do in every other text, it stays one run.
 */
export function withRuns(text: string, starts: readonly Start[], fonts: readonly Font[]): StringItem {
  if (text.length > LIMITS.text) return null;
  if (starts.length === 0) return text;
  const runs: Run[] = [];
  const add = (from: number, to: number, font: Omit<Run, "text">) => {
    if (to <= from) return;
    const last = runs.at(-1);
    if (last?.struck === font.struck && last.script === font.script) last.text += text.slice(from, to);
    else runs.push({ struck: font.struck, script: font.script, text: text.slice(from, to) });
  };
  add(0, starts[0]?.from ?? 0, { struck: null, script: null });
  starts.forEach(({ from, font }, index) => {
    add(from, starts[index + 1]?.from ?? text.length, fontAt(fonts, font));
  });
  return runs;
}

const PLAIN_FONT: Font = { struck: false, script: null };

/** Fonts are counted without the number 4, which does not exist. */
export function fontAt(fonts: readonly Font[], number: number): Font {
  return fonts[number > 4 ? number - 1 : number] ?? PLAIN_FONT;
}
