import type { Target, TargetKind, Threshold } from "../../plan/plan.js";
import type { TargetOf } from "../../plan/target-kinds.js";

/** What reports say of a target with figures of its own, where its traits do not tell. */
interface FigureWords<K extends TargetKind> {
  /** What the figures are called: 目标值. */
  goal: string;
  /** Whether the year they are due stands before: 2030年目标值. */
  dated: boolean;
  /** How a value that meets it stands to 目标值94%: 不低于. Null where the verdict is said in its place. */
  stands: ((target: TargetOf<K>) => string) | null;
}

/** What reports say of a target that is compared with another row or series. */
interface BesideWords {
  /** How a value that meets it stands to `other`, the name with its figure: 不低于同年…（28.37%）. */
  beside(other: string): string;
}

/** Null for a target that has neither: a direction, or one that is only watched, is told in its own wording. */
export type KindWords<K extends TargetKind> = FigureWords<K> | BesideWords | null;

const STANDS: Record<Threshold, string> = {
  atLeast: "不低于",
  above: "高于",
  atMost: "不高于",
  below: "低于",
};

function figures<K extends TargetKind>(stands: FigureWords<K>["stands"], goal = "目标值"): FigureWords<K> {
  return { goal, dated: true, stands };
}

/** One entry per target kind. */
const KIND_WORDS: { [K in TargetKind]: KindWords<K> } = {
  atLeast: figures(() => STANDS.atLeast),
  above: figures(() => STANDS.above),
  atMost: figures(() => STANDS.atMost),
  below: figures(() => STANDS.below),
  binary: figures(() => "不少于"),
  around: figures(null, "目标区间"),
  increase: null,
  decrease: null,
  observe: null,
  relativeTo: { beside: (other) => `不低于${other}` },
  matches: { beside: (other) => `与${other}相适应` },
  balance: { goal: "平衡区间", dated: false, stands: null },
  stalls: figures(null, "目标要求"),
  contain: null,
  each: figures(({ comparison }) => STANDS[comparison]),
};

/** The words of a target with figures of its own. */
export function figureWords(target: Target): FigureWords<TargetKind> {
  const words: KindWords<TargetKind> = KIND_WORDS[target.kind];
  if (words === null || "beside" in words) throw new Error(`“${target.text}” names no figures`);
  return words;
}

/** The words of a target that is compared with another row or series. */
export function besideWords(target: Target): BesideWords {
  const words: KindWords<TargetKind> = KIND_WORDS[target.kind];
  if (words === null || !("beside" in words)) throw new Error(`“${target.text}” is compared with nothing`);
  return words;
}
