import type { Chart, HeatMap } from "../../src/report/charts/chart.js";
import type {
  Block,
  EvaluationChapter,
  EvaluationModel,
  Prose,
  ProseItem,
  Section,
} from "../../src/report/model.js";
import { spansOf } from "../../src/report/words/cited.js";
import { sampleModel } from "./sample-model.js";
import { DOMAINS, ROW_NAMES, STATUSES } from "./sample-tables.js";

const LETTERS = ["达", "预", "慢", "难", "未", "观", "缺"];

const TEXT =
  "2025年，孕产妇系统管理率为94.12%，比2020年提高1.13个百分点，五年年均提高0.23个百分点，已达到2030年≥94%的目标。";

const empty: Block = { paragraphs: [], tables: [], charts: [], prose: [] };

function paragraph(text: string, heading = ""): Block {
  return { ...empty, paragraphs: [{ heading, text, spans: spansOf(text) }] };
}

/** A draft of a mid-term evaluation of full size, made by hand from the parts of the annual sample. */
export function sampleEvaluation(): EvaluationModel {
  const annual = sampleModel();
  return {
    schemaVersion: 1,
    kind: "midterm",
    document: { ...annual.document, title: TITLE, fileName: TITLE, watermark: "初稿" },
    cover: { ...annual.cover, titleLines: ["永川区妇女发展规划", "中期评估报告"] },
    titleLines: ["永川区妇女发展规划", "中期评估报告"],
    summary: { number: "", heading: "摘要", blocks: Array.from({ length: 5 }, () => paragraph(TEXT)) },
    chapters: [
      chapter("一、", "overview", "评估工作概况", [paragraph(TEXT)]),
      chapter("二、", "domains", "分领域目标实现情况", [], DOMAINS.map(domainSection)),
      chapter("三、", "projects", "重点项目", annual.projects.blocks),
      chapter("四、", "achievements", "主要做法和成效", [{ ...empty, prose: [writtenProse()] }]),
      chapter("五、", "problems", "存在问题及原因", [{ ...empty, prose: [gapProse()] }]),
    ],
    annexes: annual.annexes,
    gaps: ["《原因分析》：在 narrative/women-2025.md 中写“## 原因分析”一节"],
  };
}

const TITLE = "永川区妇女发展规划中期评估报告（2021—2025年）";

function chapter(
  number: string,
  id: string,
  heading: string,
  blocks: Block[],
  sections: Section[] = [],
): EvaluationChapter {
  return { id, number, heading, blocks, sections, sectionsListed: id === "domains" };
}

function domainSection(heading: string, index: number): Section {
  const number = `（${"一二三四五六七八"[index] ?? ""}）`;
  const headed = paragraph(TEXT, "1. 妇女健康水平稳步提高。");
  return { number, heading, blocks: [headed, paragraph(TEXT), { ...empty, charts: [heatMap(index)] }] };
}

function heatMap(index: number): Chart {
  const map: HeatMap = {
    years: ["2021", "2022", "2023", "2024", "2025"],
    columns: "6",
    legend: STATUSES.map(([status, name], i) => ({ status, name, text: LETTERS[i] ?? "" })),
    rows: ROW_NAMES.map((name, row) => ({
      name,
      cells: Array.from({ length: 5 }, (_, year) => {
        const place = (row + year * 2) % STATUSES.length;
        return { status: STATUSES[place]?.[0] ?? "", text: LETTERS[place] ?? "" };
      }),
    })),
  };
  return {
    id: `heat-${index}`,
    number: `图${index + 1}`,
    title: `${DOMAINS[index] ?? ""}领域各年状态`,
    unit: "",
    source: "",
    note: "",
    alt: "",
    statusBars: [],
    dumbbells: [],
    trends: [],
    heatMaps: [map],
    maps: [],
  };
}

function writtenProse(): Prose {
  return {
    gap: false,
    items: [
      item("heading", "健全工作机制"),
      item("paragraph", TEXT),
      {
        ...{ kind: "item", marker: "1.", note: "" },
        runs: [
          { text: "免费检查。", strong: true, note: "" },
          { text: TEXT, strong: false, note: "" },
        ],
      },
      item("item", "<b>两癌</b> & 产检", "—"),
      {
        ...{ kind: "paragraph", marker: "", note: "" },
        runs: [
          { text: "免费检查覆盖各镇街", strong: false, note: "" },
          { text: "①", strong: false, note: "1" },
          { text: "。", strong: false, note: "" },
        ],
      },
      { ...item("footnote", "含经济开发区，<b>两癌</b>检查2025年起免费。", "①"), note: "1" },
    ],
  };
}

function gapProse(): Prose {
  return { gap: true, items: [item("paragraph", "此处待补“原因分析”。")] };
}

function item(kind: ProseItem["kind"], text: string, marker = ""): ProseItem {
  return { kind, marker, runs: [{ text, strong: false, note: "" }], note: "" };
}
