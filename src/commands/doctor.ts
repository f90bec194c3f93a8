import { Chalk } from "chalk";
import { listWorkbooks } from "../data/folder/listing.js";
import { readLedger } from "../data/ledger/read.js";
import { standingAt } from "../files/list.js";
import { EXIT, type ExitCode, ReportError } from "../issues/error.js";
import { hasErrors } from "../issues/issue.js";
import { loadPlans } from "../plan/folder.js";
import type { BrowserHandle } from "../print/browser/browser.js";
import type { UsedFont } from "../print/browser/page.js";
import { openFound } from "../run/browser-door.js";
import { ensureWritable } from "../files/outputs.js";
import {
  settingsOf,
  toolVersion,
  type CommandOptions,
  type Settings,
  type Surroundings,
} from "../run/settings.js";
import type { Finding, State } from "./doctor/finding.js";
import { windowsFindings } from "./doctor/windows.js";

const MARKS: Record<State, string> = { good: "✓", fair: "！", bad: "✗" };

/** The fonts of GB/T 9704—2012 under the names they are sold by, the element set in them, and what stands in for each. */
const FONTS: readonly { face: string; element: string; names: readonly string[]; substitute: string }[] = [
  {
    face: "标题（小标宋）",
    element: "h1",
    names: ["方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"],
    substitute: "思源宋体（粗体）",
  },
  {
    face: "正文（仿宋）",
    element: "p",
    names: ["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "华文仿宋"],
    substitute: "思源宋体",
  },
  {
    face: "二级标题（楷体）",
    element: "h3",
    names: ["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "华文楷体"],
    substitute: "霞鹜文楷",
  },
  {
    face: "一级标题（黑体）",
    element: "h2",
    names: ["黑体", "SimHei", "STHeiti", "华文黑体"],
    substitute: "思源黑体",
  },
  {
    face: "页码（宋体）",
    element: "div",
    names: ["宋体", "SimSun", "STSong", "华文宋体"],
    substitute: "思源宋体",
  },
];

/**
 * Looks at everything a report needs, and says what is there and what to do about the rest. Returns 3
 * when there is no usable browser, 1 when the plans or the monitoring database have errors, 2 when fonts of
 * the program are gone or the report could not be written, else 0.
 */
export async function doctor(options: CommandOptions, surroundings: Surroundings): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, { known: [], defaults: [] });
  const { terminal } = surroundings;
  const chalk = new Chalk({ level: terminal.colour.out ? 1 : 0 });
  const paint: Record<State, (text: string) => string> = {
    good: chalk.green,
    fair: chalk.yellow,
    bad: chalk.red,
  };
  const tell = ({ state, name, text }: Finding): void =>
    terminal.out(`${paint[state](MARKS[state])} ${name}：${text}\n`);

  tell({
    state: "good",
    name: "版本",
    text: `report ${await toolVersion()}，Node.js ${process.version}，${process.platform} ${process.arch}`,
  });
  const print = await printFindings(settings, surroundings);
  print.forEach(tell);
  const fonts = await bundledFonts();
  fonts.forEach(tell);
  const plans = await plansFinding(settings);
  tell(plans);
  const data = await dataFinding(settings);
  tell(data);
  const out = await outFinding(settings);
  tell(out);
  (await windowsFindings(settings, surroundings)).forEach(tell);
  if (print.some(isBad)) return EXIT.noBrowser;
  if ([plans, data].some(isBad)) return EXIT.findings;
  return [...fonts, out].some(isBad) ? EXIT.usage : EXIT.done;
}

function isBad({ state }: Finding): boolean {
  return state === "bad";
}

async function printFindings(settings: Settings, surroundings: Surroundings): Promise<Finding[]> {
  const name = "浏览器";
  try {
    const { found, browser } = await openFound(settings, surroundings);
    try {
      const running: Finding = { state: "good", name, text: `${browser.version}，${found.how}` };
      return [running, ...(await fontFindings(browser, settings))];
    } finally {
      await browser.close();
    }
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return [{ state: "bad", name, text: `${error.message}。${error.hint}` }];
  }
}

/** In which fonts this browser sets a page of ours, which is not always what the machine is said to have. */
async function fontFindings(browser: BrowserHandle, { templatesFolder }: Settings): Promise<Finding[]> {
  const [{ facesSample }, { openFaces }] = await Promise.all([
    import("../render/faces/sample.js"),
    import("../render/faces/faces.js"),
  ]);
  // Told apart, where they are gone.
  const faces = await openFaces().catch(() => []);
  const sample = await facesSample({ override: templatesFolder }, faces);
  return browser.withPage(async (page) => {
    await page.load(sample);
    const findings: Finding[] = [];
    for (const font of FONTS) findings.push(fontFinding(font, await page.fontsOf(font.element)));
    return findings;
  });
}

function fontFinding(
  { face, names, substitute }: (typeof FONTS)[number],
  used: readonly UsedFont[],
): Finding {
  const name = `字体·${face}`;
  const own = used.filter(({ carried }) => !carried).map(({ family }) => family);
  if (own.length === 0) {
    return { state: "fair", name, text: `本机没有${names[0] ?? ""}，用随程序安装的${substitute}代替` };
  }
  const fitting = own.every((family) => names.includes(family));
  return fitting
    ? { state: "good", name, text: own.join("、") }
    : { state: "fair", name, text: `本机没有${names[0] ?? ""}，实际用的是本机的${own.join("、")}` };
}

/** Says something only where one of the fonts that stand in for others is not there. */
async function bundledFonts(): Promise<Finding[]> {
  const { openFaces } = await import("../render/faces/faces.js");
  try {
    await openFaces();
    return [];
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return [{ state: "bad", name: "随程序安装的字体", text: `${error.message}。${error.hint}` }];
  }
}

async function plansFinding({ plansFolder }: Settings): Promise<Finding> {
  const name = "规划文件";
  try {
    const { plans, issues } = await loadPlans(plansFolder);
    const list = plans.map(
      ({ shortTitle, rows, projects }) => `${shortTitle}（指标${rows.length}项、项目${projects.length}个）`,
    );
    if (hasErrors(issues))
      return { state: "bad", name, text: `${plansFolder} 有错误，用 report validate 查看` };
    return { state: "good", name, text: list.join("，") };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { state: "bad", name, text: `${error.message}。${error.hint}` };
  }
}

async function dataFinding({ dataFolder }: Settings): Promise<Finding> {
  const name = "数据文件夹";
  try {
    return { name, ...(await dataState(dataFolder)) };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { state: "bad", name, text: `${error.message}。${error.hint}` };
  }
}

async function dataState(dataFolder: string): Promise<Omit<Finding, "name">> {
  if ((await standingAt(dataFolder)) !== "folder") {
    return {
      state: "fair",
      text: `没有“${dataFolder}”；用 report init 建立，或用 --data 指定`,
    };
  }
  const { workbooks, ledger, issues } = await listWorkbooks(dataFolder);
  if (hasErrors(issues))
    return { state: "bad", text: `“${dataFolder}”中有打不开的文件夹，用 report validate 查看` };
  const stored = ledger === null ? null : await readLedger(dataFolder);
  if (stored !== null && hasErrors(stored.issues))
    return { state: "bad", text: `“${dataFolder}”的监测数据库有错误，用 report validate 查看` };
  const lines = stored?.file?.lines ?? 0;
  const held = [
    ...(stored === null ? [] : [`监测数据库（${lines}行）`]),
    ...(workbooks.length === 0 ? [] : [`${workbooks.length}个工作簿`]),
  ];
  return held.length === 0
    ? { state: "fair", text: `“${dataFolder}”中还没有工作簿` }
    : { state: "good", text: `“${dataFolder}”中有${held.join("和")}` };
}

async function outFinding({ outFolder }: Settings): Promise<Finding> {
  const name = "输出文件夹";
  const folder = outFolder ?? "out";
  try {
    await ensureWritable(folder);
    return { state: "good", name, text: `“${folder}”可以写入` };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { state: "bad", name, text: error.message };
  }
}
