import type { Plan } from "../../plan/plan.js";
import { byRank, parentsIn, rankOf, shortened } from "../../terms/places.js";
import { token, type Token } from "./token.js";

/** How a plan's reports speak of its own area, and of others. */
export interface PlaceWords {
  /** 永川区, 重庆市永川区, 永川, 全区, 我区. */
  own: RegExp;
  /** 全市, 全国, 成渝地区, 江津. */
  other: RegExp;
  /** Another district or county of the same city by its name; null where the plan names none. */
  neighbour: string | null;
}

export function placeWords(plan: Pick<Plan, "region" | "title" | "terms">): PlaceWords {
  const neighbour = neighbours(plan.terms.neighbours);
  const named = neighbour === null ? "" : `|(?:${neighbour})`;
  return {
    own: new RegExp(`${ownName(plan)}|${ownWords(plan)}`, "uy"),
    other: new RegExp(`${wider(plan)}${named}`, "uy"),
    neighbour,
  };
}

/** What its people call it. */
function ownWords({ region, terms }: Pick<Plan, "region" | "terms">): string {
  const rank = rankOf(region);
  const words = rank === "" ? [] : [`我${rank}`, `本${rank}`, `${rank}内`];
  return [`${escaped(terms.area)}(?!域)`, ...words].join("|");
}

/** 永川区, 重庆市永川区, 永川; not 永川高新. */
function ownName({ region, title }: Pick<Plan, "region" | "title">): string {
  // 临山州 is what people make of 临山苗族自治州.
  const short = shortened(region).flatMap((name) => [`${name}${rankOf(region)}`, `${name}(?!区|县|府|高新)`]);
  const names = [region, ...short];
  const parents = [...parentsIn(title, region)].reverse();
  return `${parents.map((parent) => `(?:${escaped(parent)})?`).join("")}(?:${names.join("|")})`;
}

/** Everything larger than the area, but its own words for itself. */
const WIDER = ["我市", "全市", "全国", "全省", "全球", "世界", "国家", "省级", "市级"];
const REGIONS = "西部(?:地区)?|东部(?:地区)?|中部地区|其他区县|各区县|周边区县|同类区县|兄弟区县";
const AS_A_WHOLE = "(?:各区县|区县)?(?:的)?(?:同期)?(?:平均(?:水平|值|数)?|总体水平|整体水平|平均)?";

function wider({ region, title, terms }: Pick<Plan, "region" | "title" | "terms">): string {
  const own = [...byRank(rankOf(region)), region];
  const words = [...new Set([...WIDER, ...terms.beside])].filter((word) => !own.includes(word));
  const [short = region] = shortened(region);
  const parents = parentsIn(title, region)
    .flatMap((parent) => [parent, ...shortened(parent)])
    .map((name) => `${escaped(name)}(?!${escaped(short)})`);
  const areas = terms.areas.map(
    (area) => `${escaped(area)}(?:两地|地区|片区|都市区|都市新区|新区|区|省|市)?`,
  );
  return `(?:${[...words, ...parents, ...areas, REGIONS].join("|")})${AS_A_WHOLE}`;
}

/** 江津 with or without what it is; 长寿区 as it stands, since 长寿 is a word. */
function neighbours(names: readonly string[]): string | null {
  const whole = names.filter((name) => rankOf(name) !== "").map(escaped);
  const short = names
    .filter((name) => rankOf(name) === "")
    .map((name) => `${escaped(name)}(?:[\\p{Script=Han}]{0,8}?自治[县州]|[区县市旗])?`);
  return names.length === 0 ? null : [...whole, ...short].join("|");
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/gu, String.raw`\$&`);
}

/** Another place's name where it stands at a place of tight text. */
export function regionAt(text: string, at: number, { other }: PlaceWords): Token | null {
  other.lastIndex = at;
  const found = other.exec(text);
  return found === null ? null : token("other", found[0], at);
}
