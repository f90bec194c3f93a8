import path from "node:path";
import { Chalk } from "chalk";
import { displayWidth } from "../terminal/display-width.js";
import type { Scorecard } from "../score/scorecard.js";
import { pad } from "../terminal/columns.js";
import { headline } from "./headline.js";
import type { Output } from "../files/outputs.js";
import { largest } from "../terms/long-lists.js";

/** What was written and the headline tallies, as the last thing a person sees. */
export function writtenTable(
  folder: string,
  outputs: readonly Output[],
  scorecards: readonly Scorecard[],
  colour: boolean,
): string {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const kinds = largest(outputs.map(({ kind }) => displayWidth(kind)));
  const sizes = outputs.map(({ bytes }) => sizeText(bytes.length));
  const widest = largest(sizes.map((size) => displayWidth(size)));
  const files = outputs.map(
    ({ kind, name }, index) =>
      `  ${pad(kind, kinds)}  ${chalk.dim(pad(sizes[index] ?? "", widest, "right"))}  ${path.join(folder, name)}\n`,
  );
  return `${chalk.bold("已写出：")}\n${files.join("")}\n${scorecards.map((each) => headline(each, chalk)).join("\n")}`;
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
