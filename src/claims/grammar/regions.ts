import { token, type Token } from "./token.js";

/**
 * The 38 districts and counties of 重庆 by the first part of their names; 区 or 县 follows, and the four
 * autonomous counties are known by theirs.
 */
const DISTRICTS =
  "万州|黔江|涪陵|渝中|大渡口|江北|沙坪坝|九龙坡|南岸|北碚|渝北|巴南|长寿|江津|合川|永川|南川|綦江|大足|璧山|铜梁|潼南|荣昌|开州|梁平|武隆";
const COUNTIES = "城口|丰都|垫江|忠|云阳|奉节|巫山|巫溪";
const AUTONOMOUS = "石柱|秀山|酉阳|彭水";
/** Short names that are words or parts of words: 长寿, 江北, 南岸, 大足, 忠. */
const WORDS_TOO = new Set(["长寿", "江北", "南岸", "大足", "开州", "忠"]);
const SHORT = [...DISTRICTS.split("|"), ...COUNTIES.split("|")].filter((name) => !WORDS_TOO.has(name));

/** A pattern's part: another district or county of the same city, by its name. */
export const DISTRICT_NAMED = `(?:${DISTRICTS})区|(?:${COUNTIES})县|(?:${AUTONOMOUS})[\\p{Script=Han}]{0,8}?自治县|${SHORT.join("|")}|${AUTONOMOUS}`;

const WIDER =
  "(?:我市|全市|全国|全省|全球|世界|国家|省级|市级|重庆市?(?!永川)|川渝(?:两地)?|成渝|渝西(?:地区|片区)?|主城(?:都市)?(?:新)?区?|西部(?:地区)?|东部(?:地区)?|中部地区|其他区县|各区县|周边区县|同类区县|兄弟区县|四川省?|成都市?)(?:各区县|区县)?(?:的)?(?:同期)?(?:平均(?:水平|值|数)?|总体水平|整体水平|平均)?";
const OTHER = new RegExp(`${WIDER}|(?:${DISTRICT_NAMED})`, "uy");

/** The ways a district's own report names it: 永川区, 重庆市永川区, 永川. */
export function ownRegion(region: string): RegExp {
  const short = region.replace(/[区县市]$/u, "");
  const name = short.length > 1 ? `${region}|${short}(?!区|县|府|高新)` : region;
  return new RegExp(`(?:重庆市)?(?:${name})`, "uy");
}

/** Another place's name where it stands at a place of tight text. */
export function regionAt(text: string, at: number): Token | null {
  OTHER.lastIndex = at;
  const found = OTHER.exec(text);
  return found === null ? null : token("other", found[0], at);
}
