import type { Archive } from "./archive.js";
import { LIMITS, refused } from "./guard.js";
import { builtInFormat, GENERAL, numberFormat, type NumberFormat } from "./number-format.js";
import { readXml } from "./xml.js";

/** The number format of each cell style, by the index cells name it with. */
export async function readFormats(archive: Archive, part: string | null): Promise<readonly NumberFormat[]> {
  if (part === null) return [];
  const custom = new Map<number, string>();
  const ids: number[] = [];
  const parents: string[] = [];
  await readXml(archive, part, {
    open(name, attributes) {
      const parent = parents.at(-1);
      const id = Number(attributes["numFmtId"] ?? 0);
      // Differential formats (dxfs) hold numFmt elements too, which no cell refers to.
      if (name === "numFmt" && parent === "numFmts") custom.set(id, attributes["formatCode"] ?? "");
      if (name === "xf" && parent === "cellXfs" && ids.push(id) > LIMITS.formats) {
        throw refused("workbook/too-many", { what: "单元格格式", limit: LIMITS.formats });
      }
      parents.push(name);
    },
    close: () => void parents.pop(),
  });
  const formats = new Map<number, NumberFormat>();
  for (const id of new Set(ids)) formats.set(id, numberFormat(custom.get(id) ?? builtInFormat(id)));
  return ids.map((id) => formats.get(id) ?? GENERAL);
}
