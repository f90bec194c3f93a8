/**
 * What the Chinese names of places are made of: a name, and its rank in the last character. Which places there are,
 * the plans say.
 */

/** A Chinese character, as names of places are written. */
export const HAN = "[\\u3400-\\u9fff]";

/** A pattern's part: where a place can begin: at the start, behind a mark, a place above it or its own, a year. */
export const BEGINS = "(?<=^|[:：(（,，、_\\s市省年□-])";

const RANK = /[省市区县州盟旗国]$/u;

/** 区 of 永川区, 州 of a 自治州; "" for a name that does not end with a rank. */
export function rankOf(name: string): string {
  return RANK.exec(name)?.[0] ?? "";
}

/** 全区, 本区, 我区, 区级, 区: how a place of this rank is called by those who live in it. */
export function byRank(rank: string): string[] {
  return rank === "" ? [] : [`全${rank}`, `本${rank}`, `我${rank}`, `${rank}级`, rank];
}

/** 永川 of 永川区, 云岭 of 云岭苗族自治县; none of 全国, 忠县. */
export function shortened(name: string): string[] {
  if (name.length < 3 || rankOf(name) === "") return [];
  const bare = name.replace(/(?:自治)?[省市区县州盟旗国]$/u, "").replace(PEOPLES, "");
  return bare.length > 1 ? [bare] : [];
}

/** The peoples an autonomous place is named for, as far as the name says: 苗族, 土家族苗族. */
const PEOPLES =
  /(?<=[\u3400-\u9fff]{2})(?:(?:苗|土家|侗|布依|彝|藏|羌|回|傣|白|壮|瑶|黎|蒙古|哈萨克|朝鲜|满|水|仡佬|哈尼|傈僳|景颇|柯尔克孜|各)族)+$|(?<=[\u3400-\u9fff]{2})(?:蒙古|哈萨克|柯尔克孜|维吾尔)$/u;

/** 重庆市 of 重庆市永川区妇女发展规划; "" where the title begins with the region, or names it not at all. */
export function parentIn(title: string, region: string): string {
  const at = region === "" ? -1 : title.indexOf(region);
  return at > 0 ? title.slice(0, at) : "";
}

/** 重庆市; 湘西自治州, 湖南省 of 湖南省湘西自治州: the nearest first. */
export function parentsIn(title: string, region: string): string[] {
  const parent = parentIn(title, region);
  const parts = parent.match(/[\u3400-\u9fff]+?(?:自治[区州]|[省市州盟])/gu) ?? [];
  return parts.join("") === parent ? parts.reverse() : parent === "" ? [] : [parent];
}

/**
 * The characters before 区, 县, 镇 that make it a common word: 社区, 校区, 城镇. Those that end the name of a district
 * somewhere (万州区, 安居区, 盐边县) do so only with more before them, or before the other of the two.
 */
const COMMON =
  /[社校地城园景辖片小郊山库灾市老该各全本我镇街牧林业发范验新多外个两等][区县]$|[报送在属]区县?$|[厂矿战禁军院能心农产边病管住贸护务行学集动览童专盲误税展散污]区$|[各市地]州区$|[聚宜人]居区$|(?:[城乡村集各个全所重点分]|街道|所属)[镇乡]$|(?:乡镇|各|个|分|全部|所有|属)街道$/u;

/** Whether what looks like the name of a district or town is a common word. */
export function isCommonPlace(name: string): boolean {
  return COMMON.test(name);
}
