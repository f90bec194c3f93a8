import { groupBy } from "../terms/group-by.js";
import type { Issue } from "../issues/issue.js";
import { gravestFirst } from "../issues/order.js";

/** Part of the findings, the gravest first, and how many were left out of which file. */
export interface Excerpt {
  shown: readonly Issue[];
  /** `file` is "" for findings without a place. */
  left: readonly { file: string; count: number }[];
}

/**
 * At most `most` findings: errors before warnings before notes, and of each severity the files' first, then
 * their second, and so on, so that one broken sheet does not hide what is wrong with the others.
 */
export function excerptOf(issues: readonly Issue[], most: number): Excerpt {
  const sorted = gravestFirst(issues);
  const ranked = [...groupBy(sorted, ({ severity }) => severity).values()].flatMap(dealt);
  const chosen = new Set(ranked.slice(0, most));
  const left = groupBy(
    sorted.filter((each) => !chosen.has(each)),
    fileOf,
  );
  return {
    shown: sorted.filter((each) => chosen.has(each)),
    left: [...left].map(([file, omitted]) => ({ file, count: omitted.length })),
  };
}

function fileOf({ where }: Issue): string {
  return where?.file ?? "";
}

/** The first finding of every file, then the second of every file, as one deals cards. */
function dealt(issues: readonly Issue[]): Issue[] {
  const rounds = [...groupBy(issues, fileOf).values()].flatMap((own) =>
    own.map((issue, round) => ({ issue, round })),
  );
  return rounds.sort((a, b) => a.round - b.round).map(({ issue }) => issue);
}
