import { oneOf } from "../head/words.js";

/**
 * Words that make of one measure another: of other people, of another insurance, another school, another illness. Each
 * line's words mean the same.
 */
const OF_OTHERS = [
  "流动 外来",
  "户籍",
  "常住",
  "留守",
  "困境",
  "农村 乡村",
  "城镇(?!化) 城市 城区",
  "职工 企业",
  "居民",
  "养老",
  "医疗保险 医保",
  "失业",
  "工伤",
  "生育保险",
  "公办",
  "民办",
  "小学",
  "初中",
  "普通高中 普高",
  "中等职业 中职",
  "大学 高校 高等教育",
  "义务教育",
  "宫颈癌",
  "乳腺癌",
  "艾滋",
  "梅毒",
  "乙肝",
  "新生儿",
  "床位",
  "托位",
  "医师 医生 全科医生",
];
/** 入学率 and 净入学率, which are no 毛入学率. */
const GROSS_LACKING = /(?<!毛)入(?=[学园]率)/u;
const APART = [
  ...OF_OTHERS.map((line) => new RegExp(oneOf(line), "u")).map((said) => ({ said, own: said })),
  // 男女比 is of both, and in a plan for women 女生 is 女性.
  { said: /男(?!女)/u, own: /男|性别/u },
  { said: /女[生童孩婴]/u, own: /女/u },
  // 毛入学率 counts pupils of any age.
  { said: GROSS_LACKING, own: GROSS_LACKING },
];
/** Words that a shorter name may not leave out: 托育机构数 counts more than 普惠托育服务机构数量. */
const NEEDED = ["普惠", "死", "标准化", "高级"];

const RATE = /(?:率|比例|占比|比重)$/u;
const COUNT = /(?:人数|人次|数量|机构数|参保数|总数|死亡数|[病案]?例数|[筛检]查数|活产数|出生数)$/u;

/** Whether a name speaks of another measure than that of `keys`, whatever its code says. */
export function isAnother(name: string, keys: readonly string[]): boolean {
  const isTurned = (to: RegExp, own: RegExp) =>
    to.test(name) && keys.some((key) => own.test(key)) && !keys.some((key) => to.test(key));
  return (
    APART.some(({ said, own }) => said.test(name) && !keys.some((key) => own.test(key))) ||
    NEEDED.some((word) => !name.includes(word) && keys.every((key) => key.includes(word))) ||
    isTurned(RATE, COUNT) ||
    isTurned(COUNT, RATE)
  );
}

/** 高中毛入学率 of 高中入学率: the name that it is not; null where none is lacking. */
export function grossOf(name: string): string | null {
  return GROSS_LACKING.test(name) ? name.replace(/净?入(?=[学园]率)/u, "毛入") : null;
}
