import { overviewModel } from "../../src/report/overview/overview.js";
import type { OverviewModel } from "../../src/report/overview/model.js";
import { scoredSample } from "../fixtures/scored-sample.js";

/** The overview of the sample data, both plans. */
export async function sampleOverview(): Promise<OverviewModel> {
  const { cards, dataset, issues } = await scoredSample("fixtures/data", 2025);
  return overviewModel(cards, dataset, {
    asOf: "2026-05-20",
    draft: false,
    sample: true,
    issues,
    absent: [],
  });
}

/** Ends elements, attributes and templates, begins scripts. */
export const HOSTILE = `</script></style><script>alert(1)</script><img src=x onerror="alert(1)">{{title}}`;

/** The same with HOSTILE behind every text that a person may have written. */
export async function hostileOverview(): Promise<OverviewModel> {
  return spoilt(await sampleOverview(), "") as OverviewModel;
}

/** The same with names, units and reasons of a length that nobody expects, in one piece. */
export async function longOverview(): Promise<OverviewModel> {
  const model = await sampleOverview();
  const long = (text: string): string =>
    text === "" ? text : `${text}${"很长的名称".repeat(24)}${"W".repeat(300)}`;
  const plans = model.plans.map((plan) => ({
    ...plan,
    title: long(plan.title),
    facts: plan.facts.map(long),
    domains: plan.domains.map((domain) => ({
      ...domain,
      heading: long(domain.heading),
      rows: domain.rows.map((row) => ({
        ...row,
        reason: long(row.reason),
        lines: row.lines.map((line) => ({ ...line, name: long(line.name), target: long(line.target) })),
        passages: row.passages.map((passage) => ({
          heading: long(passage.heading),
          blocks: passage.blocks.map(({ heading, lines }) => ({
            heading,
            lines: lines.map(({ label, text }) => ({ label: long(label), text: long(text) })),
          })),
        })),
      })),
    })),
  }));
  const filters = model.filters.map((filter) => ({ ...filter, options: filter.options.map(long) }));
  return { ...model, title: long(model.title), notice: long(model.notice), filters, plans };
}

/** What the program writes itself: names of statuses, figures for drawings, keys. */
const OWN: readonly string[] = [
  "trend",
  "status",
  "alert",
  "columns",
  "natures",
  "key",
  "anchor",
  "domain",
  "ranks",
];

function spoilt(value: unknown, name: string): unknown {
  if (OWN.includes(name) || (name === "name" && typeof value === "string" && /^[a-z]+$/u.test(value)))
    return value;
  if (typeof value === "string") return value === "" ? value : `${value}${HOSTILE}`;
  if (Array.isArray(value)) return value.map((each) => spoilt(each, ""));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoilt(each, key)]));
}
