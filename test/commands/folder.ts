import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A temporary folder of a test's own: a data folder to fill, and an output folder to look into. */
export interface TestFolder {
  data: string;
  out: string;
  /** Writes a file, with the folders above it; `name` is relative to the folder. */
  write(name: string, text: string): Promise<string>;
  /** Names and bytes of what lies in the output folder. */
  written(): Promise<Record<string, Buffer>>;
  remove(): Promise<void>;
}

export async function testFolder(): Promise<TestFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), "report-commands-"));
  const out = path.join(folder, "out");
  return {
    data: path.join(folder, "data"),
    out,
    write: async (name, text) => {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      return file;
    },
    written: async () => {
      const names = (await readdir(out)).sort();
      return Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await readFile(path.join(out, name))] as const)),
      );
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** An 指标数据 sheet as CSV: a head of years, then one line per indicator. */
export function indicatorCsv(
  years: readonly number[],
  lines: readonly (readonly (string | number)[])[],
): string {
  const head = ["编号", "指标名称", ...years.map((year) => `${year}年`)];
  return [head, ...lines].map((line) => line.join(",")).join("\n");
}
