import type { KnownReason } from "../../coverage/reasons.js";
import type { Heading } from "../head/token.js";
import type { Other, Role } from "../head/words.js";
import { OTHER_REASONS } from "../judge/others.js";
import { sourceAt } from "../../settle/place.js";
import type { Column } from "../table/columns.js";

/** Rows whose figures are another's, and what says so. */
export interface Found {
  rows: number[];
  reason: KnownReason;
  said: { noun: string; text: string };
  where: ReturnType<typeof sourceAt>;
}

/** Why a text in a column makes its row another's; null where it does not. */
export type Qualifier = (said: Heading) => KnownReason | null;

/** How the texts of a column are taken. `repeats`: a blank says what stands above it; `numbers`: they are texts, too. */
export interface Manner {
  repeats: boolean;
  numbers: boolean;
}

export const WORDS_ALONE: Manner = { repeats: false, numbers: false };
const MANNERS: Readonly<Partial<Record<Role, Manner>>> = {
  region: { repeats: true, numbers: false },
  // 202503 under 报告期.
  period: { repeats: true, numbers: true },
};

export function mannerOf({ heading: { role } }: Column): Manner {
  return role === null || role === "yearValue" ? WORDS_ALONE : (MANNERS[role] ?? WORDS_ALONE);
}

/** A place or a time nobody knows is another one; 永川区, 全年, 1—12月, 合计 are the row's own. */
const named =
  (reason: KnownReason): Qualifier =>
  ({ other, leftover }) =>
    other === null && leftover === "" ? null : reason;

/** Words of any kind speak of the row's figures only where nothing else is said. */
export const worded =
  (others: ReadonlySet<Other> | null): Qualifier =>
  ({ other, leftover }) =>
    other === null || leftover !== "" || others?.has(other.other) === false
      ? null
      : OTHER_REASONS[other.other];

/** 同比增长 and 户籍口径 in a remark speak of the figure, 全市数 says that it is another. */
export const IN_REMARKS: ReadonlySet<Other> = new Set<Other>([
  "target",
  "forecast",
  "period",
  "schoolYear",
  "region",
  "void",
]);

/** 农村 under 口径 says whose figure it is, 户籍 only how it was counted. */
const ofScope: Qualifier = (said) => (/户籍|常住/u.test(said.other?.word ?? "") ? null : worded(null)(said));

/** The columns that say whose figures a row has. */
const QUALIFIERS: Readonly<Partial<Record<Role, Qualifier>>> = {
  region: named("other-region"),
  period: named("other-period"),
  sort: worded(null),
  scope: ofScope,
  projectName: worded(null),
  remark: worded(IN_REMARKS),
};

/** A heading that nobody understands may say so, too. */
export function qualifierOf({ heading: { role, leftover } }: Column): Qualifier | null {
  if (role === null) return leftover === "" ? null : worded(null);
  return role === "yearValue" ? null : (QUALIFIERS[role] ?? null);
}
