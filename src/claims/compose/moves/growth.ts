import type { Sign } from "../../claim.js";
import type { Figure } from "../../figure.js";
import { isOfRise, SIZE_OF_MOVE } from "../../grammar/moves.js";
import type { Token } from "../../grammar/token.js";
import { claim, unmatched, type Composing } from "../emit.js";
import { subjects } from "../shares.js";

/** 增幅比上年回落0.12个百分点: whose words speak of how it moved; `grew`: 增幅. */
export function growthNamed({ start }: Token, { text }: Composing): { grew: boolean; at: number } | null {
  const found = GROWTH.exec(
    text.slice(0, start).replaceAll(/（[^）]*）/gu, (words) => "　".repeat(words.length)),
  );
  return found === null ? null : { grew: isOfRise(found[1] ?? ""), at: found.index };
}

const GROWTH = new RegExp(`(${SIZE_OF_MOVE})[^，；\\d%]*(?:上年|\\d{4}年)?[^，；\\d%]*$`, "u");

/** How much it moved beside how much it did the year before; of another year than that nothing is reckoned. */
export function growthTold(
  { at, figure, ...told }: { grew: boolean; at: number; figure: Figure | null; sign: Sign },
  composing: Composing,
): void {
  const { state, text } = composing;
  const [base, ...more] = state.bases;
  const [year] = state.years;
  const place = figure ?? { start: at, text: /^[^，；]*/u.exec(text.slice(at))?.[0] ?? "" };
  const rows = subjects(composing);
  // 2024年以来增幅有所扩大: in the last of them.
  const isSince = state.since && state.span?.[1] === year && figure === null;
  const isByYear =
    isSince || (state.basesFrom === "clause" && base !== undefined && more.length === 0 && year === base + 1);
  if (!isByYear || rows.length === 0 || figure?.form === "range") return unmatched(composing, place);
  for (const { options, years } of rows)
    claim(
      composing,
      { kind: "growth", options, years, figure, ...told, since: isSince ? (state.span?.[0] ?? null) : null },
      place,
    );
}
