import { isGuide } from "../../data/form-words.js";
import { tightText } from "../../data/sheet/normalise.js";
import { decimal, type Decimal } from "../../terms/decimal.js";
import type { Sheet } from "../../workbook/sheet.js";
import type { ReporterForm } from "./reporter-forms.js";

/** The figures a form went out with, by indicator id. */
export interface Imprint {
  previous: ReadonlyMap<string, Decimal>;
  base: ReadonlyMap<string, Decimal>;
}

/** What the explanation of a form calls them, and how a figure is told from the next. */
const NAMES = { previous: "上年数", base: "基期数" } as const;
const BETWEEN = "；";
const EQUALS = "=";

/**
 * The figures a form goes out with, in words: whoever collects it knows then what was typed over, though the data
 * have changed since, or are another folder's. One paragraph for each column that has any.
 */
export function imprintTexts({ sections, asked }: ReporterForm): string[] {
  const lines = sections.flatMap((section) => section.lines);
  const told = [
    {
      name: NAMES.previous,
      of: lines.map(({ indicator, previous }) => ({
        id: indicator.id,
        value: asked.get(indicator.id) ?? previous,
      })),
    },
    { name: NAMES.base, of: lines.map(({ indicator, baseline }) => ({ id: indicator.id, value: baseline })) },
  ];
  return told.flatMap(({ name, of }) => {
    const figures = of.flatMap(({ id, value }) => (value === null ? [] : `${id}${EQUALS}${value.toFixed()}`));
    return figures.length === 0 ? [] : `${name}：${figures.join(BETWEEN)}`;
  });
}

/** The same read again; null where the form says nothing of it, as those of earlier versions do. */
export function imprintIn(sheets: readonly Sheet[]): Imprint | null {
  const guide = sheets.find(isGuide);
  const texts = (guide?.rows ?? []).flatMap(({ cells }) => cells.map(({ display }) => tightText(display)));
  const [previous, base] = [figuresIn(texts, NAMES.previous), figuresIn(texts, NAMES.base)];
  return previous.size + base.size === 0 ? null : { previous, base };
}

const FIGURE = /^(?<id>[^=]+)=(?<value>\d+(?:\.\d+)?)$/u;

function figuresIn(texts: readonly string[], name: string): Map<string, Decimal> {
  const text = texts.find((each) => each.startsWith(`${name}:`)) ?? "";
  const figures = text.slice(name.length + 1).split(";");
  return new Map(
    figures.flatMap((each): [string, Decimal][] => {
      const { id, value } = FIGURE.exec(each)?.groups ?? {};
      return id === undefined || value === undefined ? [] : [[id, decimal(value)]];
    }),
  );
}
