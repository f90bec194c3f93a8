import { sha256 } from "../../files/digest.js";
import { readBytes, type Refusal } from "../../files/read.js";
import { bugText } from "../../issues/bug.js";
import type { Issue } from "../../issues/issue.js";
import { LIMITS, megabytes, Refused, refused } from "./guard.js";
import { fileKind, type FileKind } from "./kind.js";
import type { SheetsRead } from "./sheets-read.js";
import { plainLine } from "../../terms/plain-text.js";
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
  /** What the file says of itself; see `SheetsRead`. */
  keywords: string;
  issues: readonly Issue[];
}

/**
 * Reads the file at `path`, which findings call `name`. Never throws for what a file may be: every
 * such case is a finding in `issues`.
 */
export async function readWorkbook(path: string, name: string): Promise<WorkbookContent> {
  const identity = { name: plainLine(name), bytes: 0, sha256: "" };
  try {
    const { content, refusal } = await readBytes(path, LIMITS.fileBytes);
    if (refusal !== null) throw refusedFile(refusal);
    if (content.length === 0) throw refused("workbook/empty-file", {});
    identity.bytes = content.length;
    identity.sha256 = sha256(content);
    return { ...identity, ...(await readSheets(content, name)) };
  } catch (error) {
    const found =
      error instanceof Refused ? error : refused("workbook/reader-failed", { bug: bugText(error) });
    return { ...identity, sheets: [], keywords: "", issues: [found.finding(name)] };
  }
}

function refusedFile({ why, reason, size }: Refusal): Refused {
  switch (why) {
    case "missing":
      return refused("workbook/missing-file", {});
    case "not-a-file":
      return refused("workbook/not-a-file", {});
    case "too-large":
      return refused("workbook/file-too-large", megabytes(size, LIMITS.fileBytes));
    default:
      return refused("workbook/unreadable", { reason });
  }
}

/** The parsers are loaded when a file of their kind turns up: most folders hold one kind only. */
async function readSheets(content: Buffer, name: string): Promise<SheetsRead> {
  return READERS[fileKind(name, content)](content, name);
}

const READERS: Readonly<Record<FileKind, (content: Buffer, name: string) => Promise<SheetsRead>>> = {
  csv: async (content, name) => (await import("./csv.js")).readCsv(content, name),
  xlsx: async (content, name) => (await import("./xlsx.js")).readXlsx(content, name),
  compound: async (content, name) => (await import("./compound-workbook.js")).readCompound(content, name),
};
