import { unitOf } from "../../../terms/unit.js";
import { limited, type Figure } from "../../figure.js";
import type { Names, OfIndicators } from "../../grammar/names.js";
import { scale } from "../../scale.js";
import { clauseAt } from "../../text/tight.js";
import { claim, signOf, unmatched, type Composing, type Parts } from "../emit.js";
import { allOf, upToOnly } from "../sites.js";
import { indicatorsSpokenOf, subject } from "../state.js";

/** 23所机构中，有8所专业从事儿童保健的医生不足2名: so many of them have so many of whom the words speak. */
export function staffShort({ whole, n, whom, whom2, not, verb, b }: Parts, composing: Composing): boolean {
  const words = `${whom?.text ?? ""}${whom2 === undefined ? "" : `的${whom2.text}`}`;
  const [figure] = n?.figures ?? [];
  const [bound] = b?.figures ?? [];
  const rest = composing.text.slice(bound?.end);
  // 至少配备1名全科医生，有6所…: of no whole.
  if (whole !== undefined && whole.figures[0]?.unit !== figure?.unit) return false;
  // 不足2名的有6家 counts them behind it.
  if (/^的/u.test(rest)) return false;
  if (!staffTold({ figure, bound, words }, not !== undefined, signOf(verb), composing)) return false;
  const [options = []] = indicatorsSpokenOf(composing.state);
  allOf(whole, options, composing);
  return true;
}

/** 配足2名及以上儿童保健医生的有17家, 只有1名的6家: those that have so many, counted behind it. */
export function staffHeld({ has, b, whom, n }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const [bound] = b?.figures ?? [];
  if (has === undefined || bound === undefined || !HAVE.test(has.text)) return false;
  // 配备情况：1名的8家 has just as many, and no more.
  if (/[^只仅]/u.test(composing.text.slice(has.end, bound.start))) return false;
  return staffTold({ figure, bound, words: whom?.text ?? "" }, false, 0, composing);
}

const HAVE = /(?:配[备有足齐]|拥有|达到|设有|有)了?$/u;

interface Staff {
  figure: Figure | undefined;
  bound: Figure | undefined;
  /** Of whom the words speak; "" where of those that the sentence has spoken of. */
  words: string;
}

function staffTold(
  { figure, bound, words }: Staff,
  isNot: boolean,
  sign: 1 | -1 | 0,
  composing: Composing,
): boolean {
  const { state, text, names } = composing;
  const isCounted = figure?.form === "number" && bound?.form === "number" && !bound.points;
  if (!isCounted || !/^[所家个]$/u.test(figure.unit) || !/^[名人位]$/u.test(bound.unit)) return false;
  const [own = [], ...more] = indicatorsSpokenOf(state);
  const thing = words === "" ? null : staffCalled(words, names);
  if (thing !== null && PLACES.test(text)) subject(state, [thing], true);
  else if (words !== "" || more.length > 0 || own.length === 0) return false;
  const [options = []] = indicatorsSpokenOf(state);
  if (!options.every(({ name, unit }) => /^每[所个]/u.test(name) && scale(unitOf(unit), bound.unit) !== null))
    return false;
  const isOnly = /[只仅]/u.test(
    clauseAt(text, bound.start).slice(0, clauseAt(text, bound.start).indexOf(bound.text)),
  );
  const limit =
    upToOnly(figure, bound, composing) ??
    (isOnly ? { ...bound, hedge: "upTo" as const } : limited(bound, isNot, sign));
  unmatched(composing, bound);
  claim(composing, { kind: "sites", options, years: state.years, bound: limit, figure }, figure);
  return true;
}

const PLACES = /基层|卫生院|卫生服务中心|医疗(?:卫生)?机构/u;

/** 儿保医生, 专职儿童保健医生, 专业从事儿童保健的医生: the row that counts them at each place, by a name or by a piece of its own. */
function staffCalled(words: string, names: Names): OfIndicators | null {
  const bare = words.replace(/^(?:能够?提供|专职|专业的?|的)/u, "").replace(/[的数]$/u, "");
  if (bare.length < LEAST) return null;
  const called = names.called(`每所基层医疗机构${bare}数`);
  if (called?.kind === "indicators") return called;
  const found = [...new Set(names.known.values())].filter(
    (thing): thing is OfIndicators =>
      thing.kind === "indicators" &&
      thing.options.length === 1 &&
      thing.options.every(({ name }) => /^每[所个]/u.test(name) && name.includes(bare)),
  );
  const rows = new Set(found.map(({ options: [row] }) => row?.id));
  const [first] = found;
  return rows.size === 1 && first !== undefined ? first : null;
}

const LEAST = 4;
