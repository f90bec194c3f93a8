import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { tightText } from "../normalise.js";

const ASIDE = /^(.{4,})\(([^()]{1,20})\)$/u;
/** 牵头：区卫生健康委 and 区教委 behind a name say who gives it. */
const GIVEN_BY =
  /^(?:(?:牵头|责任|填报|报送|提供|主管)(?:单位|部门)?:.+|\p{Script=Han}{1,12}(?:局|委|办|院|会|联|部门))$/u;

/**
 * A name without the bracket behind it that says nothing of its figures, and without its own region before it: （全区）,
 * （逆指标）, （年报）, 我区. （全市） and （2024年） do say something, and are no part of it. Null where there is neither.
 */
export function withoutAside(name: string, lexicon: Lexicon): string | null {
  const tight = tightText(name);
  const [, before = tight, aside = ""] = ASIDE.exec(tight) ?? [];
  if (aside !== "" && !isAside(aside, lexicon)) return null;
  const own = lexicon.places.ownByLength.find((place) => before.startsWith(place));
  const bare = own === undefined ? before : before.slice(own.length).replace(/^的/u, "");
  return bare === tight ? null : bare;
}

function isAside(text: string, lexicon: Lexicon): boolean {
  if (GIVEN_BY.test(text)) return true;
  const { leftover, other, year, relative, noted } = headingOf([text], lexicon);
  return leftover === "" && other === null && year === null && relative === null && noted.length === 0;
}
