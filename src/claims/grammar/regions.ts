import type { Plan } from "../../plan/plan.js";
import { byRank, parentsIn, rankOf, shortened } from "../../terms/places.js";
import { tableOf } from "../../terms/table-of.js";
import { token, type Token } from "./token.js";

/** How a plan's reports speak of its own area, and of others. */
export interface PlaceWords {
  /** 永川区, 重庆市永川区, 永川, 全区, 我区. */
  own: RegExp;
  /** 全市, 全国, 成渝地区, 江津. */
  other: RegExp;
  /** 《纲要》要求, in a report on a 规划: what the paper of a wider place asks. */
  paper: RegExp;
  /** 全区, 我区, 本区: a sentence that says so knows whose it is. */
  ours: RegExp;
  /**
   * Other districts and counties, wherever they stand: the plan's neighbours by name, in the first group, and whatever
   * is called a district where it is one itself. Null where there is nothing to look for.
   */
  neighbour: RegExp | null;
  /** 全县, 我州 in a district's report: what people call a place of another rank. The rank is the first group. */
  otherRank: RegExp | null;
}

export function placeWords(plan: Pick<Plan, "region" | "title" | "terms">): PlaceWords {
  const neighbour = neighbours(plan.terms.neighbours);
  const otherRank = otherRankPattern(plan);
  const astray = otherRank === null ? [] : [otherRank.source];
  const area = escaped(plan.terms.area);
  const rank = rankOf(plan.region);
  return {
    own: new RegExp([ownName(plan), `${area}(?!域)`, ...spoken(rank, ["我", "本"], ["内"])].join("|"), "uy"),
    other: new RegExp(
      [wider(plan), elsewhere(plan), ...(neighbour === null ? [] : [`(?:${neighbour})`]), ...astray].join(
        "|",
      ),
      "uy",
    ),
    paper: otherPaper(plan),
    ours: new RegExp([area, ...spoken(rank, ["我", "本"])].join("|"), "u"),
    neighbour: anyNeighbour(rank, neighbour),
    otherRank,
  };
}

/** 我区, 本区, 区内: what its people call a place of this rank; nothing where it has none. */
function spoken(rank: string, before: readonly string[], behind: readonly string[] = []): string[] {
  return rank === "" ? [] : [...before.map((word) => word + rank), ...behind.map((word) => rank + word)];
}

/** Ranks that no place above one of this rank has, whatever its title leaves out. */
const NEVER_ABOVE = tableOf<string>({
  区: "县旗州盟",
  县: "旗",
  旗: "县",
  市: "州盟县旗",
  州: "市盟县旗",
  盟: "市州县",
});

/** 全县, 我州, 本市, where that is neither the plan's own area nor one above it; 健全县级机制 and 基本市场 are other words. */
function otherRankPattern({ region, title, terms }: Pick<Plan, "region" | "title" | "terms">): RegExp | null {
  const rank = rankOf(region);
  const parents = parentsIn(title, region);
  const above = [...parents, ...terms.beside, terms.area].map(rankOf);
  const possible =
    NEVER_ABOVE[rank] === undefined ? "" : parents.length > 0 ? "区县旗州盟市" : NEVER_ABOVE[rank];
  const others = [...possible].filter((each) => each !== rank && !above.includes(each));
  if (others.length === 0) return null;
  const before = "(?<![健安完齐保成周基])";
  return new RegExp(`${before}[全我本]([${others.join("")}])(?![域场面民值级情划块间分别段])`, "gu");
}

/** Two or three characters with 区 or 县, behind a mark or word that a name can follow. */
const GENERIC = String.raw`(?<=^|[，,、;；（(“省市在与和比较从向赴到是])(?![省市在与和比较从向赴到是])[\p{Script=Han}]{2,3}(?<!的)[区县](?![级域县划间分别位块])`;

function anyNeighbour(rank: string, neighbour: string | null): RegExp | null {
  // A city's own districts stand in its reports by right.
  const isDistrict = /[区县旗]/u.test(rank);
  if (neighbour === null && !isDistrict) return null;
  const looked = [neighbour === null ? "(?!)()" : `(${neighbour})`, ...(isDistrict ? [GENERIC] : [])];
  return new RegExp(looked.join("|"), "gu");
}

/** 永川区, 重庆市永川区, 永川; not 永川高新. */
function ownName({ region, title }: Pick<Plan, "region" | "title">): string {
  // 临山州 is what people make of 临山苗族自治州.
  const short = shortened(region)
    .map(escaped)
    .flatMap((name) => [`${name}${rankOf(region)}`, `${name}(?!区|县|府|高新)`]);
  const names = [escaped(region), ...short];
  const parents = [...parentsIn(title, region)].reverse();
  return `${parents.map((parent) => `(?:${escaped(parent)})?`).join("")}(?:${names.join("|")})`;
}

/** Everything larger than the area, but its own words for itself. */
const WIDER = ["我市", "全市", "全国", "全省", "全球", "世界", "国家", "省级", "市级"];
const REGIONS = "西部(?:地区)?|东部(?:地区)?|中部地区|其他区县|各区县|周边区县|同类区县|兄弟区县";
const AS_A_WHOLE = "(?:各区县|区县)?(?:的)?(?:同期)?(?:平均(?:水平|值|数)?|总体水平|整体水平|平均)?";

function wider({ region, title, terms }: Pick<Plan, "region" | "title" | "terms">): string {
  const own = [...byRank(rankOf(region)), region];
  const words = [...new Set([...WIDER, ...terms.beside])].filter((word) => !own.includes(word)).map(escaped);
  const [short = region] = shortened(region);
  const parents = parentsIn(title, region)
    .flatMap((parent) => [parent, ...shortened(parent)])
    .map((name) => `${escaped(name)}(?!${escaped(short)})`);
  const areas = terms.areas.map(
    (area) => `${escaped(area)}(?:两地|地区|片区|都市区|都市新区|新区|区|省|市)?`,
  );
  return `(?:${[...words, ...parents, ...areas, REGIONS].join("|")})${AS_A_WHOLE}`;
}

/** 上海市, 浙江省, 成都市 where a clause begins: whatever is called a province or a city, and is not above the plan's own area. */
function elsewhere({ region, title }: Pick<Plan, "region" | "title">): string {
  const own = [region, ...parentsIn(title, region)].map((name) => `${escaped(name)}`).join("|");
  const named = String.raw`\p{Script=Han}{2,3}(?:省|(?<![城超上都楼菜股夜门直县])市|自治区|自治州)`;
  const begins = String.raw`(?<=^|[，；：（]|如|像|以|看)(?!${own}|[^，；]{0,2}[我全本各该])`;
  // 余杭区2024年; 高新区, 库区 are parts of a place.
  const district = String.raw`\p{Script=Han}{2,3}(?:(?<![城社园校山牧林库新景片辖地郊发市])区|(?<![区郊])县)(?=\d{4}年)`;
  return String.raw`${begins}(?:${named}(?![场民值级区政容直属辖内])(?=\d{4}年|的|[^，；。\d]{2,20}(?:\d|超|达|为|已))|${district})`;
}

/** 《中国妇女发展纲要》要求, 《“健康中国2030”规划纲要》提出，到2030年: what another paper asks than the plan of the report. */
function otherPaper({ title, region }: Pick<Plan, "title" | "region">): RegExp {
  const own = title.includes("纲要") ? "纲要" : "规划";
  const short = [region, ...shortened(region)].map(escaped).join("|");
  // 《规划》, 《儿童规划》, 《永川区妇女发展规划（2021—2030年）》
  const ours = `(?!《(?:(?:妇女|儿童|妇女儿童|两个|本|区)?(?:发展)?${own}|[^《》，。；]{0,8}(?:${short})[^《》，。；]{0,20})(?:（[^）]{1,12}）)?》)`;
  const asks = "(?:所|中)?(?:提出|要求|确定|明确|规定|设定)(?:的)?";
  // 按照《…》要求，: what follows may be what was done.
  return new RegExp(
    `${ours}(?:《[^《》。；]{2,40}》|(?<=《)“[^”]{2,20}”[^《》。；]{0,20}》)${asks}(?:(?!，)|(?<=提出)，|(?<!(?:按照?|根据|依据|落实|对照|围绕)《[^》]*》要求)，(?=到?20\\d\\d年|[^，；。]{0,12}到20\\d\\d年))`,
    "uy",
  );
}

/** 江津 with or without what it is; 长寿区 as it stands, since 长寿 is a word. */
function neighbours(names: readonly string[]): string | null {
  const whole = names.filter((name) => rankOf(name) !== "").map(escaped);
  const short = names
    .filter((name) => rankOf(name) === "")
    .map((name) => `${escaped(name)}(?:[\\p{Script=Han}]{0,8}?自治[县州]|[区县市旗])?`);
  return names.length === 0 ? null : [...whole, ...short].join("|");
}

/** A hyphen stays: no name stands in a class, and outside of one nothing takes it escaped. */
function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

/** Another place's name where it stands at a place of tight text. */
export function regionAt(text: string, at: number, { other }: PlaceWords): Token | null {
  other.lastIndex = at;
  const found = other.exec(text);
  return found === null ? null : token("other", found[0], at);
}
