import { EXIT, ReportError } from "../issues/error.js";
import { nearest } from "../terms/nearest.js";
import type { District } from "./districts-file.js";
import type { EarlierRun } from "./earlier-run.js";

/** Those of the shard's districts that a run is asked to make. */
export interface Choice {
  /** Codes or names, several divided by commas; absent: all. */
  only?: readonly string[];
  /** Only those that the shard's last run did not bring to an end. */
  retryFailed?: boolean;
}

/**
 * Chooses among the shard's districts. `listed` are all of the list: one that another shard makes is no mistake. Throws
 * ReportError (exit 2) for what is in no list.
 */
export function chosenDistricts(
  listed: readonly District[],
  own: readonly District[],
  { only = [], retryFailed = false }: Choice,
  earlier: EarlierRun,
): readonly District[] {
  const words = only.flatMap((each) => each.split(/[,，、]/u)).map((each) => each.trim());
  const unknown = words.find((word) => !listed.some((each) => isCalled(each, word)));
  if (unknown !== undefined) throw notListed(unknown, listed);
  const named = words.length === 0 ? own : own.filter((each) => words.some((word) => isCalled(each, word)));
  return retryFailed ? named.filter(({ code }) => !isMade(code, earlier)) : named;
}

function notListed(word: string, listed: readonly District[]): ReportError {
  const names = listed.flatMap(({ code, name }) => [code, name]);
  const guess = nearest(word, names);
  return new ReportError(
    `名单中没有“${word}”`,
    EXIT.usage,
    guess === null ? "请写名单中的代码或名称，用逗号分隔" : `是否要写“${guess}”？`,
  );
}

function isCalled({ code, name }: District, word: string): boolean {
  return code === word || name === word;
}

/** Whether the last run brought a district to its end; one that was not of that run has none. */
function isMade(code: string, earlier: EarlierRun): boolean {
  const line = earlier?.lines.find((each) => each.code === code);
  return line !== undefined && line.outcome !== "failed";
}
