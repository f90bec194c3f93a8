import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Dataset, Observation } from "../../../src/data/dataset.js";
import type { Grouping, Plan } from "../../../src/plan/plan.js";
import { matterOf } from "../evaluation/compose.js";
import type { EvaluationMatter } from "../../../src/report/evaluation/context.js";
import { dataset, observation, siteFigures, type Values } from "../../score/builder.js";
import { children, women } from "../plans.js";

/** Figures by year, as an editor writes them. */
type Years = Readonly<Record<string, number | string>>;

/** A case of a table: what is so, and what the report says of it. */
export interface Case {
  情形: string;
  /** Figures of indicators by year; the first is the one the sentence is about. */
  数据: Readonly<Record<string, Years>>;
  /** 2025 where the case does not say. */
  年度?: number;
  /** Events and what they are counted against, by indicator and year. */
  例数?: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
  /** Sites of the case's year, by indicator. */
  分镇街?: Readonly<Record<string, Years>>;
  分机构?: Readonly<Record<string, Years>>;
  /** The plan as if it had no other rows than those of the figures. */
  只设所列指标?: boolean;
  句子: string;
}

/** The cases of a table, in its order. */
export function casesOf(table: string): Case[] {
  return parse(readFileSync(path.resolve(import.meta.dirname, `${table}.yaml`), "utf8")) as Case[];
}

/** The matter of a case: its figures, scored. */
export function matterIn(given: Case): EvaluationMatter {
  const ids = [
    ...Object.keys(given.数据),
    ...Object.keys(given.分镇街 ?? {}),
    ...Object.keys(given.分机构 ?? {}),
  ];
  const whole = (ids[0] ?? "W").startsWith("W") ? women : children;
  const plan = given.只设所列指标 === true ? withRows(whole, ids) : whole;
  const year = given.年度 ?? 2025;
  const kind = year === plan.period.end ? "final" : "midterm";
  return matterOf(plan, dataOf(given, year), year, { kind });
}

function withRows(plan: Plan, ids: readonly string[]): Plan {
  const own = (row: Plan["rows"][number]) => [row, ...row.parts].some(({ id }) => ids.includes(id));
  return { ...plan, rows: plan.rows.filter(own) };
}

function dataOf(given: Case, year: number): Dataset {
  const plain = dataset(textsOf(given.数据));
  const counted = Object.entries(given.例数 ?? {}).map(
    ([id, years]) => [id, withCounts(plain, id, years)] as const,
  );
  return {
    ...plain,
    series: { ...plain.series, ...Object.fromEntries(counted) },
    groups: [...sitesOf(given.分镇街, year, "镇街"), ...sitesOf(given.分机构, year, "机构")],
  };
}

function textsOf(figures: Case["数据"]): Record<string, Values> {
  return Object.fromEntries(
    Object.entries(figures).map(([id, years]) => [
      id,
      Object.fromEntries(Object.entries(years).map(([year, value]) => [Number(year), String(value)])),
    ]),
  );
}

function withCounts(
  { series }: Dataset,
  id: string,
  years: Readonly<Record<string, readonly [number, number]>>,
): Observation[] {
  return (series[id] ?? []).map((each) => {
    const counts = years[String(each.year)];
    return counts === undefined
      ? each
      : observation(id, each.year, each.value.toFixed(), [String(counts[0]), String(counts[1])]);
  });
}

function sitesOf(sites: Case["分镇街"], year: number, grouping: Grouping): Dataset["groups"] {
  return Object.entries(sites ?? {}).flatMap(([id, values]) =>
    siteFigures(
      id,
      year,
      Object.fromEntries(Object.entries(values).map(([site, value]) => [site, String(value)])),
      grouping,
    ),
  );
}
