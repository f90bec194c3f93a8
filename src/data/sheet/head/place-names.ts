/** A Chinese character, as names of places are written. */
export const HAN = "[\\u3400-\\u9fff]";

/** The characters before 区, 县, 镇 that make it a common word: 社区, 校区, 城镇. */
const COMMON =
  /[社校地城园景辖片小郊山库灾市老该各全本我镇街牧林业发范验新多][区县]$|(?:[城乡村集各个全所重点分]|街道|所属)[镇乡]$|(?:乡镇|各|个|分|全部|所有|属)街道$/u;

/** Whether what looks like the name of a district or town is a common word. */
export function isCommonPlace(name: string): boolean {
  return COMMON.test(name);
}
