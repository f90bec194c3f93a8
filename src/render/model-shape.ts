import type { Chart, Trend } from "../report/charts/chart.js";
import type {
  AnnualModel,
  Annex,
  Block,
  Chapter,
  Cover,
  DocumentFacts,
  EvaluationModel,
  MemoModel,
  Paragraph,
  Table,
} from "../report/model.js";
import type { OverviewModel } from "../report/overview/model.js";

/** What stands at a place of the model: a value to print, a list, or named places. */
export type Shape = "value" | readonly [Shape] | { readonly [name: string]: Shape };

type ShapeOf<T> = T extends string | number | boolean
  ? "value"
  : T extends readonly (infer Entry)[]
    ? readonly [ShapeOf<Entry>]
    : { readonly [Name in keyof T]: ShapeOf<T[Name]> };

/** A `ShapeOf` does not compile unless it names every place of the model, and no other. */
const table: ShapeOf<Table> = {
  number: "value",
  title: "value",
  unit: "value",
  head: [[{ text: "value", colspan: "value", rowspan: "value" }]],
  columns: [{ align: "value", width: "value" }],
  rows: [
    {
      group: "value",
      cells: [
        {
          text: "value",
          number: "value",
          decimals: "value",
          colspan: "value",
          mark: "value",
          row: "value",
          year: "value",
        },
      ],
    },
  ],
  notes: ["value"],
  source: "value",
};

const trend: ShapeOf<Trend> = {
  years: ["value"],
  year: "value",
  series: [{ name: "value", values: ["value"], shown: ["value"], surveyed: "value" }],
  path: ["value"],
  target: "value",
  levels: ["value"],
  levelName: "value",
  low: "value",
  high: "value",
  limit: "value",
  tickPrefix: "value",
};

const chart: ShapeOf<Chart> = {
  id: "value",
  number: "value",
  title: "value",
  unit: "value",
  source: "value",
  note: "value",
  alt: "value",
  statusBars: [{ bars: ["value"], series: [{ status: "value", name: "value", values: ["value"] }] }],
  dumbbells: [
    {
      year: "value",
      rows: [
        {
          name: "value",
          unit: "value",
          baseline: "value",
          now: "value",
          target: "value",
          position: "value",
          status: "value",
        },
      ],
    },
  ],
  trends: [trend],
  heatMaps: [
    {
      years: ["value"],
      columns: "value",
      legend: [{ status: "value", text: "value", name: "value" }],
      rows: [{ name: "value", cells: [{ status: "value", text: "value" }] }],
    },
  ],
  maps: [
    {
      legend: [{ status: "value", name: "value" }],
      areas: [{ name: "value", text: "value", status: "value", outlines: ["value"] }],
      columns: "value",
      height: "value",
    },
  ],
};

const paragraph: ShapeOf<Paragraph> = {
  heading: "value",
  text: "value",
  spans: [{ text: "value", row: "value", year: "value" }],
};

const block: ShapeOf<Block> = {
  paragraphs: [paragraph],
  tables: [table],
  charts: [chart],
  prose: [
    {
      items: [
        {
          ...{ kind: "value", marker: "value", note: "value" },
          runs: [{ text: "value", strong: "value", note: "value" }],
        },
      ],
      gap: "value",
    },
  ],
};

const chapter: ShapeOf<Chapter> = { number: "value", heading: "value", blocks: [block] };

const document: ShapeOf<DocumentFacts> = {
  title: "value",
  author: "value",
  subject: "value",
  keywords: "value",
  fileName: "value",
  tablesFileName: "value",
  date: "value",
  watermark: "value",
};

const cover: ShapeOf<Cover> = {
  titleLines: ["value"],
  subtitle: "value",
  issuer: "value",
  date: "value",
  review: "value",
  notice: "value",
  legend: [{ mark: "value", name: "value", meaning: "value" }],
};

const annex: ShapeOf<Annex> = { label: "value", title: "value", landscape: "value", blocks: [block] };

/** Every place the templates of the annual report may name. */
export const ANNUAL_SHAPE: ShapeOf<AnnualModel> = {
  schemaVersion: "value",
  kind: "value",
  document,
  cover,
  titleLines: ["value"],
  lead: chapter,
  domains: [chapter],
  projects: chapter,
  problems: chapter,
  recommendations: chapter,
  alerts: chapter,
  annexes: [annex],
};

/** Every place the templates of the two evaluation reports may name. */
export const EVALUATION_SHAPE: ShapeOf<EvaluationModel> = {
  schemaVersion: "value",
  kind: "value",
  document,
  cover,
  titleLines: ["value"],
  summary: chapter,
  chapters: [
    {
      ...chapter,
      id: "value",
      sections: [{ number: "value", heading: "value", blocks: [block] }],
      sectionsListed: "value",
    },
  ],
  annexes: [annex],
  gaps: ["value"],
};

/** Every place the templates of the overview may name. */
export const OVERVIEW_SHAPE: ShapeOf<OverviewModel> = {
  schemaVersion: "value",
  title: "value",
  date: "value",
  watermark: "value",
  notice: "value",
  filters: [{ name: "value", label: "value", options: ["value"] }],
  orders: [{ name: "value", label: "value" }],
  places: [{ place: "value", year: "value" }],
  natures: "value",
  columns: "value",
  plans: [
    {
      title: "value",
      facts: ["value"],
      domains: [
        {
          heading: "value",
          key: "value",
          rows: [
            {
              anchor: "value",
              domain: "value",
              answers: [{ name: "value", options: "value" }],
              ranks: [{ name: "value", rank: "value" }],
              where: "value",
              lines: [
                {
                  id: "value",
                  name: "value",
                  part: "value",
                  nature: "value",
                  target: "value",
                  baseline: { text: "value", year: "value" },
                  previous: { text: "value", year: "value" },
                  value: "value",
                  change: "value",
                  course: [{ alt: "value", trend }],
                  others: [{ place: "value", text: "value", year: "value" }],
                  status: "value",
                  statusName: "value",
                  alert: "value",
                  alertName: "value",
                },
              ],
              reason: "value",
              passages: [
                {
                  heading: "value",
                  blocks: [{ heading: "value", lines: [{ label: "value", text: "value" }] }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  total: "value",
};

/** Every place the template of a 简报 may name. */
export const MEMO_SHAPE: ShapeOf<MemoModel> = {
  schemaVersion: "value",
  kind: "value",
  document,
  review: "value",
  titleLines: ["value"],
  byline: ["value"],
  addressee: "value",
  opening: [block],
  chapters: [chapter],
  closing: [block],
  signature: ["value"],
};
