import type { Content, Shown } from "../../sheet.js";
import { GENERAL, numberFormat, sectionFor, type NumberFormat, type Section } from "./number-format.js";
import type { Part } from "./parts.js";
import { showDate } from "./show-date.js";
import { showNumber } from "./show-number.js";
import { beside, wordsOf } from "./words.js";

/** What a person sees in a cell, and how its format came to show it. */
export interface Seen {
  display: string;
  shown: Shown;
}

const AS_IT_IS: Shown = { power: 0, words: "", hidden: false };

/** What a person sees of a content under a number format, as Excel shows it in a column that is wide enough. */
export function seen(content: Content, format: NumberFormat): Seen {
  switch (content.type) {
    case "number":
      return format === GENERAL
        ? plain(showNumber(content.value, GENERAL, GENERAL_SECTION))
        : number(content.value, format);
    case "date":
      return plain(date(content, format));
    case "text":
      return format === GENERAL ? plain(content.text) : text(content.text, format);
    case "boolean":
      return plain(content.value ? "TRUE" : "FALSE");
    case "error":
      return plain(content.code);
    case "uncalculated":
      return plain("");
  }
}

const GENERAL_SECTION: Section = GENERAL.sections[0]!;

function plain(display: string): Seen {
  return { display, shown: AS_IT_IS };
}

function number(value: number, format: NumberFormat): Seen {
  const section = sectionFor(format, value);
  if (section === null) return { display: "####", shown: HIDDEN };
  if (section.kind === "words") return { display: wordsOf(section.parts).join("").trim(), shown: HIDDEN };
  const { power, words, digit } = section;
  const asTyped = power === 0 && words === "";
  const display = asTyped && digit ? null : showNumber(value, format, section);
  // A person asked about a figure must see the digits that its format rounds off.
  if (display === null || (asTyped && /\d/u.test(display)))
    return plain(showNumber(value, GENERAL, GENERAL_SECTION));
  const hidden = display === "";
  return asTyped && !hidden ? plain(display) : { display, shown: { power, words, hidden } };
}

const HIDDEN: Shown = { power: 0, words: "", hidden: true };

/** Under a format that is none for dates, an ISO date of a strict workbook. */
const ISO_DATE = numberFormat("yyyy-m-d").sections[0]!;
const ISO_CLOCK = numberFormat("h:mm:ss").sections[0]!;

function date({ serial, clock }: Content & { type: "date" }, format: NumberFormat): string {
  const section = sectionFor(format, serial);
  if (section === null) return "####";
  return showDate(serial, section.kind === "date" ? section : clock ? ISO_CLOCK : ISO_DATE);
}

/** The section for text: the fourth, or the only one with an @. A section without @ shows its own words alone. */
function text(value: string, { sections }: NumberFormat): Seen {
  const isText = ({ type }: Part) => type === "text" || type === "general";
  const section = sections[3] ?? sections.find(({ parts }) => parts.some(({ type }) => type === "text"));
  if (section === undefined) return plain(value);
  const at = section.parts.findIndex(isText);
  if (at < 0) return { display: wordsOf(section.parts).join("").trim(), shown: HIDDEN };
  const [before, behind] = [section.parts.slice(0, at), section.parts.slice(at + 1)].map((parts) =>
    wordsOf(parts).join("").trim(),
  ) as [string, string];
  if (before + behind === "") return plain(value);
  return {
    display: before + value + behind,
    shown: { power: 0, words: beside(before, behind), hidden: false },
  };
}
