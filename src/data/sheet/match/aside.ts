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

/** Fewer characters than this may stand in a name by chance. */
const SHORTEST = 4;

/**
 * The name of ours in a longer one whose other words say that its figures are others': 婴儿死亡率 of 婴儿死亡率（2024年）,
 * 全市婴儿死亡率 and 婴儿死亡率位次. Whose they are is heard where the row is. Null where there is no such name, and of
 * 农村婴儿死亡率, which may be a row of its own.
 */
export function withoutSaying(
  key: string,
  keys: ReadonlyMap<string, unknown>,
  lexicon: Lexicon,
): string | null {
  for (let length = key.length - 1; length >= SHORTEST; length -= 1) {
    for (const at of [0, key.length - length]) {
      const bare = key.slice(at, at + length);
      if (keys.has(bare)) return says(key.slice(0, at) + key.slice(at + length), lexicon) ? bare : null;
    }
  }
  return null;
}

function says(text: string, lexicon: Lexicon): boolean {
  const { leftover, other, year, relative } = headingOf([text], lexicon);
  if (leftover !== "" || other?.other === "group") return false;
  return other !== null || year !== null || relative === "previous";
}

function isAside(text: string, lexicon: Lexicon): boolean {
  if (GIVEN_BY.test(text)) return true;
  const { leftover, other, year, relative, noted } = headingOf([text], lexicon);
  return leftover === "" && other === null && year === null && relative === null && noted.length === 0;
}
