import path from "node:path";
import { ensureWritable, writeOutputs } from "../files/outputs.js";
import { isBelow, standingAt } from "../files/list.js";
import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import { isWorkbook } from "../data/folder/listing.js";
import { dataFolderOf, type CommandOptions, type Surroundings } from "../run/settings.js";

/**
 * Does `work`, with what it prints put into the file the user named. PowerShell's `>` takes the bytes of
 * a program for text in the system's old encoding and writes them as another: no Chinese comes through it whole.
 * Where the work fails, the file is left as it was and what was printed is shown. Throws ReportError (exit 2) for a file
 * of the data folder that others filled in.
 */
export async function saving(
  file: string,
  options: CommandOptions,
  surroundings: Surroundings,
  work: (surroundings: Surroundings) => Promise<ExitCode>,
): Promise<ExitCode> {
  await refuseInput(file, dataFolderOf(options));
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

/** What is read from a data folder beside its workbooks; a list that was saved there before as a text is none. */
const TEXTS = /\.(?:ya?ml|md|docx|json)$/iu;

async function refuseInput(file: string, data: string): Promise<void> {
  const isInput = isWorkbook(file) || TEXTS.test(file);
  if (!isBelow(file, data) || !isInput || (await standingAt(file)) === null) return;
  throw new ReportError(
    `没有存成 ${file}：数据文件夹里已经有这个文件，存进去会盖掉各单位的数据`,
    EXIT.usage,
    "请换一个文件名，存到数据文件夹以外",
  );
}

const NEXT = "请关闭正在查看该文件的程序，或换一个文件名";
