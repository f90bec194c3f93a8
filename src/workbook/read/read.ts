import { sha256 } from "../../files/digest.js";
import { readBytes, type Refusal } from "../../files/read.js";
import type { Issue } from "../../issues/issue.js";
import { LIMITS, megabytes, Refused, refused } from "./guard.js";
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
    const { content, refusal } = await readBytes(path, LIMITS.fileBytes);
    if (refusal !== null) throw refusedFile(refusal);
    if (content.length === 0) throw refused("workbook/empty-file", {});
    identity.bytes = content.length;
    identity.sha256 = sha256(content);
    return { ...identity, ...(await readSheets(content, name)) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...identity, sheets: [], issues: [error.finding(name)] };
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
async function readSheets(
  content: Buffer,
  name: string,
): Promise<Pick<WorkbookContent, "sheets" | "issues">> {
  if (fileKind(name, content) === "csv") {
    const { readCsv } = await import("./csv.js");
    return readCsv(content, name);
  }
  const { readXlsx } = await import("./xlsx.js");
  return readXlsx(content, name);
}
