import { knownOf, type Facts } from "../../claims/facts.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { Indicator } from "../../plan/plan.js";
import type { ComparedFigure } from "../../word/compare/figures.js";
import { withoutFigure, type FigureCounts, type Finding } from "../../word/compare/rechecked.js";
import { frameOf, placeIn } from "./claims.js";

export function figureCounts(figures: readonly ComparedFigure[]): FigureCounts {
  const count = (state: ComparedFigure["state"]) => figures.filter((each) => each.state === state).length;
  return {
    checked: figures.length,
    agree: count("agree"),
    differ: count("differ"),
    moved: count("moved"),
    gone: count("gone"),
  };
}

/** What is told of the program's figures in a copy. */
export function figureFindings(file: string, figures: readonly ComparedFigure[], facts: Facts): Finding[] {
  const lost = figures.filter(({ marked, at }) => !marked && at !== null).length;
  const note = issue("word/bookmarks-lost", { file }, { count: lost });
  return [
    ...figures.flatMap((figure) => findingOf(file, figure, facts)),
    ...(lost === 0 ? [] : [withoutFigure(note)]),
  ];
}

function findingOf(file: string, figure: ComparedFigure, facts: Facts): Finding[] {
  if (figure.state === "agree") return [];
  const { written, right, from } = figure;
  const passage = figure.at ?? from;
  const text = passage.after || passage.before;
  const { about, source } = subjectOf(figure, facts);
  const where = placeIn(file, passage);
  const found: Record<"differ" | "moved" | "gone", () => Issue> = {
    differ: () => issue("word/figure-changed", where, { about, written, right, from: source }, frameOf(text)),
    moved: () =>
      issue(
        "word/figure-moved",
        where,
        { about, figure: right, from: from.path.at(-1) ?? "" },
        frameOf(text),
      ),
    gone: () => issue("word/figure-gone", where, { about, figure: right }, frameOf(text)),
  };
  return [{ issue: found[figure.state](), text, written, right, source }];
}

/** 孕产妇系统管理率2025年, and the cell its figure comes from. */
function subjectOf({ row, year }: ComparedFigure, facts: Facts): { about: string; source: string } {
  const all = facts.plan.rows.flatMap((each): readonly Indicator[] => [each, ...each.parts]);
  const indicator = all.find(({ id }) => id.replaceAll(".", "_") === row);
  if (indicator === undefined) return { about: `${year}年`, source: "" };
  const [known] = knownOf(facts, indicator, year);
  return { about: `${indicator.name}${year}年`, source: known?.from ?? "" };
}
