import { stringify } from "csv-stringify/sync";
import { domainNameOf } from "../../../plan/lookup.js";
import type { NamedBytes } from "../../../files/outputs.js";
import { compareText } from "../../../terms/compare-text.js";
import { cellText } from "../../../terms/decimal.js";
import type { Column } from "../gather.js";
import type { Rollup, RowRollup } from "../rollup.js";
import { QUERY_FILE, SCHEMA } from "./queries.js";

/** schema.sql, rollup.sql and a CSV file a table. The figures as JSON had them: nothing is rounded. */
export function sqlFiles(rollups: readonly Rollup[]): NamedBytes[] {
  const files: readonly [string, string][] = [
    ["schema.sql", SCHEMA],
    ["rollup.sql", QUERY_FILE],
    ["districts.csv", csvOf(["code", "name"], districtLines(rollups))],
    [
      "indicators.csv",
      csvOf(["plan", "id", "name", "unit", "domain", "per", "is_row"], rollups.flatMap(indicatorLines)),
    ],
    ["figures.csv", csvOf(FIGURE_COLUMNS, rollups.flatMap(figureLines))],
  ];
  return files.map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
}

type Line = readonly (string | number | null)[];

/** A field that is nothing stays empty. */
function csvOf(head: readonly string[], lines: readonly Line[]): string {
  return stringify([head, ...lines], { quoted_match: /[\r\n]/u });
}

function districtLines(rollups: readonly Rollup[]): Line[] {
  const names = new Map(rollups.flatMap(({ districts }) => districts.map(({ code, name }) => [code, name])));
  return [...names].sort(([one], [other]) => compareText(one, other));
}

function indicatorLines({ plan, rows }: Rollup): Line[] {
  const lineOf = ({ row }: RowRollup, id: string, name: string, unit: string, per: number | null): Line => {
    return [plan.id, id, name, unit, domainNameOf(plan, row.domain), per, id === row.id ? 1 : 0];
  };
  return rows.flatMap((rolled) => {
    const { row, indicators } = rolled;
    const hasFigures = indicators.some(({ indicator }) => indicator.id === row.id);
    const own = hasFigures ? [] : [lineOf(rolled, row.id, row.name, row.unit, null)];
    const judged = indicators.map(({ indicator: { id, name, unit }, per }) =>
      lineOf(rolled, id, name, unit, per),
    );
    return [...own, ...judged];
  });
}

const FIGURE_COLUMNS = [
  "plan",
  "year",
  "code",
  "indicator",
  "value",
  "numerator",
  "denominator",
  "pooled_numerator",
  "pooled_denominator",
  "summed",
  "status",
  "alert",
];

function figureLines({ plan, year, districts, rows, columns }: Rollup): Line[] {
  const summed = new Map(
    rows.flatMap(({ indicators }) => indicators.map(({ indicator, fit }) => [indicator.id, new Set(fit)])),
  );
  return [...columns].flatMap(([id, column]) =>
    districts.map(({ code }, at): Line => {
      const counted = summed.get(id)?.has(at) === true ? 1 : 0;
      const figures = figuresAt(column, at);
      return [
        plan.id,
        year,
        code,
        id,
        ...figures,
        counted,
        column.statuses[at] ?? "",
        column.alerts[at] ?? null,
      ];
    }),
  );
}

function figuresAt(column: Column, at: number): (string | null)[] {
  const { values, numerators, denominators, pooledNumerators, pooledDenominators } = column;
  return [values, numerators, denominators, pooledNumerators, pooledDenominators].map((figures) => {
    const figure = figures[at] ?? NaN;
    return Number.isNaN(figure) ? null : cellText(figure);
  });
}
