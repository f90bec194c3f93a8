import { z } from "zod";
import { CEILINGS } from "../../terms/unit.js";
import { figure, FORM_FIELDS, idText, label, listOf, orNull } from "../fields.js";
import { TARGET_KINDS } from "../target-kinds.js";

const forms = Object.values(TARGET_KINDS).map(({ form, label: words, examples }) =>
  form(FORM_FIELDS).meta({ description: words, examples: [...examples] }),
);
type Form = (typeof forms)[number];

const target = z
  .discriminatedUnion("kind", forms as [Form, ...Form[]])
  .describe("目标：text 照录原文，kind 及其后的键是供计算的写法");

const higherTargets = z
  .strictObject({
    national: target.optional().describe("国家纲要对同一指标的目标"),
    municipal: target.optional().describe("市规划对同一指标的目标"),
  })
  .describe("上级规划对同一指标写明数值的目标，写法同 target；写了的另按它们计算达标率")
  .default({});

const baseline = z
  .strictObject({
    value: figure("基期数"),
    year: z.int().describe("基期数所属年份"),
    clause: label("规划原文的句子"),
    yearNote: z.string().describe("原句没有写年份时，年份的依据").default(""),
    doubtful: orNull(label("存疑的理由；没有疑问时不写")),
  })
  .describe("规划“发展基础”写明的基期数");

const previous = z
  .strictObject({
    value: figure("上一规划期末数"),
    year: z.int().describe("期末数所属年份"),
    target: z.string().describe("上一规划的目标，照录原文；没有目标的不写").default(""),
    scope: z.string().describe("口径与本规划不同的，写明怎样不同：照列，不作比较；相同的不写").default(""),
    source: label("出自哪份文件"),
  })
  .describe("上一周期规划的期末数：终期评估报告中与2030年的数比较");

const ceilings = CEILINGS.map(({ name, per }) => `“${name}”不大于${per}`).join("，");

const range = z
  .strictObject({
    min: figure("最小可能值；不写即 0").optional(),
    max: figure("最大可能值；null 表示不设上限")
      .nullable()
      .optional()
      .describe("最大可能值；null 表示不设上限"),
  })
  .describe(`取值范围；不写即不小于0，${ceilings}，其他单位不设上限`);

const plausible = z
  .tuple([figure("最小合理值"), figure("最大合理值")])
  .describe(
    "合理范围 [最小, 最大]：取得宽，超出的请人核实，差100、1000、10000倍的按错误指出；0 另有规则，最小写 0 的指标 0 属常见",
  );
const events = z
  .boolean()
  .describe("true 表示百分比的分子是案件、犯罪一类事件：0 属常见，不问是否缺报；按千分、万分计的比率不用写");

const aliases = listOf(label("别名"), "工作簿里可能出现的其他名称");
const notes = listOf(label("说明"), "印在报告附表下的说明");
const unit = z.string().describe('计量单位；没有时写 ""');
const definition = label("指标解释")
  .describe("指标解释：这个数怎样计算，印在填报表上；不是规划原文，与报表制度不一致的以报表制度为准")
  .default("");
const decimals = z.int().min(0).max(6).describe("显示的小数位数");
const flatIsNormal = z.boolean().describe("换届、调查才变的指标，多年不变属正常");

const partSchema = z
  .strictObject({
    id: idText("编号"),
    name: label("名称"),
    definition,
    unit: unit.optional(),
    decimals: decimals.optional(),
    range: range.optional(),
    plausible: plausible.optional(),
    target: target.optional(),
    flatIsNormal: flatIsNormal.optional(),
    events: events.optional(),
    baseline: orNull(baseline),
    previous: orNull(previous),
    aliases,
    notes,
  })
  .describe("一行含两个以上数据时的各个数据；没有写的键随所在行");

export const rowSchema = z
  .strictObject({
    id: idText("编号，全文件不重复，按顺序排列"),
    number: z.int().min(1).describe("规划表中的序号；拆成几行的指标序号相同"),
    name: label("指标名称，不含计量单位"),
    unit,
    definition,
    decimals,
    range: range.optional(),
    plausible: plausible.optional(),
    domain: idText("所属领域的编号"),
    nature: orNull(
      z
        .enum(["约束性", "预期性"])
        .transform((nature) => (nature === "约束性" ? ("binding" as const) : ("anticipated" as const)))
        .describe("指标属性；规划不分约束性、预期性的不写"),
    ),
    target,
    targets: higherTargets,
    flatIsNormal: flatIsNormal.default(false),
    events: events.default(false),
    internal: z.boolean().describe("只供内部使用，公开版（--edition public）不印这一行").default(false),
    baseline: orNull(baseline),
    previous: orNull(previous),
    aliases,
    measures: listOf(idText("措施编号"), "对应的重点任务措施"),
    projects: listOf(idText("项目编号"), "对应的重点项目"),
    units: z
      .strictObject({
        names: z.array(label("单位名称")).describe("单位名称"),
        confirmed: z.boolean().describe("是否已核实"),
      })
      .describe("建议责任单位")
      .default({ names: [], confirmed: false }),
    notes,
    parts: listOf(partSchema, "一行含几个数据时的各个数据"),
  })
  .describe("规划的一行主要指标");

export const seriesSchema = z
  .strictObject({
    id: idText("编号"),
    name: label("名称"),
    unit,
    definition,
    decimals,
    range: range.optional(),
    plausible: plausible.optional(),
    row: idText("它服务的指标编号"),
    aliases,
    notes,
  })
  .describe("不是规划指标、只供对照的辅助指标");

export type RowSpec = z.output<typeof rowSchema>;
export type PartSpec = z.output<typeof partSchema>;
export type SeriesSpec = z.output<typeof seriesSchema>;
export type TargetSpec = z.output<typeof target>;
