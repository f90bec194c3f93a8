import { createHash } from "node:crypto";
import { plainLine } from "./plain-text.js";
import { tableOf } from "./table-of.js";

/** Marks Windows refuses in a file name, and what reads the same. */
const FULL_WIDTH = tableOf<string>({
  "\\": "＼",
  "/": "／",
  ":": "：",
  "*": "＊",
  "?": "？",
  '"': "＂",
  "<": "＜",
  ">": "＞",
  "|": "｜",
});

/** Devices that Windows sees in a name, whatever its ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[\d¹²³])(?=\.|$)/iu;

/** A name has 255 bytes at most, of which an ending, and what is added to it, take some. */
const MOST_BYTES = 200;

/**
 * A file name, without its ending, of a text from a plan or a workbook: what every system allows in one, in one
 * folder and never another. Different texts stay different, however long they are.
 */
export function fileName(text: string): string {
  const allowed = plainLine(text)
    .replace(/[\\/:*?"<>|]/gu, (mark) => FULL_WIDTH[mark] ?? "")
    .replace(/[\ufffd\p{Cs}]/gu, "")
    .replace(/^[\s.~]+/u, "");
  const name = withoutEnd(allowed).replace(DEVICE, "_$&") || "未命名";
  return Buffer.byteLength(name) <= MOST_BYTES ? name : shortened(name, text);
}

/** Without the white space and dots at its end, which Windows leaves out. */
function withoutEnd(name: string): string {
  let end = name.length;
  while (end > 0 && /[\s.]/u.test(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end);
}

/** Its beginning and its end, which tells what kind of file it is, and between them what tells it from others. */
function shortened(name: string, text: string): string {
  const mark = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const characters = [...name];
  const [start, end] = [upTo(characters, 90), upTo([...characters].reverse(), 90)];
  return `${start.join("").trimEnd()}…${mark}…${end.reverse().join("").trimStart()}`;
}

function upTo(characters: readonly string[], bytes: number): string[] {
  let left = bytes;
  const end = characters.findIndex((each) => (left -= Buffer.byteLength(each)) < 0);
  return characters.slice(0, end);
}
