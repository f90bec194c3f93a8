import type { Archive } from "../../workbook/read/archive.js";
import { readXml } from "../../workbook/read/xml.js";
import type { Reader } from "./limits.js";

/** The paragraph styles of a document by their ids. */
export type Styles = ReadonlyMap<string, Style>;

interface Style {
  /** What programs show: heading 1, Body Text; ids are each program's own (Heading1, 1, a3). */
  name: string;
  /** 1 to 9 of headings, 0 of text. */
  level: number;
  /** The id of its list; "" without one. */
  list: string;
}

interface Raw {
  name: string;
  base: string;
  /** null: as its base has it. */
  level: number | null;
  list: string | null;
}

/** Longer chains of styles go in a circle. */
const LONGEST_CHAIN = 20;

export async function readStyles(
  archive: Archive,
  part: string | undefined,
  { count, own }: Reader,
): Promise<Styles> {
  if (part === undefined || !archive.has(part)) return new Map();
  const raw = new Map<string, Raw>();
  let open: Raw | null = null;
  await readXml(archive, part, {
    open(name, attributes) {
      const value = own(attributes.get("val") ?? "");
      if (name === "style") {
        count.styles(1);
        open = { name: "", base: "", level: null, list: null };
        raw.set(own(attributes.get("styleId") ?? ""), open);
      }
      if (open === null) return;
      if (name === "name") open.name = value;
      if (name === "basedOn") open.base = value;
      if (name === "outlineLvl") open.level = levelOf(value);
      if (name === "numId") open.list = value;
    },
    close: (name) => void (name === "style" && (open = null)),
  });
  return new Map(
    [...raw].map(([id, { name }]) => [id, { name, level: resolved(id, raw), list: listOf(id, raw) }]),
  );
}

/** 1 to 9 of what Word counts from 0; 9 there is text. */
export function levelOf(value: string): number {
  const level = Number(value);
  return /^\d$/u.test(value) && level < 9 ? level + 1 : 0;
}

/** A style and those it rests on, the nearest first. */
function chainOf(id: string, raw: ReadonlyMap<string, Raw>): Raw[] {
  const chain: Raw[] = [];
  for (
    let style = raw.get(id);
    style !== undefined && chain.length < LONGEST_CHAIN;
    style = raw.get(style.base)
  )
    chain.push(style);
  return chain;
}

function listOf(id: string, raw: ReadonlyMap<string, Raw>): string {
  return chainOf(id, raw).find(({ list }) => list !== null)?.list ?? "";
}

/** By its own outline level, by the name that all programs keep in English, or by the style it rests on. */
function resolved(id: string, raw: ReadonlyMap<string, Raw>): number {
  for (const style of chainOf(id, raw)) {
    const [, named] = /^(?:heading|标题)\s*(\d)$/iu.exec(style.name) ?? [];
    if (style.level !== null) return style.level;
    if (named !== undefined) return Number(named);
  }
  return 0;
}
