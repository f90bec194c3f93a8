import { posix } from "node:path";
import type { Catalogue } from "../../data/catalogue.js";
import type { Dataset } from "../../data/dataset.js";
import type { LedgerEntry } from "../../data/ledger/entry.js";
import { reporterIn, reporterOf } from "../../data/settle/reporters.js";
import { reporterNamed } from "../../data/sheet/signature.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { WorkbookContent } from "../../workbook/read/read.js";

/** The reporters that stand over tables, and the one that the explanation of a form went out to. */
export function titledIn({ sheets }: WorkbookContent, reporters: readonly string[]): string[] {
  const named = sheets.flatMap(({ rows }) => {
    const texts = rows.flatMap(({ cells }) => cells).map(({ display }) => display);
    const title = reporterNamed(texts.find((text) => reporterNamed(text) !== "") ?? "");
    // A form of rows that no unit is known for goes out to none.
    const addressed = texts.flatMap((text) => reporterIn(ADDRESSED.exec(text)?.[1] ?? "", reporters) ?? []);
    return [title, ...addressed].filter((name) => name !== "");
  });
  return [...new Set(named.map((name) => reporterOf(name, reporters)))];
}

const ADDRESSED = /^本表由(.+?)填报/u;

/** Others that the workbook names, or whose all of its figures are: a form may have been headed anew. */
export function otherSenders(
  { name }: WorkbookContent,
  reporter: string,
  {
    titled,
    entries,
    catalogue,
    reporters,
  }: {
    titled: readonly string[];
    entries: readonly LedgerEntry[];
    catalogue: Catalogue;
    reporters: readonly string[];
  },
): Issue[] {
  const where = { file: name };
  const others = titled.filter((each) => each !== reporter && reporters.includes(each));
  if (others.length > 0) return [issue("ledger/other-unit", where, { reporter, others, by: "named" })];
  const ids = new Set(entries.map(({ id }) => id));
  const owners = [...ids].map((id) => ownersOf(id, catalogue)).filter((names) => names.length > 0);
  const [first = []] = owners;
  const all = first.filter((each) => owners.every((names) => names.includes(each)));
  const isOthers = owners.length >= FEWEST_OWNED && owners.every((names) => !names.includes(reporter));
  return isOthers && all.length > 0
    ? [issue("ledger/other-unit", where, { reporter, others: all, by: "rows" })]
    : [];
}

/** A unit may well report a figure of another's, hardly several of one. */
const FEWEST_OWNED = 3;

/** Who is to report an indicator; nobody where the plan says none. */
function ownersOf(id: string, { byId }: Catalogue): readonly string[] {
  const entry = byId.get(id);
  return entry?.plan.rows.find((row) => row.id === entry.row)?.reporters.names ?? [];
}

/** Who sent a workbook: the one reporter it names over its tables or in them, else in its own name. */
export function senderOf(
  { name }: WorkbookContent,
  { series }: Dataset,
  told: readonly { reporter: string }[],
  { titled, reporters }: { titled: readonly string[]; reporters: readonly string[] },
): string | null {
  const lines = [...Object.values(series).flat(), ...told].map(({ reporter }) => reporter);
  const [said, other] = new Set([
    ...titled,
    ...lines.filter((each) => each !== "").map((each) => reporterOf(each, reporters)),
  ]);
  if (said !== undefined && other === undefined) return said;
  return reporterIn(posix.basename(name), reporters);
}
