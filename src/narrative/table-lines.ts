import { escaped } from "./escaped.js";
import type { NarrativeTable } from "./narrative.js";

type Align = NarrativeTable["align"][number];

const RULE: Record<NonNullable<Align>, string> = { left: ":---", right: "---:", center: ":---:" };

/** A table as Markdown has it: its head, the rule below it, its rows, a line each. */
export function gridLines(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[] = [],
): string[] {
  const rule = head.map((_, at) => {
    const own = align[at] ?? null;
    return own === null ? "---" : RULE[own];
  });
  return [gridLine(head), `| ${rule.join(" | ")} |`, ...rows.map(gridLine)];
}

function gridLine(cells: readonly string[]): string {
  return `| ${cells.map((text) => escaped(text).replaceAll("|", "\\|")).join(" | ")} |`;
}

/** A table as a narrative file has it, with its title and unit above, its notes and source below. */
export function writtenTable({ title, typedNumber, unit, notes, source, ...grid }: NarrativeTable): string {
  const inUnit = unit === "" ? "" : `（单位：${escaped(unit)}）`;
  const paragraphs = [
    `表${typedNumber} ${escaped(title)}${inUnit}`,
    gridLines(grid.head, grid.rows, grid.align).join("\n"),
    ...notes.map((note) => `注：${escaped(note)}`),
    ...(source === "" ? [] : [`资料来源：${escaped(source)}`]),
  ];
  return paragraphs.join("\n\n");
}

/** All that it says, a line each. */
export function textInTable({ title, unit, head, rows, notes, source }: NarrativeTable): string {
  return [title, unit, ...head, ...rows.flat(), ...notes, source].filter((text) => text !== "").join("\n");
}
