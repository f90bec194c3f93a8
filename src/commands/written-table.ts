import path from "node:path";
import { Chalk } from "chalk";
import stringWidth from "string-width";
import type { Rate, Scorecard } from "../score/scorecard.js";
import { pad } from "./columns.js";
import type { Output } from "./outputs.js";

/** What was written and the headline tallies, as the last thing a person sees. */
export function writtenTable(
  folder: string,
  outputs: readonly Output[],
  scorecards: readonly Scorecard[],
  colour: boolean,
): string {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const kinds = Math.max(...outputs.map(({ kind }) => stringWidth(kind)));
  const sizes = outputs.map(({ bytes }) => sizeText(bytes.length));
  const widest = Math.max(...sizes.map((size) => stringWidth(size)));
  const files = outputs.map(
    ({ kind, name }, index) =>
      `  ${pad(kind, kinds)}  ${chalk.dim(pad(sizes[index] ?? "", widest, "right"))}  ${path.join(folder, name)}\n`,
  );
  return `${chalk.bold("已写出：")}\n${files.join("")}${scorecards.map((each) => `\n${headline(each, chalk)}`).join("")}`;
}

function headline(
  { plan, year, tally, byNature, rates }: Scorecard,
  chalk: InstanceType<typeof Chalk>,
): string {
  const ended = year === plan.period.end;
  const counts: readonly (readonly [string, number])[] = ended
    ? [
        ["已实现", tally.achieved],
        ["基本实现", tally.nearlyAchieved],
        ["未实现", tally.notAchieved],
      ]
    : [
        ["已达标", tally.achieved],
        ["预期可达标", tally.onTrack],
        ["进展偏慢", tally.slow],
        ["达标困难", tally.offTrack],
        ["未达标", tally.unmet],
      ];
  const all = [...counts, ["监测不判定", tally.observed] as const, ["缺项", tally.noData] as const];
  const binding = byNature.binding;
  return [
    `${chalk.bold(`${plan.shortTitle}（${year}年，共${tally.total}项）`)}\n`,
    `  ${all.map(([name, count]) => `${name}${count}项`).join("，")}\n`,
    `  约束性指标${binding.total}项，其中${ended ? "已实现" : "已达标"}${binding.achieved}项、缺项${binding.noData}项\n`,
    `  达标率 ${rateText(rates.achievement)}，达标或预期可达标 ${rateText(rates.onCourse)}\n`,
  ].join("");
}

function rateText({ n, of }: Rate): string {
  return `${n}/${of}`;
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
