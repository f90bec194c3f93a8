import type { Chart } from "../../src/report/charts/chart.js";
import type { AnnualModel, Annex, Block, Chapter, Paragraph, Table } from "../../src/report/model.js";
import { spansOf } from "../../src/report/words/cited.js";
import { DOMAINS, ROW_NAMES, STATUSES, alertTable, dataTable, projectTable } from "./sample-tables.js";

/** A model of the size of a real report, made by hand so that layout can be tried without scoring. */
export function sampleModel(): AnnualModel {
  return {
    schemaVersion: 1,
    kind: "annual",
    document: {
      title: "永川区妇女发展规划2025年度统计监测报告",
      author: "永川区妇女儿童发展规划监测组",
      subject: "《重庆市永川区妇女发展规划（2021—2030年）》2025年度统计监测",
      keywords: "妇女发展规划,统计监测,永川区",
      fileName: "永川区妇女发展规划2025年度统计监测报告",
      tablesFileName: "永川区妇女发展规划2025年度数据报表",
      date: "2026年5月20日",
      watermark: "示例数据",
    },
    cover: {
      titleLines: ["永川区妇女发展规划", "2025年度统计监测报告"],
      subtitle: "（2025年）",
      issuer: "永川区妇女儿童发展规划监测组",
      date: "2026年5月20日",
      review: "送审稿",
      notice: "本报告使用示例数据，仅用于演示，不代表永川区实际情况。",
      legend: STATUSES.map(([mark, name]) => ({ mark, name, meaning: `${name}的含义` })),
    },
    titleLines: ["永川区妇女发展规划", "2025年度统计监测报告"],
    lead: {
      number: "",
      heading: "",
      blocks: [...LEAD.map((text) => paragraphBlock({ heading: "", text })), chartBlock(statusChart())],
    },
    domains: DOMAINS.map(domainChapter),
    projects: chapter("九、", "重点项目进展", [{ heading: "", text: PROJECT_TEXT }], [projectTable()]),
    problems: chapter("十、", "存在的主要问题", PROBLEMS),
    alerts: chapter(
      "十一、",
      "预警清单",
      [{ heading: "", text: "以下统计项列入2025年度预警。" }],
      [alertTable()],
    ),
    recommendations: chapter("十二、", "对策建议", PROBLEMS),
    annexes: [
      annex("附件1", "永川区妇女发展规划2025年度数据报表", true, [dataTable(49)]),
      annex("附件2", "缺项与修订清单", false, [projectTable()]),
      annex("附件3", "数据质量核查", false, [projectTable()]),
      annex("附件4", "评价方法说明", false, []),
    ],
  };
}

const LEAD = [
  "根据《重庆市永川区妇女发展规划（2021—2030年）》（永川府发〔2022〕20号）要求，监测组收集整理有关部门2025年统计资料，从健康、教育、经济、参与决策和管理、社会保障、家庭建设、环境、法律八个领域，对规划46项指标（49个统计项）实施情况进行监测。",
  "结果显示：49个统计项中，已达标14个，预期可达标16个，进展偏慢5个，达标困难3个，未达标1个，监测不判定7个，缺项3个。有明确目标的统计项达标率为58.3%（14/24），方向性统计项向好率为86.7%（13/15），可评价的39个统计项中达标或预期可达标的占76.9%（30/39）。",
];

const NUMERALS = ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、"];

const DATA_PARAGRAPH =
  "2025年，孕产妇系统管理率为94.12%，比2024年提高0.32个百分点，比2020年提高1.13个百分点，已达到2030年≥94%的目标。孕产妇死亡率为13.3/10万，由上年的0升至13.3/10万（1例），未达到＜8/10万的目标。因本区每年活产数仅数千人，1例死亡对当年死亡率影响较大，宜结合三年合并数据判断。";

const PROJECT_TEXT =
  "附件1所列15个重点项目中，已完成4个，基本完成3个，推进中7个，未启动1个。区妇幼保健院三级甲等创建工作按计划推进。";

/** A paragraph before it is told which figures are in it. */
type Told = Pick<Paragraph, "heading" | "text">;

const PROBLEMS: Told[] = [
  { heading: "（一）约束性指标孕产妇死亡率未达标。", text: DATA_PARAGRAPH },
  { heading: "（二）农村妇女“两癌”检查率序时进度不足。", text: DATA_PARAGRAPH },
  { heading: "（三）部分指标数据缺报。", text: DATA_PARAGRAPH },
];

function domainChapter(name: string, index: number): Chapter {
  const paragraphs = [
    { heading: "（一）妇女健康水平稳步提高。", text: DATA_PARAGRAPH },
    { heading: "（二）孕产妇保健服务扎实推进，“两癌”检查覆盖面继续扩大。", text: DATA_PARAGRAPH },
    { heading: "", text: "本领域进展偏慢1个，达标困难1个，缺项1个，具体见附件1。" },
  ];
  const charts = [dumbbellChart(`d${index}`), trendChart(`t${index}`)];
  const { blocks, ...titles } = chapter(NUMERALS[index] ?? "", name, paragraphs);
  return { ...titles, blocks: [...blocks, ...charts.map(chartBlock)] };
}

function chapter(number: string, heading: string, paragraphs: Told[], tables: Table[] = []): Chapter {
  return { number, heading, blocks: [...paragraphs.map(paragraphBlock), ...tables.map(tableBlock)] };
}

function annex(label: string, title: string, landscape: boolean, tables: Table[]): Annex {
  const text = {
    heading: "",
    text: "指标的判定按规划文件的目标值和本报告所列方法进行，阈值、容差和修约规则见下。",
  };
  return { label, title, landscape, blocks: [paragraphBlock(text), ...tables.map(tableBlock)] };
}

function paragraphOf({ heading, text }: Told): Paragraph {
  return { heading, text, spans: spansOf(text) };
}

function paragraphBlock(told: Told): Block {
  return { paragraphs: [paragraphOf(told)], tables: [], charts: [], prose: [] };
}

function chartBlock(chart: Chart): Block {
  return { paragraphs: [], tables: [], charts: [chart], prose: [] };
}

function tableBlock(table: Table): Block {
  return { paragraphs: [], tables: [table], charts: [], prose: [] };
}

function statusChart(): Chart {
  return {
    ...blankChart("status", "图1", "2025年各领域统计项监测状态"),
    unit: "个",
    statusBars: [
      {
        bars: DOMAINS,
        series: STATUSES.map(([status, name], i) => ({
          status,
          name,
          values: DOMAINS.map((_, d) => String(Math.max(0, 4 - i + ((d * 3 + i) % 3) - 1))),
        })),
      },
    ],
  };
}

function dumbbellChart(id: string): Chart {
  const positions = ["135", "-50", "62", "", "100", "0", "88.4", "3"];
  return {
    ...blankChart(id, "图2", "妇女与健康领域主要统计项：基期、现状与目标"),
    dumbbells: [
      {
        year: "2025年",
        rows: ROW_NAMES.map((name, i) => ({
          name,
          unit: i % 3 === 0 ? "1/10万" : "%",
          baseline: "92.99",
          now: i === 3 ? "缺" : "94.12",
          target: "≥94",
          position: positions[i] ?? "",
          status: STATUSES[i % STATUSES.length]?.[0] ?? "",
        })),
      },
    ],
  };
}

function trendChart(id: string): Chart {
  const years = ["2020", "2021", "2022", "2023", "2024", "2025"];
  const values = ["92.99", "93.1", "", "93.5", "93.8", "94.12"];
  return {
    ...blankChart(id, "图3", "孕产妇系统管理率"),
    unit: "%",
    trends: [
      {
        years,
        year: "2025",
        series: [{ name: "孕产妇系统管理率", values, shown: values, surveyed: false }],
        path: ["92.99", "93.09", "93.19", "93.29", "93.4", "93.5"],
        target: "≥94",
        levels: ["94"],
        levelName: "目标",
        low: "92.99",
        high: "94.12",
        limit: "100",
        tickPrefix: "",
      },
    ],
  };
}

function blankChart(id: string, number: string, title: string): Chart {
  return {
    id,
    number,
    title,
    unit: "",
    source: "区卫生健康委、区统计局",
    note: "",
    alt: `${title}：已达标14个，预期可达标16个。`,
    statusBars: [],
    dumbbells: [],
    trends: [],
    heatMaps: [],
    maps: [],
  };
}
