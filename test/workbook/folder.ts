import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { readWorkbook, type WorkbookContent } from "../../src/workbook/read/read.js";

/** A folder for the tests of one file; `read` writes bytes there under a name and reads them back. */
export function testFolder() {
  let path = "";
  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), "workbook-"));
  });
  afterAll(() => rm(path, { recursive: true }));
  return {
    file: (name: string) => join(path, name),
    async read(content: string | Uint8Array, name = "表.xlsx"): Promise<WorkbookContent> {
      await writeFile(join(path, name), content);
      return readWorkbook(join(path, name), name);
    },
  };
}

export function codes({ issues }: Pick<WorkbookContent, "issues">): string[] {
  return issues.map((each) => each.code);
}
