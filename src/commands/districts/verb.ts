import { Command, Option } from "commander";
import {
  asOfOption,
  browserOption,
  examples,
  formatOption,
  repeated,
  strictOption,
  templatesOption,
  type Verb,
} from "../options.js";
import type { BatchCommandOptions } from "./batch.js";

/* The verbs for those who look after many districts. */

export const batch: Verb = (surroundings, done) =>
  new Command("batch")
    .description("按名单编制许多区县的报告或评价结果，可分段在几台机器上同时做")
    .argument("<名单>", "区县名单，如 districts.yaml")
    .argument("<报告>", "annual、midterm、final，或 score（只写评价结果）")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(
      new Option("--shard <段>", "只做一段：2/3，或 auto、auto/3（按 Kubernetes、Slurm、GitLab 的变量）"),
    )
    .addOption(new Option("--jobs <个数>", "同时做几个区县（默认 1）"))
    .addOption(new Option("--only <区县>", "只做这些：代码或名称，逗号分隔（可重复）").argParser(repeated))
    .addOption(new Option("--retry-failed", "只做上次没有做成的"))
    .addOption(new Option("--force", "没有变化的也重做"))
    .addOption(new Option("--list", "只列出要做哪些、各是什么状态，不编制"))
    .addOption(
      new Option("--plan <编号>", "只做这一规划：women 妇女、children 儿童（可重复）").argParser(repeated),
    )
    .addOption(new Option("--out <文件夹>", "写出到哪里（默认 out/<年份>-<报告>）"))
    .addOption(formatOption("pdf、docx（Word 稿）、xlsx、html、json，用逗号分隔", "pdf"))
    .addOption(templatesOption())
    .addOption(asOfOption())
    .addOption(browserOption())
    .addOption(new Option("--edition <版本>", "internal 内部；public 公开（默认 internal）"))
    .addOption(new Option("--draft", "有错误或正文未写完的也印样稿，每页标注“初稿”"))
    .addOption(strictOption())
    .addHelpText(
      "after",
      examples(
        ["report batch districts.yaml annual 2025", "名单中各区县的年度报告"],
        ["report batch districts.yaml score 2025 --jobs 2", "只要评价结果，同时做两个"],
        ["report batch districts.yaml annual 2025 --shard 2/3", "共分3段，这台机器做第2段"],
        ["report batch districts.yaml annual 2025 --list", "看看哪些做成了，哪些要做"],
      ),
    )
    .addHelpText("after", BATCH)
    .action(async (file: string, kind: string, year: string, options: BatchCommandOptions) => {
      const [{ batch }, { yearOf }] = await Promise.all([
        import("./batch.js"),
        import("../../run/settings.js"),
      ]);
      done(await batch(file, kind, yearOf(year), options, surroundings));
    });

const BATCH = `
每个区县一个文件夹（输出文件夹/代码）：报告、评价结果 score.json、记录 stamp.json。一个区县没有做成，其余照做，最后列出，退出码为1。
中途停下的，再运行一次：规划、数据、选项都没有变、文件完好的不重做。分段和不分段、中断后续做，写出的文件逐字节相同（请写 --as-of）。`;
