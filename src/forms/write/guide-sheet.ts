import { MEASURE_STATUSES } from "../../terms/measure-status.js";
import { PROJECT_STATUSES } from "../../terms/project-status.js";
import { FORM_TITLE, GUIDE_SHEET, MISSING_REASONS } from "../../data/form-words.js";
import type { CellStyle, LayoutRow, SheetLayout } from "../../workbook/write/layout.js";
import { textCell } from "./cells.js";
import { imprintTexts } from "./imprint.js";
import type { ReporterForm } from "./reporter-forms.js";

/** Characters: a page holds them whole. */
const WIDTH = 100;

/** What the bureau says beside what the plan says; "" leaves a line to be filled in by hand. */
export interface Notice {
  /** 2026年3月31日 */
  deadline: string;
  /** Whom to ask: 张三 49800000 */
  contact: string;
  /** Of a form that goes back: what is in question and no cell can show. */
  questions?: readonly string[];
}

/** The first sheet: who fills what, how, and where it goes. */
export function guideSheet(form: ReporterForm, notice: Notice): SheetLayout {
  const { title, year, reporter } = form;
  const rows = [
    line(`${title}${year}${FORM_TITLE}说明`, "title"),
    ...CHAPTERS.flatMap(({ heading, paragraphs }) => {
      const texts = paragraphs(form, notice);
      const lines = texts.map((text) => line(text, "paragraph"));
      return texts.length === 0 ? [] : [line(heading, "heading"), ...lines];
    }),
  ];
  return {
    name: GUIDE_SHEET,
    widths: [WIDTH],
    rows,
    merges: [],
    frozen: { rows: 0, columns: 0 },
    print: { landscape: true, repeatRows: null, footer: `${reporter}　${GUIDE_SHEET}（${year}年）` },
    protected: true,
  };
}

interface Chapter {
  heading: string;
  paragraphs: (form: ReporterForm, notice: Notice) => readonly string[];
}

const CHAPTERS: readonly Chapter[] = [
  { heading: "退回核实的问题", paragraphs: (_, { questions = [] }) => questions },
  { heading: "一、填报范围", paragraphs: scope },
  { heading: "二、怎样填", paragraphs: howTo },
  { heading: "三、各栏含义", paragraphs: meanings },
  { heading: "四、报送", paragraphs: returning },
  { heading: "五、印发时带出的数（回收时核对用，请不要改动）", paragraphs: imprintTexts },
];

function scope({ reporter, sections, breakdowns, projects, measures }: ReporterForm): string[] {
  const figures = sections.reduce((count, { lines }) => count + lines.length, 0);
  const parts = [
    ...(figures > 0 ? [`“年度填报”${figures}项`] : []),
    ...breakdowns.map(({ grouping, indicator }) => `“分${grouping}填报”中的${indicator.name}`),
    ...(projects.length > 0 ? [`“重点项目进展”${projects.length}个项目`] : []),
    ...(measures.length > 0 ? [`“措施落实”${measures.length}项措施`] : []),
  ];
  return [`本表由${reporter}填报，包括：${parts.join("；")}。`];
}

function howTo(form: ReporterForm): string[] {
  const told = INSTRUCTIONS.filter(({ concerns }) => concerns(form)).map(({ text }) => text(form));
  return told.map((text, index) => `${index + 1}．${text}`);
}

interface Instruction {
  concerns: (form: ReporterForm) => boolean;
  text: (form: ReporterForm) => string;
}

const everybody = () => true;
const figures = ({ sections }: ReporterForm) => sections.length > 0;
const towns = ({ breakdowns }: ReporterForm) => breakdowns.length > 0;
const projects = (form: ReporterForm) => form.projects.length > 0;
const measures = (form: ReporterForm) => form.measures.length > 0;
const ratios = ({ sections }: ReporterForm) => sections.some(({ lines }) => lines.some(({ ratio }) => ratio));
const health = ({ sections }: ReporterForm) =>
  sections.some(({ lines }) => lines.some(({ domain }) => domain.includes("健康")));

/** Each reporter is told what concerns it, in this order. */
const INSTRUCTIONS: readonly Instruction[] = [
  {
    concerns: everybody,
    text: () =>
      "只填带底色的单元格，其余已锁定。请不要改动工作表名称、表头和编号，不要增删行列；行高、列宽可以调整。",
  },
  {
    concerns: figures,
    text: () =>
      "数值按所列计量单位填写，只填数字：计量单位是%时，94.12%填94.12，不填0.9412。比率类指标请一并填写分子、分母，供核对。",
  },
  { concerns: ratios, text: () => "男女厕位比按“男：女”填写，如2：3。" },
  {
    concerns: figures,
    text: () =>
      `没有数据时，本年数留空，在“缺报原因”中选择：${MISSING_REASONS.join("、")}；选“其他”的请在备注中写明。数值为零的填0。`,
  },
  {
    concerns: health,
    text: ({ year }) => `妇幼健康指标的统计年度为${year - 1}年10月1日至${year}年9月30日。`,
  },
  {
    concerns: figures,
    text: () => "上年数有更正的，先在“审阅”中撤销工作表保护（没有密码），改正后在备注中写明原因。",
  },
  {
    concerns: towns,
    text: ({ terms }) =>
      `分${terms.sites}、分机构的表逐行填写，空白行请先填名称；行不够的，先在“审阅”中撤销工作表保护（没有密码），复制一行插入其下再填。${terms.area}数另填“年度填报”。`,
  },
  {
    concerns: projects,
    text: ({ year }) =>
      `重点项目的“进展状态”从下拉列表中选择：${PROJECT_STATUSES.join("、")}；“完成数”填到${year}年底的累计数，只问是否完成的选“是”或“否”；年度进展、存在问题和下年计划用文字填写。`,
  },
  {
    concerns: measures,
    text: ({ year, terms }) =>
      `“措施落实”填${terms.named}重点任务各项措施到${year}年底的情况：“落实状态”从下拉列表中选择：${MEASURE_STATUSES.join("、")}；“落实情况”写做了什么、成效如何，一两句话即可，写进评估报告。`,
  },
];

function meanings(form: ReporterForm): string[] {
  const { baselineYear, endYear, year, terms } = form;
  return [
    ...(figures(form)
      ? [
          `${terms.plan}目标为${endYear}年目标值；基期数为${baselineYear}年数，上年数为${year - 1}年数，“—”表示没有数据或不需填写。`,
          "指标解释供填报时参考，与本部门统计报表制度不一致的，按报表制度填报，并在备注中写明。",
          "数据来源请写明报表或部门名称，口径有变化的在备注中写明。",
        ]
      : []),
    "“协报”“协办”的单位请由本单位会商后统一填报。",
  ];
}

function returning({ issuer }: ReporterForm, { deadline, contact }: Notice): string[] {
  return [
    `报送截止日期：${deadline || "＿＿＿＿年＿＿月＿＿日"}`,
    `填报中的问题请询：${issuer}，联系人和电话：${contact || "＿＿＿＿＿＿＿＿＿＿＿＿"}`,
    "填好后保存，电子表按原格式（.xlsx）报送；打印后由填报人、审核人签名并加盖公章，一并报送。",
  ];
}

function line(text: string, style: CellStyle): LayoutRow {
  return { height: null, cells: [textCell(text, style)] };
}
