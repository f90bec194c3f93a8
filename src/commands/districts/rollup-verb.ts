import { Command, Option } from "commander";
import {
  asOfOption,
  browserOption,
  examples,
  formatOption,
  repeated,
  templatesOption,
  type Verb,
} from "../options.js";
import type { RollupOptions } from "./rollup.js";

export const rollup: Verb = (surroundings, done) =>
  new Command("rollup")
    .description("汇总多个区县的评价结果：汇总报告（PDF、docx）和汇总数据（xlsx）")
    .argument("<文件夹...>", "report batch 的输出文件夹；各段在几台机器上做的，全部列出")
    .addOption(
      new Option("--plan <编号>", "只做这一规划：women 妇女、children 儿童（可重复）").argParser(repeated),
    )
    .addOption(new Option("--plans <文件夹>", "规划文件所在文件夹（默认用自带的规划）"))
    .addOption(new Option("--out <文件夹>", "写出到哪个文件夹（默认 汇总）"))
    .addOption(formatOption("pdf、docx、xlsx、html、json，用逗号分隔", "pdf,docx,xlsx"))
    .addOption(new Option("--region <名称>", "上一级地区的名称，如 重庆市（印在标题和落款中）"))
    .addOption(new Option("--issued-by <单位>", "编制单位（默认为上一级的妇女儿童工作委员会办公室）"))
    .addOption(new Option("--review <状态>", "初稿、征求意见稿、送审稿、定稿（默认 初稿）"))
    .addOption(new Option("--geojson <文件>", "区县边界（properties 中有 code 或 name），代替方格图"))
    .addOption(
      new Option("--sql <文件夹>", "把数据和汇总的查询写成数据库用的表（CSV、SQL），如 DuckDB、PostgreSQL"),
    )
    .addOption(templatesOption())
    .addOption(asOfOption())
    .addOption(browserOption())
    .addHelpText(
      "after",
      examples(
        ["report rollup out/2025-annual --region 重庆市", "两个规划的汇总报告写入“汇总”文件夹"],
        ["report rollup 甲机 乙机 丙机 --out 汇总", "各段在三台机器上做的"],
        ["report rollup out/2025-annual --format xlsx", "只要汇总数据"],
      ),
    )
    .addHelpText(
      "after",
      "\n比率的合计数是分子之和除以分母之和，不作平均；区县之间只指出超出偶然波动的差异，不排名。\n缺一段、重一段，或者各段的程序、规划不同，退出码为1，什么都不写。",
    )
    .action(async (folders: string[], options: RollupOptions) => {
      const { rollup } = await import("./rollup.js");
      done(await rollup(folders, options, surroundings));
    });
