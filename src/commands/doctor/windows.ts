import path from "node:path";
import { listWorkbooks } from "../../data/folder/listing.js";
import { isBelow, isElsewhere, standingAt } from "../../files/list.js";
import { ReportError } from "../../issues/error.js";
import type { Settings, Surroundings } from "../../run/settings.js";
import type { Finding } from "./finding.js";
import { policyFindings } from "./policies.js";
import { saidBy, type Ask } from "./said-by.js";

/** What is asked of the system; tests hand in one that answers as they like. */
interface System {
  ask: Ask;
  isElsewhere: (file: string) => Promise<boolean>;
}

/** What is looked at. */
interface Machine extends System {
  settings: Settings;
  env: NodeJS.ProcessEnv;
}

/** What keeps the program from its work on Windows in an office, and is seen before it does. */
const LOOKS: readonly ((machine: Machine) => Promise<Finding[]>)[] = [
  ({ ask }) => consoleFindings(ask),
  ({ ask }) => policyFindings(ask),
  cloudFindings,
  ({ settings }) => Promise.resolve(depthFindings(settings.outFolder ?? "out")),
];

/** What the doctor sees on Windows alone; nothing elsewhere. */
export async function windowsFindings(
  settings: Settings,
  { env, platform }: Surroundings,
  system: System = { ask: saidBy, isElsewhere },
): Promise<Finding[]> {
  if (platform !== "win32") return [];
  return (await Promise.all(LOOKS.map((look) => look({ ...system, settings, env })))).flat();
}

/** https://learn.microsoft.com/windows/win32/intl/code-page-identifiers */
const UTF8 = 65001;

/** To the screen we write Unicode, to a file or another program UTF-8, which those that read GBK take for something else. */
async function consoleFindings(ask: Ask): Promise<Finding[]> {
  const page = Number(/\d+/u.exec(await ask("chcp.com", []))?.[0] ?? UTF8);
  if (page === UTF8) return [];
  const text = `代码页${page}：屏幕上的汉字不受影响；用 > 或 | 交给别的程序会成乱码，请用 --save 存成文件`;
  return [{ state: "good", name: "控制台", text }];
}

/** Set by OneDrive where it is signed in: personal, at work, whichever is the one. */
const ONEDRIVES = ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"];

const KEEP = "请在资源管理器中右击该文件夹，选“始终保留在此设备上”";

/** Files in a cloud folder may be names alone: they are fetched when they are read, if there is a network just then. */
async function cloudFindings({
  settings: { dataFolder },
  env,
  isElsewhere: isAway,
}: Machine): Promise<Finding[]> {
  const name = "数据文件夹·云盘";
  const workbooks = await workbooksIn(dataFolder);
  const away = await Promise.all(workbooks.map((file) => isAway(path.join(dataFolder, file))));
  const first = workbooks.find((_, index) => away[index]);
  if (first !== undefined) {
    const count = away.filter(Boolean).length;
    return [{ state: "fair", name, text: `${count}个工作簿还没有下载到本机，如“${first}”。${KEEP}` }];
  }
  const clouds = ONEDRIVES.flatMap((each) => env[each] ?? []);
  if (!clouds.some((cloud) => isBelow(dataFolder, cloud))) return [];
  return [{ state: "good", name, text: `在 OneDrive 中，工作簿都已下载到本机。要保持这样，${KEEP}` }];
}

/** None where the folder cannot be read, which is told of the folder itself. */
async function workbooksIn(folder: string): Promise<readonly string[]> {
  try {
    return (await standingAt(folder)) === "folder" ? (await listWorkbooks(folder)).workbooks : [];
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return [];
  }
}

/** Excel opens no file whose path is longer: https://support.microsoft.com/office/excel-specifications-and-limits */
const MOST_IN_EXCEL = 218;

/** The longest of our file names, with the folder it may be in: 任务单/…, 永川区…监测统计报告（公开版）.docx. */
const LONGEST_NAME = 50;

function depthFindings(outFolder: string): Finding[] {
  const length = path.resolve(outFolder).length;
  if (length + LONGEST_NAME <= MOST_IN_EXCEL) return [];
  const text = `“${outFolder}”的完整路径有${length}个字符；加上文件名，Excel 打不开（不能超过${MOST_IN_EXCEL}个）。请用 --out 写到浅一些的文件夹，如 D:\\报告`;
  return [{ state: "fair", name: "输出文件夹·路径", text }];
}
