import { isPercent, unitOf } from "../../../terms/unit.js";
import { baseNamed } from "../courses.js";
import { claim, signOf, type Composing, type Parts } from "../emit.js";
import { rowsTold } from "../shares.js";
import { indicatorsSpokenOf } from "../state.js";
import { basesOf } from "./bases.js";

/** 分别提高0.34个、下降0.62个百分点; 分别持平和提高0.38个百分点: of as many rows. */
export function changesInTurn({ t, d1, a, d2, b, d3, c }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const turns = [
    [d1, a],
    [d2, b],
    [d3, c],
  ].flatMap(([dir, of]) => {
    if (dir === undefined) return [];
    const sign = signOf(dir);
    return (of?.figures ?? [null]).map((figure) => ({ dir, sign, figure }));
  });
  const last = turns.findLast(({ figure }) => figure !== null)?.figure ?? null;
  if (last === null) return false;
  const { unit, points } = last;
  const spoken = indicatorsSpokenOf(state);
  // 甲A，乙B，分别…: each told with its own figure before.
  const rows = spoken.length === turns.length || state.named ? spoken : rowsTold(state);
  if (rows.length !== turns.length || state.groups.length > 0 || state.apart) return false;
  if (t !== undefined) baseNamed({ t }, composing);
  turns.forEach(({ dir, sign, figure: told }, nth) => {
    const bases = basesOf(composing);
    const of = { options: rows[nth] ?? [], years: state.years, bases, sign };
    const strict = state.basesFrom === "clause" || state.comparing;
    if (told === null) return claim(composing, { kind: "direction", ...of, strict, nearly: false }, dir);
    const figure = told.unit === "" || told.unit === "个" ? { ...told, unit, points } : told;
    claim(composing, { kind: "change", ...of, figure, yearly: state.yearly }, figure);
  });
  return true;
}

/** 高于工伤保险17.2%的增幅: how another row moved since the same year. */
export function besideMoved({ s, a, dir }: Parts, composing: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  const [options, ...others] = (s?.things ?? []).flatMap((thing) =>
    thing.kind === "indicators" ? [thing.options] : [],
  );
  if (figure?.form !== "number" || options === undefined || more.length + others.length > 0) return false;
  if (!figure.points && !isPercent(unitOf(figure.unit))) return false;
  const { years, yearly } = composing.state;
  const bases = basesOf(composing);
  claim(composing, { kind: "change", options, years, bases, figure, sign: signOf(dir), yearly }, figure);
  return true;
}
