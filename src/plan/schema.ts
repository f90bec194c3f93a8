import * as z from "zod/mini";
import {
  described,
  figure,
  flag,
  idText,
  label,
  listOf,
  orNull,
  someOf,
  textOrNone,
  whole,
} from "./fields.js";
import { methodSchema } from "./schema/method.js";
import { rowSchema, seriesSchema } from "./schema/rows.js";

export const domainSchema = described(
  "领域",
  z.strictObject({ id: idText("编号"), name: label("领域名称") }),
);

const topicFields = z.strictObject({
  name: label("专题名称，如 孕产妇健康"),
  subject: z.optional(label("专题各指标都改善时说什么有了改善，如 孕产妇健康水平；不写即专题名称")),
  verb: z._default(label("怎样改善：提升、下降、扩大；不写即改善"), "改善"),
  rows: someOf(idText("指标编号"), "专题的指标，同一领域的，按叙述的顺序，不超过六项"),
});

export const topicSchema = described(
  "报告正文分专题叙述，一个专题一段",
  z.pipe(
    topicFields,
    z.transform(({ subject, ...own }: z.output<typeof topicFields>) => ({
      ...own,
      subject: subject ?? own.name,
    })),
  ),
);

const quantity = described(
  "项目写明的数量目标",
  z.strictObject({
    name: label("要建成或达到的事物"),
    goal: orNull(figure("数量；“是/否”目标不写")),
    unit: textOrNone("单位"),
  }),
);

const orderSchema = described(
  "同一年中数值应依次不减的指标",
  z.strictObject({
    rows: described("指标编号，数值最小的在前", z.array(idText("指标编号")).check(z.minLength(2))),
    note: label("次序颠倒时提示的话"),
  }),
);

export const projectSchema = described(
  "重点项目",
  z.strictObject({
    id: idText("编号"),
    number: whole("附件中的序号", 1),
    name: label("项目名称"),
    content: label("项目内容，照录原文"),
    units: someOf(label("单位名称"), "责任单位，按原文顺序"),
    quantities: listOf(quantity, "项目写明的数量目标"),
    measures: listOf(idText("措施编号"), "对应的重点任务措施"),
  }),
);

const measure = described(
  "编号措施",
  z.strictObject({
    id: idText("编号"),
    number: whole("原文编号", 1),
    title: label("措施标题"),
    units: listOf(label("单位名称"), "报送落实情况的单位；不写即对应项目和指标的责任单位"),
  }),
);

export const chapterSchema = described(
  "重点任务的一章",
  z.strictObject({
    number: whole("章的序号", 1),
    title: label("章的标题"),
    measures: someOf(measure, "编号措施"),
  }),
);

export const periodSchema = described(
  "规划期",
  z.strictObject({
    start: whole("规划期首年", 1949, 2200),
    end: whole("规划期末年，即目标年", 1949, 2200),
    baseline: whole("基期年", 1949, 2200),
  }),
);

export const termsSchema = z.prefault(
  described(
    "用语：报告怎样称呼规划、地区和下级单位，认得哪些地名",
    z.strictObject({
      plan: z.optional(label("报告里的简称，写作《规划》《纲要》；不写即取自全称")),
      area: z.optional(label("对全部范围的称呼：全区、全市、全州、全国；不写即取自 region")),
      sites: z.optional(label("下级单位的称呼：镇街、乡镇、区县；不写即按 region 取")),
      beside: z.optional(
        described("与本地数并列的上级地区，由近到远：全市、全国；不写即取自全称", z.array(label("地区"))),
      ),
      neighbours: listOf(
        label("地名"),
        "同市同省的其他区县，写进文字材料多半是套用时留下的：写“江津”，江津、江津区都认；写“长寿区”，只认全称",
      ),
      areas: listOf(label("地区"), "更大的或外地的地区，其数不作本地数核对：成渝、渝西地区"),
    }),
  ),
  {},
);

const groupingSchema = described(
  "一种分组",
  z.strictObject({
    name: label("分组，如 民族；工作簿“分组”列和目标的 grouping 写它"),
    people: flag("各组合起来是全体（男、女），合计即本地数；地方、机构一类的不写"),
    aliases: listOf(label("别名"), "工作簿里可能出现的其他叫法"),
  }),
);

const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/;

const documentSchema = described(
  "印发规划的文件",
  z.strictObject({
    number: label("发文字号"),
    issuer: label("发文机关"),
    date: described("成文日期", z.string().check(z.regex(DATE, { error: "写作 2022年12月2日 的形式" }))),
    part: z._default(whole("是文件印发的第几个规划；几个规划一起编制时按此排列", 1), 1),
  }),
);

const issuersSchema = described(
  "封面上的编制单位",
  z.strictObject({
    annual: label("年度统计监测报告的编制单位"),
    midterm: label("中期评估报告的编制单位"),
    final: label("终期评估报告的编制单位"),
  }),
);

/** The truth about plan files: what is allowed, what may be left out, and what each key means. */
export const planSchema = described(
  "妇女、儿童发展规划",
  z.strictObject({
    id: idText("规划编号，用于 --plan"),
    title: label("规划全称"),
    shortTitle: label("规划简称，报告题名和文件名用"),
    subject: label("规划对象：妇女、儿童"),
    region: label("地区名称：永川区、全国"),
    terms: termsSchema,
    period: periodSchema,
    document: documentSchema,
    issuers: issuersSchema,
    method: methodSchema,
    groupings: listOf(groupingSchema, "镇街、机构、性别、年龄、城乡以外的分组，如民族"),
    sites: listOf(label("下级单位名称"), "全部下级单位（镇街、乡镇），填报表按此逐行列出"),
    domains: someOf(domainSchema, "领域，按规划的顺序"),
    topics: listOf(topicSchema, "专题：报告正文每个专题一段；写了就要把每个指标列入一个专题"),
    rows: someOf(rowSchema, "主要指标，按规划的顺序"),
    series: listOf(seriesSchema, "辅助指标"),
    orders: listOf(orderSchema, "同一年中数值应依次不减的指标"),
    projects: listOf(projectSchema, "重点项目"),
    chapters: listOf(chapterSchema, "重点任务各章"),
  }),
);

export type PlanSpec = z.output<typeof planSchema>;
export type ProjectSpec = z.output<typeof projectSchema>;
export type ChapterSpec = z.output<typeof chapterSchema>;
