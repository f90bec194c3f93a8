import { Command, Option } from "commander";
import type { CollectOptions } from "./collect.js";
import type { FormOptions } from "./form.js";
import {
  browserOption,
  dataOptions,
  examples,
  folderOptions,
  formatOption,
  outOption,
  pathOptions,
  repeated,
  saveOption,
  strictOption,
  type Verb,
} from "./options.js";
import { batch } from "./districts/verb.js";
import { rollup } from "./districts/rollup-verb.js";
import { annual, brief, final, midterm, overview, tasks } from "./report-verbs.js";
import type { CommandOptions, Surroundings } from "../run/settings.js";
import type { ExitCode } from "../issues/error.js";

/** Does `work`, its result on the screen or in the file that --save names. */
async function saved(
  options: CommandOptions,
  surroundings: Surroundings,
  work: (surroundings: Surroundings) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (options.save === undefined) return work(surroundings);
  const { saving } = await import("./saving.js");
  return saving(options.save, options, surroundings, work);
}

const score: Verb = (surroundings, done) =>
  dataOptions(new Command("score"))
    .description("按规划目标评价各指标，在屏幕上列出结果")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(formatOption("table（屏幕表格）、json、csv", "table"))
    .addOption(saveOption())
    .addOption(strictOption())
    .addHelpText(
      "after",
      examples(
        ["report score 2025 --plan children", "查看儿童发展规划各指标的状态"],
        ["report score 2025 --format csv --save 评价结果.csv", "存成可用 Excel 打开的表"],
        ["report score 2025 --format json", "供其他程序读取"],
      ),
    )
    .action(async (year: string, options: CommandOptions) => {
      const [{ score }, { yearOf }] = await Promise.all([import("./score.js"), import("../run/settings.js")]);
      done(await saved(options, surroundings, (here) => score(yearOf(year), options, here)));
    });

const validate: Verb = (surroundings, done) =>
  dataOptions(new Command("validate"))
    .description("检查规划文件、数据文件夹和版式，列出全部问题")
    .argument("[路径...]", "要检查的规划文件、工作簿或文件夹（默认检查全部）")
    .addOption(new Option("--templates <文件夹>", "同时检查自己的版式文件夹"))
    .addOption(formatOption("pretty（便于阅读）、json、github", "pretty"))
    .addOption(saveOption())
    .addOption(new Option("--max-problems <个数>", "最多列出多少个问题（默认 200；0 表示全部）"))
    .addOption(strictOption())
    .addHelpText(
      "after",
      examples(
        ["report validate", "检查规划文件和 data 文件夹"],
        ["report validate data/区教委.xlsx", "只检查一个工作簿"],
        ["report validate --save 问题清单.txt", "存成文件，转发有关单位"],
        ["report validate --format json", "供其他程序读取"],
        ["report validate --max-problems 20", "先看最要紧的20个问题"],
      ),
    )
    .action(async (paths: string[], options: CommandOptions) => {
      const { validate } = await import("./validate.js");
      done(await saved(options, surroundings, (here) => validate(paths, options, here)));
    });

const doctor: Verb = (surroundings, done) =>
  pathOptions(new Command("doctor").description("检查浏览器、字体、版本和文件夹是否齐备"))
    .addOption(outOption())
    .addOption(browserOption())
    .addHelpText("after", examples(["report doctor", "第一次使用前，或打印不正常时运行"]))
    .action(async (options: CommandOptions) => {
      const { doctor } = await import("./doctor.js");
      done(await doctor(options, surroundings));
    });

const schema: Verb = (surroundings, done) =>
  new Command("schema")
    .description("输出规划文件的 JSON Schema，供编辑器提示和检查")
    .addOption(saveOption())
    .addHelpText("after", examples(["report schema --save plan.schema.json", "存成文件，放在规划文件旁边"]))
    .action(async (options: CommandOptions) => {
      const { schema } = await import("./schema.js");
      done(await saved(options, surroundings, schema));
    });

const explain: Verb = (surroundings, done) =>
  dataOptions(new Command("explain"))
    .description("说明一项指标的状态是怎样得出的：从单元格到判定，怎样才会改变")
    .argument("<指标>", "编号（W03、w3、W22.1）或名称")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(formatOption("text（屏幕阅读）、json", "text"))
    .addOption(saveOption())
    .addHelpText(
      "after",
      examples(
        ["report explain W03 2025", "孕产妇死亡率2025年的状态是怎样得出的"],
        ["report explain 孕产妇死亡率 2025", "用名称，也可以只写名称中的几个字"],
        ["report explain W22.1 2025 --demo", "由几部分组成的指标，只看其中一部分"],
        ["report explain C07 2025 --format json", "供其他程序读取"],
      ),
    )
    .action(async (asked: string, year: string, options: CommandOptions) => {
      const [{ explain }, { yearOf }] = await Promise.all([
        import("./explain.js"),
        import("../run/settings.js"),
      ]);
      done(await saved(options, surroundings, (here) => explain(asked, yearOf(year), options, here)));
    });

const form: Verb = (surroundings, done) =>
  dataOptions(new Command("form"))
    .description("写出发给各责任单位的年度填报表（xlsx）")
    .argument("<年份>", "填报年份，如 2025")
    .addOption(new Option("--out <文件夹>", "写出到哪个文件夹（默认 out/<年份>/填报表）"))
    .addOption(new Option("--deadline <日期>", "写在填报说明中的报送截止日期（不写时留空）"))
    .addOption(new Option("--contact <文字>", "写在填报说明中的联系人和电话（不写时留空）"))
    .addOption(new Option("--as-of <日期>", "写入文件属性的日期，如 2026-01-05（默认今天）"))
    .addHelpText(
      "after",
      examples(
        ["report form 2025", "每个责任单位一份，只含本单位的指标和项目"],
        ["report form 2025 --deadline 2026年3月31日", "写明报送截止日期"],
        ["report form 2025 --plan children", "只发儿童发展规划的表"],
        ["report form 2025 --demo --out 试填", "用示例数据看看填报表的样子"],
      ),
    )
    .action(async (year: string, options: FormOptions) => {
      const [{ form }, { yearOf }] = await Promise.all([import("./form.js"), import("../run/settings.js")]);
      done(await form(yearOf(year), options, surroundings));
    });

const collect: Verb = (surroundings, done) =>
  folderOptions(new Command("collect"))
    .description("把各单位交回的工作簿收入监测数据库，列出回收情况")
    .argument("[文件...]", "交回的工作簿，或存放它们的文件夹")
    .addOption(
      new Option("--accept <文件>", "几个单位报数不同时，以这个文件为准（可重复）").argParser(repeated),
    )
    .addOption(new Option("--return <文件夹>", "为有问题的单位写出带批注的退回表"))
    .addOption(new Option("--deadline <日期>", "写在退回表中的报送截止日期（不写时为“收到后尽快”）"))
    .addOption(new Option("--contact <文字>", "写在退回表中的联系人和电话（不写时留空）"))
    .addOption(new Option("--restore [编号]", "列出监测数据库的备份，或恢复其中一份（现有的另行留存）"))
    .addOption(new Option("--year <年份>", "统计哪一年的回收情况（默认所收工作簿的年份）"))
    .addOption(formatOption("pretty（屏幕表格）、json、csv、xlsx", "pretty"))
    .addOption(saveOption())
    .addOption(outOption())
    .addHelpText(
      "after",
      examples(
        ["report collect 回收", "收入“回收”文件夹中的全部工作簿"],
        ["report collect 回收/区教委.xlsx", "只收一个"],
        ["report collect 回收 --accept 区教委.xlsx", "两个单位报数不同，以区教委的为准"],
        ["report collect 回收 --return 退回", "有问题的写成带批注的表，发回单位"],
        ["report collect 回收 --format xlsx", "回收情况写成表，转发催报"],
        ["report collect --restore", "列出监测数据库最近的备份，再加编号恢复"],
      ),
    )
    .action(async (paths: string[], options: CollectOptions) => {
      const command =
        options.restore === undefined
          ? (await import("./collect.js")).collect
          : (await import("./collect-restore.js")).restore;
      done(await saved(options, surroundings, (here) => command(paths, options, here)));
    });

const init: Verb = (surroundings, done) =>
  folderOptions(new Command("init"))
    .description("建立数据文件夹：数据说明、文字材料的标题、年历；已有的文件不动")
    .argument("[年份]", "监测年份，如 2025（默认去年）")
    .addHelpText(
      "after",
      examples(
        ["report init", "在当前文件夹中建立 data"],
        ["report init 2025 --data D:\\监测数据", "建在别处，路径中有空格时加引号"],
        ["report init 2026", "下一年：只补上新一年的文字材料"],
      ),
    )
    .action(async (year: string | undefined, options: CommandOptions) => {
      const [{ init }, { yearOf }] = await Promise.all([import("./init.js"), import("../run/settings.js")]);
      done(await init(year === undefined ? null : yearOf(year), options, surroundings));
    });

const recheck: Verb = (surroundings, done) =>
  dataOptions(new Command("recheck"))
    .description("核对各单位修改过的 Word 稿：谁改了什么、批注，数是否仍与数据一致")
    .argument("<文件...>", "修改稿（.docx），可以是几个单位的")
    .addOption(new Option("--write", "把各单位改的文字写回 narrative（数由程序生成，不写回）"))
    .addOption(new Option("--as-of <日期>", "稿子没有写明编制日期时，按哪一天对照（默认今天）"))
    .addOption(new Option("--templates <文件夹>", "编制时用的版式文件夹"))
    .addOption(formatOption("text（屏幕阅读）、json、xlsx（意见采纳情况表，写入 --out 的文件夹）", "text"))
    .addOption(new Option("--out <文件夹>", "意见采纳情况表写到哪个文件夹（默认 out）"))
    .addOption(saveOption())
    .addHelpText(
      "after",
      examples(
        ["report recheck 修改稿.docx", "列出每处修改、批注和与数据不符的数"],
        ["report recheck 修改稿.docx --save 核对结果.txt", "存成文件"],
        [
          "report recheck 区教委.docx 区卫生健康委.docx --format text,xlsx",
          "几个单位的，汇成一张意见采纳情况表",
        ],
        ["report recheck 修改稿.docx --write", "采纳全部修改，文字写回，再编制时照此印出"],
        ["report recheck 修改稿.docx --format json", "供其他程序读取"],
      ),
    )
    .addHelpText("after", "\n有数不符时退出码为1。没有打开修订的改动也与底稿逐段对照，一并列出。")
    .action(async (files: string[], options: CommandOptions) => {
      const { recheck } = await import("./recheck.js");
      done(await saved(options, surroundings, (here) => recheck(files, options, here)));
    });

const publish: Verb = (surroundings, done) =>
  folderOptions(new Command("publish"))
    .description("定稿存档：把印发的数、状态、文字和文件的校验码存入数据文件夹的“已发布”")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(new Option("--out <文件夹>", "报告编制在哪个文件夹（默认 out/<年份>）"))
    .addOption(new Option("--as-of <日期>", "存档日期，如 2026-06-20（默认今天）"))
    .addHelpText(
      "after",
      examples(
        ["report publish 2025", "manifest.yaml 写明“定稿”并编制以后运行"],
        ["report publish 2025 --plan women", "只存档妇女发展规划的报告"],
      ),
    )
    .addHelpText(
      "after",
      "\n一份报告一个文件，从不改写；更正后再印发的另存为第2版。以后的报告据此列出修订和状态变化。",
    )
    .action(async (year: string, options: CommandOptions) => {
      const [{ publish }, { yearOf }] = await Promise.all([
        import("./publish.js"),
        import("../run/settings.js"),
      ]);
      done(await publish(yearOf(year), options, surroundings));
    });

const diff: Verb = (surroundings, done) =>
  new Command("diff")
    .description("比较两次编制的报告，或编制的与已存档的：数、状态、文字")
    .argument("<原>", "编制报告的文件夹（如 out/2025），或“已发布”中的文件")
    .argument("<现>", "另一个文件夹或文件")
    .addOption(new Option("--plan <编号>", "只比较这一规划（可重复）").argParser(repeated))
    .addOption(formatOption("text（屏幕阅读）、json、docx（修改对照稿）、xlsx", "text"))
    .addOption(new Option("--out <文件夹>", "docx、xlsx 写到哪个文件夹（默认 out）"))
    .addOption(new Option("--as-of <日期>", "修订的日期，如 2026-06-20（默认今天）"))
    .addOption(saveOption())
    .addHelpText(
      "after",
      examples(
        ["report diff data/已发布/women-2025-annual.json out/2025", "重新编制的与印发的有哪些不同"],
        ["report diff 送审稿 out/2025", "两次编制有哪些不同"],
        ["report diff 送审稿 out/2025 --format xlsx", "写成工作簿，三张表：数、状态、文字"],
        ["report diff 送审稿 out/2025 --format docx", "写成 Word，不同之处是修订"],
      ),
    )
    .action(async (before: string, after: string, options: CommandOptions) => {
      const { diff } = await import("./diff.js");
      done(await saved(options, surroundings, (here) => diff(before, after, options, here)));
    });

/** In the order of a year's work, which is the order the help shows them in. A verb is listed only when it works. */
export const VERBS: ReadonlyMap<string, Verb> = new Map(
  Object.entries({
    init,
    form,
    collect,
    validate,
    score,
    explain,
    overview,
    annual,
    brief,
    tasks,
    midterm,
    final,
    recheck,
    publish,
    diff,
    batch,
    rollup,
    doctor,
    schema,
  }),
);
