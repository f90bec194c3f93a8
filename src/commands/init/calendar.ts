import { EVALUATION_PART_NAMES } from "../../narrative/part-names.js";
import { folderOptions, type Folders } from "./folder-options.js";

/** What the calendar of a year's work is made for. */
export interface YearOfWork {
  /** The data year; the work is done in the year after. */
  year: number;
  folders: Folders;
  /** 中期评估报告 … of this data year, with the verb that makes it; none in most years. */
  evaluations: readonly { name: string; verb: string }[];
}

/** One step of the year: when, what, the commands, and how it is seen that it is done. */
interface Step {
  when: string;
  what: string;
  how: readonly string[];
  commands: readonly string[];
}

/** 年历.md: what to do in which month. Its commands can be copied as they stand. */
export function calendarPage(work: YearOfWork): string {
  const { year } = work;
  const folders = folderOptions(work.folders);
  const steps = stepsOf(work).map(
    ({ when, what, how, commands }, at) =>
      `## ${at + 1}. ${what}（${when}）\n\n${how.join("\n")}\n` +
      (commands.length === 0 ? "" : `\n${commands.map((each) => `    ${each}${folders}\n`).join("")}`),
  );
  return `# ${year}年监测工作年历

月份按通常的安排拟定，请按本地实际改。缩进的各行是命令，在“命令提示符”或 PowerShell 中一行一行运行；
命令后加 --help 有说明。命令只读数据文件夹，写出的报告在 out 文件夹；收表（report collect）才往数据文件夹里写。

${steps.join("\n")}
做下一年时运行 report init ${year + 1}${folders}：只补上新一年的文字材料，已有的文件一律不动。
要一份新的年历，先把这一份改名。
`;
}

function stepsOf(work: YearOfWork): Step[] {
  return [...collecting(work), ...drafting(work), ...evaluating(work), ...finishing(work)];
}

function collecting({ year }: YearOfWork): Step[] {
  const next = year + 1;
  return [
    {
      when: `${next}年1月`,
      what: "发填报表",
      how: [
        `每个责任单位一份，写在 out/${year}/填报表 中，带上年数。把各份发给各单位，写明截止日期。`,
        `妇幼健康指标的统计年度到${year}年9月30日为止，这几张表可以先催。`,
      ],
      commands: [`report form ${year} --deadline ${next}年3月31日`],
    },
    {
      when: `${next}年2—3月`,
      what: "收表",
      how: [
        "把交回的表放进“回收”文件夹（不必改名，可以分几次），每放进一批运行一次。",
        "数收进数据文件夹的 监测数据库.csv，屏幕上列出哪些单位还没有报。",
      ],
      commands: [`report collect 回收 --year ${year}`],
    },
    {
      when: `${next}年3月`,
      what: "催报和退回",
      how: [
        "回收情况存成表，转发催报；没有报齐的单位各写一份催报函，在 out 的“任务单”文件夹中。",
        "有问题的表带批注写到“退回”文件夹，发还单位改，改好再收一次。",
      ],
      commands: [
        `report collect 回收 --year ${year} --format xlsx`,
        `report tasks ${year} --deadline ${next}年3月31日`,
        `report collect 回收 --year ${year} --return 退回`,
      ],
    },
    {
      when: `${next}年4月上旬`,
      what: "核查",
      how: [
        "逐条看错误和提醒：错误要改，提醒要问。属实的提醒在 manifest.yaml 的 silences 中写明理由，以后不再提醒。",
        "没有错误、提醒都有了说法，就算做完。",
      ],
      commands: ["report validate", `report score ${year}`],
    },
  ];
}

function drafting({ year }: YearOfWork): Step[] {
  const next = year + 1;
  return [
    {
      when: `${next}年4月中下旬`,
      what: "出初稿",
      how: [
        "各领域的工作措施和建议写在 narrative 文件夹中，一个规划一个文件，写在已有的标题下；不写的标题不印。",
        "manifest.yaml 的 review 是“初稿”，封面印“初稿”和还没有核实的提醒有几项。错误没有改完、急着看样子时加 --draft。",
      ],
      commands: [`report annual ${year}`],
    },
    {
      when: `${next}年5月`,
      what: "征求意见",
      how: [
        "把 manifest.yaml 的 review 改为“征求意见稿”，重新编制，发各责任单位和妇儿工委办公室。",
        "改数的重新收表，改文字的改 narrative 中的文件，不要只改印出来的报告。",
      ],
      commands: [`report annual ${year}`],
    },
  ];
}

/** The years in which the plan is evaluated. */
function evaluating({ year, evaluations }: YearOfWork): Step[] {
  return evaluations.map(({ name, verb }) => ({
    when: `${year + 1}年5—6月`,
    what: `编制${name}`,
    how: [
      `由评估组（妇儿工委办公室）编制。“${EVALUATION_PART_NAMES.achievements}”等几部分必须写，写在 narrative 的同一个文件中。`,
      "没有写完时加 --draft，末页列出还缺哪几部分。",
    ],
    commands: [`report ${verb} --year ${year}`],
  }));
}

function finishing({ year }: YearOfWork): Step[] {
  const next = year + 1;
  return [
    {
      when: `${next}年6月`,
      what: "送审",
      how: ["把 review 改为“送审稿”，重新编制，连同 report validate 的结果送领导小组。"],
      commands: [`report annual ${year}`],
    },
    {
      when: `${next}年6月底`,
      what: "定稿",
      how: [
        "把 review 改为“定稿”，status 改为“最终”，最后编制一次：封面不再印稿次。",
        "再存档：印发的数、状态和文字存入数据文件夹的“已发布”，以后年度据此列出修订和变化。",
        "对外公布的另编公开版。印发的文件连同整个数据文件夹一起备份。",
      ],
      commands: [`report annual ${year}`, `report publish ${year}`, `report annual ${year} --edition public`],
    },
    {
      when: `${next}年6月底`,
      what: "报领导、发任务单",
      how: ["监测简报每个规划一页，供领导阅看；任务单每个责任单位一份，发各单位落实。"],
      commands: [`report brief ${year}`, `report tasks ${year}`],
    },
  ];
}
