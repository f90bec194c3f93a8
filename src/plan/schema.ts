import { z } from "zod";
import { GRADED_CODES, type IssueCode } from "../issues/issue.js";
import { figure, FORM_FIELDS, idText, label, listOf, orNull } from "./fields.js";
import { TARGET_KINDS } from "./target-kinds.js";
import { CEILINGS } from "../terms/unit.js";
import { STATUS } from "../terms/status.js";

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

export const domainSchema = z.strictObject({ id: idText("编号"), name: label("领域名称") }).describe("领域");

export const topicSchema = z
  .strictObject({
    name: label("专题名称，如 孕产妇健康"),
    subject: label("专题各指标都改善时说什么有了改善，如 孕产妇健康水平；不写即专题名称").optional(),
    verb: label("怎样改善：提升、下降、扩大；不写即改善").default("改善"),
    rows: z.array(idText("指标编号")).min(1).describe("专题的指标，同一领域的，按叙述的顺序，不超过六项"),
  })
  .transform(({ subject, ...own }) => ({ ...own, subject: subject ?? own.name }))
  .describe("报告正文分专题叙述，一个专题一段");

const quantity = z
  .strictObject({
    name: label("要建成或达到的事物"),
    goal: orNull(figure("数量；“是/否”目标不写")),
    unit: z.string().describe("单位").default(""),
  })
  .describe("项目写明的数量目标");

const orderSchema = z
  .strictObject({
    rows: z.array(idText("指标编号")).min(2).describe("指标编号，数值最小的在前"),
    note: label("次序颠倒时提示的话"),
  })
  .describe("同一年中数值应依次不减的指标");

export const projectSchema = z
  .strictObject({
    id: idText("编号"),
    number: z.int().min(1).describe("附件中的序号"),
    name: label("项目名称"),
    content: label("项目内容，照录原文"),
    units: z.array(label("单位名称")).min(1).describe("责任单位，按原文顺序"),
    quantities: listOf(quantity, "项目写明的数量目标"),
    measures: listOf(idText("措施编号"), "对应的重点任务措施"),
  })
  .describe("重点项目");

const measure = z
  .strictObject({
    id: idText("编号"),
    number: z.int().min(1).describe("原文编号"),
    title: label("措施标题"),
    units: listOf(label("单位名称"), "报送落实情况的单位；不写即对应项目和指标的责任单位"),
  })
  .describe("编号措施");

export const chapterSchema = z
  .strictObject({
    number: z.int().min(1).describe("章的序号"),
    title: label("章的标题"),
    measures: z.array(measure).min(1).describe("编号措施"),
  })
  .describe("重点任务的一章");

export const periodSchema = z
  .strictObject({
    start: z.int().min(1949).max(2200).describe("规划期首年"),
    end: z.int().min(1949).max(2200).describe("规划期末年，即目标年"),
    baseline: z.int().min(1949).max(2200).describe("基期年"),
  })
  .describe("规划期");

const verdictStep = z
  .strictObject({
    from: figure(`达标或${STATUS.onTrack.name}的比重，百分数，不低于此数用这一档`),
    words: label("规划期内的总体评价"),
    atEnd: label("规划末年的总体评价"),
  })
  .describe("总体评价的一档");

/** The words of the headline rate in per cent. A binding row on red takes them one step down. */
const VERDICT = [
  { from: 85, words: "总体进展顺利", atEnd: "主要目标总体实现" },
  { from: 70, words: "总体进展良好", atEnd: "主要目标大部分实现" },
  { from: 55, words: "总体进展基本符合预期", atEnd: "主要目标过半实现" },
  { from: 0, words: `总体${STATUS.slow.name}`, atEnd: "主要目标实现程度不高" },
];

const severity = z.enum(["error", "warning", "note"]).describe("error 错误，warning 提醒，note 说明");

/** A key for each check whose severity may be set, so that a wrong code is told like any wrong key. */
const severities = z
  .strictObject(
    Object.fromEntries(GRADED_CODES.map((code) => [code, severity.optional()])) as Record<
      IssueCode,
      z.ZodOptional<typeof severity>
    >,
  )
  .describe("数据核查项的级别；不写即取自带的级别")
  .default({});

export const methodSchema = z
  .strictObject({
    pace: z
      .strictObject({
        onTrack: figure(`进度比不低于此数为${STATUS.onTrack.name}`),
        slow: figure(`进度比不低于此数为${STATUS.slow.name}，更低为${STATUS.offTrack.name}`),
      })
      .describe("进度比的分界"),
    tolerance: figure("“左右”“相适应”的容差，百分点"),
    rounding: z.enum(["halfUp", "halfEven"]).describe("halfUp 四舍五入；halfEven 五成双（GB/T 8170—2008）"),
    smallNumbers: z.int().min(0).describe("事件数少于此数时标注小数字"),
    publicMinimum: z
      .int()
      .min(1)
      .describe("公开版（--edition public）不印少于此数的人数、例数，和能推算出它们的数")
      .default(5),
    verdict: z
      .array(verdictStep)
      .min(1)
      .describe("总体评价的各档，从高到低，末档从 0 起；有约束性指标红色预警的降一档；不写即取自带的四档")
      .prefault(VERDICT),
    severities,
  })
  .describe("评价方法");

export const termsSchema = z
  .strictObject({
    plan: label("报告里的简称，写作《规划》《纲要》；不写即取自全称").optional(),
    area: label("对全部范围的称呼：全区、全市、全州、全国；不写即取自 region").optional(),
    sites: label("下级单位的称呼：镇街、乡镇、区县；不写即按 region 取").optional(),
    beside: z
      .array(label("地区"))
      .describe("与本地数并列的上级地区，由近到远：全市、全国；不写即取自全称")
      .optional(),
    neighbours: listOf(
      label("地名"),
      "同市同省的其他区县，写进文字材料多半是套用时留下的：写“江津”，江津、江津区都认；写“长寿区”，只认全称",
    ),
    areas: listOf(label("地区"), "更大的或外地的地区，其数不作本地数核对：成渝、渝西地区"),
  })
  .describe("用语：报告怎样称呼规划、地区和下级单位，认得哪些地名")
  .prefault({});

const groupingSchema = z
  .strictObject({
    name: label("分组，如 民族；工作簿“分组”列和目标的 grouping 写它"),
    people: z
      .boolean()
      .describe("各组合起来是全体（男、女），合计即本地数；地方、机构一类的不写")
      .default(false),
    aliases: listOf(label("别名"), "工作簿里可能出现的其他叫法"),
  })
  .describe("一种分组");

/** The truth about plan files: what is allowed, what may be left out, and what each key means. */
export const planSchema = z
  .strictObject({
    id: idText("规划编号，用于 --plan"),
    title: label("规划全称"),
    shortTitle: label("规划简称，报告题名和文件名用"),
    subject: label("规划对象：妇女、儿童"),
    region: label("地区名称：永川区、全国"),
    terms: termsSchema,
    period: periodSchema,
    document: z
      .strictObject({
        number: label("发文字号"),
        issuer: label("发文机关"),
        date: z
          .string()
          .regex(/^\d{4}年\d{1,2}月\d{1,2}日$/, { error: "写作 2022年12月2日 的形式" })
          .describe("成文日期"),
        part: z.int().min(1).describe("是文件印发的第几个规划；几个规划一起编制时按此排列").default(1),
      })
      .describe("印发规划的文件"),
    issuers: z
      .strictObject({
        annual: label("年度统计监测报告的编制单位"),
        midterm: label("中期评估报告的编制单位"),
        final: label("终期评估报告的编制单位"),
      })
      .describe("封面上的编制单位"),
    method: methodSchema,
    groupings: listOf(groupingSchema, "镇街、机构、性别、年龄、城乡以外的分组，如民族"),
    sites: listOf(label("下级单位名称"), "全部下级单位（镇街、乡镇），填报表按此逐行列出"),
    domains: z.array(domainSchema).min(1).describe("领域，按规划的顺序"),
    topics: listOf(topicSchema, "专题：报告正文每个专题一段；写了就要把每个指标列入一个专题"),
    rows: z.array(rowSchema).min(1).describe("主要指标，按规划的顺序"),
    series: listOf(seriesSchema, "辅助指标"),
    orders: listOf(orderSchema, "同一年中数值应依次不减的指标"),
    projects: listOf(projectSchema, "重点项目"),
    chapters: listOf(chapterSchema, "重点任务各章"),
  })
  .describe("妇女、儿童发展规划");

export type PlanSpec = z.output<typeof planSchema>;
export type RowSpec = z.output<typeof rowSchema>;
export type ProjectSpec = z.output<typeof projectSchema>;
export type ChapterSpec = z.output<typeof chapterSchema>;
export type PartSpec = z.output<typeof partSchema>;
export type SeriesSpec = z.output<typeof seriesSchema>;
export type TargetSpec = z.output<typeof target>;
