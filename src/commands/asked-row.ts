import { catalogueOf, shortId, type Catalogue, type Entry } from "../data/catalogue.js";
import { nearestName } from "../data/sheet/match/match.js";
import { nameKey, tightText } from "../data/sheet/normalise.js";
import { EXIT, ReportError } from "../issues/error.js";
import { nearest } from "../terms/nearest.js";
import type { Plan, PlanRow } from "../plan/plan.js";

/** The row a person asked for; `part` is the id of the part he named, or null for the whole row. */
export interface AskedRow {
  plan: Plan;
  row: PlanRow;
  part: string | null;
}

/** More than these are not read in one breath. */
const MOST_LISTED = 8;

/**
 * Finds a row by id (W03, w3, W22.1), 序号, name, alias, or a piece of a name that only one has. Throws a
 * ReportError that names the nearest match, or lists what the text may mean.
 */
export function askedRow(text: string, plans: readonly Plan[]): AskedRow {
  const catalogue = catalogueOf(plans);
  const found = distinct(WAYS.map((way) => way(text, catalogue)).find((each) => each.length > 0) ?? []);
  const [entry, ...others] = found;
  if (entry === undefined) throw unknown(text, catalogue);
  if (others.length > 0) throw ambiguous(text, found);
  const row = entry.plan.rows.find(({ id }) => id === entry.row);
  if (row === undefined) throw new Error(`no row ${entry.row}`);
  return { plan: entry.plan, row, part: row.parts.find(({ id }) => id === entry.indicator.id)?.id ?? null };
}

type Way = (text: string, catalogue: Catalogue) => readonly Entry[];

/** The ways to name a row, the surest first. */
const WAYS: readonly Way[] = [byId, byLetters, byNumber, byName, byPiece];

function byId(text: string, { byId: ids, byShortId }: Catalogue): Entry[] {
  const id = idKey(text);
  const entry = ids.get(id) ?? byShortId.get(shortId(id));
  return entry === undefined ? [] : [entry];
}

/** Letters in front are capitals, those behind small ones: w5A is W05a. */
function idKey(text: string): string {
  return tightText(text)
    .replace(/^[a-z]+/iu, (letters) => letters.toUpperCase())
    .replace(/(?<=\d)[A-Z]+$/u, (letters) => letters.toLowerCase());
}

/** W05 means W05a or W05b. */
function byLetters(text: string, { entries }: Catalogue): Entry[] {
  const id = shortId(idKey(text));
  return entries.filter((each) => shortId(each.indicator.id).replace(/[a-z]$/u, "") === id);
}

function byNumber(text: string, { entries }: Catalogue): Entry[] {
  const number = /^\d+$/u.test(tightText(text)) ? Number(tightText(text)) : null;
  return entries.filter(
    (each) => each.number === number && number !== null && each.indicator.id === each.row,
  );
}

function byName(text: string, { byKey }: Catalogue): readonly Entry[] {
  return byKey.get(nameKey(text)) ?? [];
}

/** Fewer characters than this are in too many names to mean one. */
const SHORTEST_PIECE = 2;

function byPiece(text: string, { entries }: Catalogue): Entry[] {
  const piece = nameKey(text);
  if (piece.length < SHORTEST_PIECE || !/\p{Script=Han}/u.test(piece)) return [];
  return entries.filter(({ keys }) => keys.some((key) => key.includes(piece)));
}

/** A compound row stands for its parts where all are found. */
function distinct(entries: readonly Entry[]): Entry[] {
  const whole = new Set(entries.filter(({ compound }) => compound).map(({ row }) => row));
  return entries.filter((each) => each.compound || !whole.has(each.row));
}

function unknown(text: string, catalogue: Catalogue): ReportError {
  const ids = [...catalogue.byId.keys()];
  const guess = nearestName(catalogue, text) ?? nearest(idKey(text), ids);
  const hint = guess === null ? "用 report score 查看全部指标的编号和名称" : `是否要写“${guess}”？`;
  return new ReportError(`没有编号或名称为“${text}”的指标`, EXIT.usage, hint);
}

function ambiguous(text: string, found: readonly Entry[]): ReportError {
  const listed = found.slice(0, MOST_LISTED).map(({ indicator }) => `${indicator.id} ${indicator.name}`);
  const rest = found.length > listed.length ? ` 等${found.length}项` : "";
  return new ReportError(
    `“${text}”可以指${found.length}项指标`,
    EXIT.usage,
    `请写编号：${listed.join("；")}${rest}`,
  );
}
