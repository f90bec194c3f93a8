import path from "node:path";
import { ensureWritable, writeOutputs } from "../files/outputs.js";
import type { ExitCode } from "../issues/error.js";
import type { Surroundings } from "../run/settings.js";

/**
 * Does `work`, with what it prints put into the file the user named. PowerShell's `>` takes the bytes of
 * a program for text in the system's old encoding and writes them as another: no Chinese comes through it whole.
 * Where the work fails, the file is left as it was and what was printed is shown.
 */
export async function saving(
  file: string,
  surroundings: Surroundings,
  work: (surroundings: Surroundings) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { terminal } = surroundings;
  const printed: string[] = [];
  const keeping = {
    ...terminal,
    out: (text: string) => void printed.push(text),
    colour: { ...terminal.colour, out: false },
  };
  const code = await work({ ...surroundings, terminal: keeping }).catch((error: unknown) => {
    terminal.out(printed.join(""));
    throw error;
  });
  const folder = path.dirname(file);
  await ensureWritable(folder, { next: NEXT });
  await writeOutputs(folder, [{ name: path.basename(file), bytes: Buffer.from(printed.join("")) }], {
    next: NEXT,
  });
  terminal.err(`已存成 ${file}\n`);
  return code;
}

const NEXT = "请关闭正在查看该文件的程序，或换一个文件名";
