import { openCompound } from "./compound.js";
import { readXls } from "./xls/xls.js";
import type { SheetsRead } from "./sheets-read.js";

/** Reads a workbook out of an OLE2 container: an old one, or a new one that is encrypted. */
export async function readCompound(content: Buffer, name: string): Promise<SheetsRead> {
  const compound = openCompound(content);
  if (!compound.names.includes("encryptedpackage")) return readXls(compound, name);
  const [{ decryptPackage }, { readXlsx }] = await Promise.all([
    import("./encryption/package.js"),
    import("./xlsx.js"),
  ]);
  return readXlsx(decryptPackage(compound), name);
}
