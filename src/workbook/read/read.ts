import type { Issue } from "../../issues/issue.js";
import { readBytes } from "../../files/input-file.js";
import { Refused } from "../../files/guard.js";
import { fileKind } from "./kind.js";
import type { Sheet } from "../sheet.js";

/** A workbook or CSV file as plain sheets. */
export interface WorkbookContent {
  /** How findings call the file. */
  name: string;
  /** Size on disk; 0 where the file could not be read. */
  bytes: number;
  /** Hexadecimal; "" where the file could not be read. */
  sha256: string;
  /** None where the file was refused; the finding says why. */
  sheets: readonly Sheet[];
  issues: readonly Issue[];
}

/**
 * Reads the file at `path`, which findings call `name`. Never throws for what a file may be: every
 * such case is a finding in `issues`.
 */
export async function readWorkbook(path: string, name: string): Promise<WorkbookContent> {
  const identity = { name, bytes: 0, sha256: "" };
  try {
    const { content, sha256 } = await readBytes(path);
    identity.bytes = content.length;
    identity.sha256 = sha256;
    return { ...identity, ...(await readSheets(content, name)) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...identity, sheets: [], issues: [error.finding(name)] };
  }
}

/** The parsers are loaded when a file of their kind turns up: most folders hold one kind only. */
async function readSheets(
  content: Buffer,
  name: string,
): Promise<Pick<WorkbookContent, "sheets" | "issues">> {
  if (fileKind(name, content) === "csv") {
    const { readCsv } = await import("./csv.js");
    return { sheets: [readCsv(content, name)], issues: [] };
  }
  const { readXlsx } = await import("./xlsx.js");
  return readXlsx(content, name);
}
