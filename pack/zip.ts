import { zipSync, type Zippable } from "fflate";
import type { Files } from "./files.js";

/** The date that npm gives to files, by whatever clock: the same files are the same archive. */
const DATE = new Date(1985, 9, 26, 8, 15);

/** An archive of the files. Names outside ASCII are marked as UTF-8, which Windows has understood since its version 8. */
export function zipped(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of files) entries[name] = [content, { mtime: DATE, level: levelOf(name) }];
  return zipSync(entries);
}

/** Web fonts are compressed already; above 6 node.exe takes a third longer and is as large. */
function levelOf(name: string): 0 | 6 {
  return name.endsWith(".woff") ? 0 : 6;
}
