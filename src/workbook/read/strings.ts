import type { Archive } from "./archive.js";
import { LIMITS, refused } from "./guard.js";
import { readXml, type Attributes } from "./xml.js";

/** The shared strings of a workbook in order, rich text joined, phonetic guides left out. */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<readonly string[]> {
  if (part === null) return [];
  const strings: string[] = [];
  const item = stringItem();
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === "si") item.start();
      else item.open(name, attributes);
    },
    text: (text) => item.text(text),
    close(name) {
      if (name === "si") strings.push(item.end());
      else item.close(name);
    },
  });
  return strings;
}

/**
 * Gathers the text of one `<si>` or `<is>`: all its `<t>` but those of phonetic runs `<rPh>`. Raised digits
 * stay raised: a footnote's 1 behind 34.1 makes 34.1¹, not 34.11.
 */
export function stringItem() {
  let gathered = "";
  let phonetic = false;
  let raised = false;
  let inText = false;
  return {
    start() {
      gathered = "";
    },
    open(name: string, attributes: Attributes) {
      if (name === "rPh") phonetic = true;
      if (name === "vertAlign") raised = attributes["val"] === "superscript";
      if (name === "t") inText = !phonetic;
    },
    text(text: string) {
      if (inText) gathered += raised ? superscript(text) : text;
    },
    close(name: string) {
      if (name === "rPh") phonetic = false;
      if (name === "r") raised = false;
      if (name === "t") inText = false;
    },
    end: () => decodeEscapes(gathered),
  };
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function superscript(text: string): string {
  return text.replace(/_x[0-9A-Fa-f]{4}_|\d/g, (found) => RAISED[Number(found)] ?? found);
}

/**
 * The text of a cell. Characters XML cannot hold are written `_x000D_`, and a literal `_x` as
 * `_x005F_x` (ECMA-376-1, 22.9.2.19 ST_Xstring).
 */
export function decodeEscapes(text: string): string {
  if (text.length > LIMITS.text * ESCAPE_LENGTH)
    throw refused("workbook/damaged", { detail: "单元格文字过长" });
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

const ESCAPE_LENGTH = "_x0000_".length;
