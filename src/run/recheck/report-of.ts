import type { Plan } from "../../plan/plan.js";
import { plain } from "../../word/compare/pairs.js";
import type { ReportOf } from "../../word/compare/rechecked.js";
import { WITHHELD, WITHHELD_WORDS } from "../../report/words/number.js";
import type { WordContent, WordParagraph } from "../../word/read/document.js";
import { reportOfId } from "../report-id.js";
import { REPORT_KINDS } from "../report-kinds.js";

/** How far from the top a title stands. */
const FIRST_PARAGRAPHS = 60;

/** By what our writer left in the file, else by its title and its name; null for a document of other people. */
export function reportOf(file: string, content: WordContent, plans: readonly Plan[]): ReportOf | null {
  const known = reportOfId(content.properties.get("report-id") ?? "");
  if (known !== null) return known;
  const top = content.paragraphs
    .slice(0, FIRST_PARAGRAPHS)
    .map(({ pieces }) => pieces.map(({ text }) => text).join(""));
  const isPublic = file.includes("公开版") || content.paragraphs.some(isWithheld);
  const edition = isPublic ? "public" : "internal";
  const found = byTitle(plain(top.join("")), plans);
  return found === null ? null : { ...found, edition };
}

/** Only a public edition says that it does not tell a figure. */
function isWithheld({ pieces }: WordParagraph): boolean {
  const text = pieces.map((piece) => piece.text).join("");
  return text === WITHHELD || text.includes(WITHHELD_WORDS);
}

function byTitle(text: string, plans: readonly Plan[]): Omit<ReportOf, "edition"> | null {
  const plan = plans.find(({ title, shortTitle }) =>
    [title, shortTitle].some((name) => text.includes(plain(name))),
  );
  const recipe = Object.values(REPORT_KINDS).find(({ name }) => text.includes(name));
  if (plan === undefined || recipe === undefined) return null;
  const [, year] = new RegExp(`(\\d{4})年?${recipe.name}`, "u").exec(text) ?? [];
  const usual = recipe.usualYear?.(plan);
  const found = year === undefined ? usual : Number(year);
  return found === undefined ? null : { plan: plan.id, year: found, kind: recipe.kind };
}
