import type { Archive } from "./archive.js";
import { builtInFormat } from "./format/built-in.js";
import { GENERAL, numberFormat, type NumberFormat } from "./format/number-format.js";
import { LIMITS, meter, refused } from "./guard.js";
import { isOn } from "./strings.js";
import { readXml } from "./xml.js";

/** How a cell is set, as far as it changes what one reads there. */
export interface CellStyle {
  format: NumberFormat;
  /** Its font is struck out. */
  struck: boolean;
}

export const NO_STYLE: CellStyle = { format: GENERAL, struck: false };

/** What the styles part holds of formats and fonts, by the numbers that name them. */
interface StyleParts {
  codes: Map<number, string>;
  struckFonts: Set<number>;
  styles: { format: number; font: number }[];
}

/** The style of each cell format, by the index cells name it with. None where no part holds them. */
export async function readStyles(archive: Archive, part: string | null): Promise<readonly CellStyle[]> {
  if (part === null || !archive.has(part)) return [];
  const { codes, struckFonts, styles } = await readParts(archive, part);
  const formatOf = formats((id) => codes.get(id) ?? builtInFormat(id));
  return styles.map(({ format, font }) => ({ format: formatOf(format), struck: struckFonts.has(font) }));
}

async function readParts(archive: Archive, part: string): Promise<StyleParts> {
  const found: StyleParts = { codes: new Map(), struckFonts: new Set(), styles: [] };
  let fonts = 0;
  const parents: string[] = [];
  await readXml(archive, part, {
    root: "styleSheet",
    open(name, attributes) {
      const parent = parents.at(-1);
      const id = Number(attributes.get("numFmtId") ?? 0);
      // Differential formats (dxfs) hold numFmt and font elements too, which no cell refers to.
      if (name === "numFmt" && parent === "numFmts") found.codes.set(id, attributes.get("formatCode") ?? "");
      if (name === "font" && parent === "fonts") fonts += 1;
      if (name === "strike" && parents.at(-2) === "fonts" && isOn(attributes))
        found.struckFonts.add(fonts - 1);
      if (name === "xf" && parent === "cellXfs") {
        const count = found.styles.push({ format: id, font: Number(attributes.get("fontId") ?? 0) });
        if (count > LIMITS.formats)
          throw refused("workbook/too-many", { what: "单元格格式", limit: LIMITS.formats });
      }
      parents.push(name);
    },
    close: () => void parents.pop(),
  });
  return found;
}

/** Formats by their number; each code is read once, and all together are no longer than a program writes. */
export function formats(codeOf: (id: number) => string): (id: number) => NumberFormat {
  const known = new Map<number, NumberFormat>();
  const count = meter(LIMITS.formatCharacters, () =>
    refused("workbook/too-many", { what: "数字格式的字符", limit: LIMITS.formatCharacters }),
  );
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const code = codeOf(id);
    count(code.length);
    const made = code === "General" ? GENERAL : numberFormat(code);
    known.set(id, made);
    return made;
  };
}
