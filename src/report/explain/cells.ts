import type { Dataset, Figure, GroupFigure, Observation } from "../../data/dataset.js";
import { copulaOf } from "../words/copula.js";
import { figure, shown, exact } from "../words/number.js";
import type { RowFacts } from "../row-facts.js";
import { quoted } from "../words/wording.js";
import type { Line } from "./explanation.js";
import { cellKey, cellText } from "../../issues/place.js";

/** 数据出处: file, sheet and cell, what stood in it, what the reader made of it, and the years around it. */
export function cellLines(facts: RowFacts, dataset: Dataset): Line[] {
  const { observation, groups } = facts.scored;
  const own = observation === null ? [] : observationLines(observation, facts, dataset);
  const sites = (groups?.figures.slice(0, 1) ?? []).flatMap((worst) => siteLines(worst, facts, dataset));
  return [...own, ...sites, ...historyLine(facts)];
}

function observationLines(observation: Observation, facts: RowFacts, dataset: Dataset): Line[] {
  const { dataSource, remark, reporter } = observation;
  const said = [
    { label: "数据来源", text: dataSource },
    { label: "填报单位", text: reporter },
    { label: "备注", text: quoted(remark) },
  ].filter(({ text }) => text !== "");
  return [...figureLines("本年数", observation, facts, dataset), ...said];
}

function siteLines(worst: GroupFigure, facts: RowFacts, dataset: Dataset): Line[] {
  const label = copulaOf(facts.scored).replace(/为$/u, "");
  return [
    { label, text: `${worst.group}（各${worst.grouping}中取此数判定）` },
    ...figureLines("该数", worst, facts, dataset),
  ];
}

function figureLines(label: string, own: Figure, { scale }: RowFacts, dataset: Dataset): Line[] {
  const notes = dataset.readerNotes.filter(({ source }) => cellKey(source) === cellKey(own.source));
  const done = notes.length === 0 ? "按单元格中的数读取，未作换算" : notes.map(({ text }) => text).join("；");
  const cut = !shown(scale, own.value).eq(own.value);
  return [
    { label: "单元格", text: cellText(own.source) },
    { label: "格中所见", text: `“${own.display}”` },
    { label: "读取", text: done },
    { label, text: `${figure(scale, own.value)}${cut ? `（判定用原值${exact(own.value)}）` : ""}` },
  ];
}

function historyLine({ scored, scale }: RowFacts): Line[] {
  const { series, year } = scored;
  const before = series.filter((each) => each.year < year);
  if (before.length === 0) return [];
  const text = before.map((each) => `${each.year}年${figure(scale, each.value)}`).join("　");
  return [{ label: "以前年份", text }];
}
