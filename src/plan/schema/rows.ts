import * as z from "zod/mini";
import { CEILINGS } from "../../terms/unit.js";
import {
  described,
  figure,
  flag,
  FORM_FIELDS,
  idText,
  label,
  listOf,
  orNull,
  textOrNone,
  whole,
} from "../fields.js";
import { TARGET_KINDS } from "../target-kinds.js";

const forms = Object.values(TARGET_KINDS).map(({ form, label: words, examples }) => {
  const schema = form(FORM_FIELDS);
  z.globalRegistry.add(schema, { description: words, examples: [...examples] });
  return schema;
});
type Form = (typeof forms)[number];

const target = described(
  "目标：text 照录原文，kind 及其后的键是供计算的写法",
  z.discriminatedUnion("kind", forms as [Form, ...Form[]]),
);

const higherTargets = z._default(
  described(
    "上级规划对同一指标写明数值的目标，写法同 target；写了的另按它们计算达标率",
    z.strictObject({
      national: described("国家纲要对同一指标的目标", z.optional(target)),
      municipal: described("市规划对同一指标的目标", z.optional(target)),
    }),
  ),
  {},
);

const baseline = described(
  "规划“发展基础”写明的基期数",
  z.strictObject({
    value: figure("基期数"),
    year: described("基期数所属年份", z.int()),
    clause: label("规划原文的句子"),
    yearNote: textOrNone("原句没有写年份时，年份的依据"),
    doubtful: orNull(label("存疑的理由；没有疑问时不写")),
  }),
);

const previous = described(
  "上一周期规划的期末数：终期评估报告中与2030年的数比较",
  z.strictObject({
    value: figure("上一规划期末数"),
    year: described("期末数所属年份", z.int()),
    target: textOrNone("上一规划的目标，照录原文；没有目标的不写"),
    scope: textOrNone("口径与本规划不同的，写明怎样不同：照列，不作比较；相同的不写"),
    source: label("出自哪份文件"),
  }),
);

const ceilings = CEILINGS.map(({ name, per }) => `“${name}”不大于${per}`).join("，");

const MAX_WORDS = "最大可能值；null 表示不设上限";

const range = described(
  `取值范围；不写即不小于0，${ceilings}，其他单位不设上限`,
  z.strictObject({
    min: z.optional(figure("最小可能值；不写即 0")),
    max: described(MAX_WORDS, z.optional(z.nullable(figure(MAX_WORDS)))),
  }),
);

const plausible = described(
  "合理范围 [最小, 最大]：取得宽，超出的请人核实，差100、1000、10000倍的按错误指出；0 另有规则，最小写 0 的指标 0 属常见",
  z.tuple([figure("最小合理值"), figure("最大合理值")]),
);
const events = described(
  "true 表示百分比的分子是案件、犯罪一类事件：0 属常见，不问是否缺报；按千分、万分计的比率不用写",
  z.boolean(),
);

const aliases = listOf(label("别名"), "工作簿里可能出现的其他名称");
const notes = listOf(label("说明"), "印在报告附表下的说明");
const unit = described('计量单位；没有时写 ""', z.string());
const definition = z._default(
  label("指标解释：这个数怎样计算，印在填报表上；不是规划原文，与报表制度不一致的以报表制度为准"),
  "",
);
const decimals = whole("显示的小数位数", 0, 6);
const flatIsNormal = described("换届、调查才变的指标，多年不变属正常", z.boolean());

/** What stands at a row, a part of it or a series alike, and may be left out. */
const limits = { range: z.optional(range), plausible: z.optional(plausible) };

const partSchema = described(
  "一行含两个以上数据时的各个数据；没有写的键随所在行",
  z.strictObject({
    id: idText("编号"),
    name: label("名称"),
    definition,
    unit: z.optional(unit),
    decimals: z.optional(decimals),
    ...limits,
    target: z.optional(target),
    flatIsNormal: z.optional(flatIsNormal),
    events: z.optional(events),
    baseline: orNull(baseline),
    previous: orNull(previous),
    aliases,
    notes,
  }),
);

const nature = orNull(
  described(
    "指标属性；规划不分约束性、预期性的不写",
    z.pipe(
      z.enum(["约束性", "预期性"]),
      z.transform((word) => (word === "约束性" ? ("binding" as const) : ("anticipated" as const))),
    ),
  ),
);

const units = z._default(
  described(
    "建议责任单位",
    z.strictObject({
      names: described("单位名称", z.array(label("单位名称"))),
      confirmed: described("是否已核实", z.boolean()),
    }),
  ),
  { names: [], confirmed: false },
);

export const rowSchema = described(
  "规划的一行主要指标",
  z.strictObject({
    id: idText("编号，全文件不重复，按顺序排列"),
    number: whole("规划表中的序号；拆成几行的指标序号相同", 1),
    name: label("指标名称，不含计量单位"),
    unit,
    definition,
    decimals,
    ...limits,
    domain: idText("所属领域的编号"),
    nature,
    target,
    targets: higherTargets,
    flatIsNormal: z._default(flatIsNormal, false),
    events: z._default(events, false),
    internal: flag("只供内部使用，公开版（--edition public）不印这一行"),
    baseline: orNull(baseline),
    previous: orNull(previous),
    aliases,
    measures: listOf(idText("措施编号"), "对应的重点任务措施"),
    projects: listOf(idText("项目编号"), "对应的重点项目"),
    units,
    notes,
    parts: listOf(partSchema, "一行含几个数据时的各个数据"),
  }),
);

export const seriesSchema = described(
  "不是规划指标、只供对照的辅助指标",
  z.strictObject({
    id: idText("编号"),
    name: label("名称"),
    unit,
    definition,
    decimals,
    ...limits,
    row: idText("它服务的指标编号"),
    aliases,
    notes,
  }),
);

export type RowSpec = z.output<typeof rowSchema>;
export type PartSpec = z.output<typeof partSchema>;
export type SeriesSpec = z.output<typeof seriesSchema>;
export type TargetSpec = z.output<typeof target>;
