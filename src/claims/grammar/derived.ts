import type { Indicator } from "../../plan/plan.js";
import { unitOf } from "../../terms/unit.js";

/** Shorter, what is left of a name may be of anything. */
const SHORTEST_WEAK = 6;
const SHORTEST_COUNTED = 6;
const SHORTEST_UNRANKED = 4;
const SHORTEST_MILESTONE = 5;

/** The names that people make of one: each goes by the words of it, in another order or with fewer of them. */
export function respelt(key: string): string[] {
  return [shareNames, insuredNames, staffedNames, postNames, withoutTeam, withoutWhole].flatMap((make) =>
    make(key),
  );
}

/** 女性基本养老保险参保率 → 女性参加基本养老保险的比例. */
function insuredNames(key: string): string[] {
  const { who, what } = /^(?<who>女|儿童)(?<what>.+保险)参保率$/u.exec(key)?.groups ?? {};
  return what === undefined ? [] : [`${who}参加${what}比例`, `参加${what}${who}比例`];
}

/** 未成年人犯罪人数占未成年人人口数比例 → 未成年人犯罪比例 */
function withoutWhole(key: string): string[] {
  const part = /^(?<part>.{4,})人数占.+比例$/u.exec(key)?.groups?.["part"];
  return part === undefined ? [] : [`${part}比例`];
}

/** 区级部门领导班子女正职比例 → 区级部门女正职比例 */
function withoutTeam(key: string): string[] {
  return /.{2,}领导班子女/u.test(key) ? [key.replace("领导班子", "")] : [];
}

/** 领导班子女干部配备率 → 领导班子配有女干部的比例, 配备女干部的领导班子比例. */
function staffedNames(key: string): string[] {
  const { whole, who } = /^(?<whole>.{2,}?)(?<who>女(?:干部|领导))配备率$/u.exec(key)?.groups ?? {};
  if (whole === undefined || who === undefined) return [];
  const verbs = ["配有", "配备", "配备了", "有", "配备有"];
  return verbs.flatMap((verb) => [`${whole}${verb}${who}比例`, `${verb}${who}${whole}比例`]);
}

/** 区级部门领导班子女正职比例 → 女性担任区级部门正职的比例 */
function postNames(key: string): string[] {
  const of = /^(?<of>.{2,}?)(?:领导班子)?女正职比例$/u.exec(key)?.groups?.["of"];
  return of === undefined ? [] : [`女担任${of}正职比例`, `女任${of}正职比例`];
}

/** 就业人员女比例 → 女性占就业人员的比例, 女性在就业人员中的比例, 女性就业人员比例. */
function shareNames(key: string): string[] {
  const within = /^女在(?<of>.{2,}?)(?:人数)?(?:总体)?比例$/u.exec(key)?.groups?.["of"];
  // 女性在城乡低保对象人数中总体占比 → 城乡低保对象女性占比
  if (within !== undefined) return [`${within}女比例`];
  const whole = /^(?<of>.{2,})女比例$/u.exec(key)?.groups?.["of"];
  if (whole === undefined) return [];
  const { of = "", who } =
    /^(?<of>.*?)(?<who>(?:高级)?专业技术人员|就业人员|成员|委员|代表|职工)$/u.exec(whole)?.groups ?? {};
  // 城镇单位女性就业人员占城镇单位就业人员的比重
  const parted =
    who === undefined
      ? [`女${whole}占${whole}比例`]
      : [whole, who].map((each) => `${of}女${who}占${each}比例`);
  // 女律师占律师总数的37.05%
  const counted = parted.map((each) => each.replace(/比例$/u, "数比例"));
  return [`女占${whole}比例`, `女在${whole}比例`, `女${whole}比例`, ...parted, ...counted];
}

/** 妇女人均预期寿命 → 人均预期寿命; 儿童暴力伤害发生率 → 暴力伤害发生率. */
export function weakNames(key: string): string[] {
  const bare = key.replace(/^(?:适龄)?(?:女童?|儿童|孕产妇)(?!占)/u, "");
  return bare === key || bare.length < SHORTEST_WEAK ? [] : [bare];
}

/** 未成年人保护工作站 of …覆盖率, before 实现全覆盖. */
export function coveredNames(key: string): string[] {
  const things = key.replace(/覆盖率$/u, "");
  return things === key || things.length < SHORTEST_COUNTED ? [] : [things];
}

/** 区级文明家庭 → 文明家庭, in a report of the district, where no other place is named. */
export function unranked(key: string, rank: string): string[] {
  const bare = rank === "" ? key : key.replace(new RegExp(`^${rank}级?`, "u"), "");
  return bare === key || bare.length < SHORTEST_UNRANKED ? [] : [bare];
}

/** 残疾儿童康复救助人数 → 残疾儿童康复救助, before 398人. */
export function countedNames(name: string): string[] {
  const things = name.replace(/(?:人数|户数|件数|发生数|数量|数|时间)$/u, "");
  const shortest = name.endsWith("时间") ? SHORTEST_COUNTED - 1 : SHORTEST_COUNTED;
  return things === name || things.length < shortest ? [] : [things];
}

/** 区级文明家庭 → 区级文明家庭户数, 区级文明家庭数. */
export function countNames({ name, unit }: Indicator): string[] {
  return unitOf(unit).kind === "count" && !/[数率比例]$/u.test(name) ? [`${name}${unit}数`, `${name}数`] : [];
}

/** 孕产妇死亡率 → 孕产妇死亡. */
export function eventNames(name: string): string[] {
  const events = /^(?<of>.*(?:死亡|自杀、?自伤|暴力伤害|传播))(?:发生)?率$/u.exec(name)?.groups?.["of"];
  return events === undefined ? [] : [events];
}

/** 区妇幼保健院完成三甲创建 → 区妇幼保健院, 三甲; 建成区域性妇幼保健中心 → 区域性妇幼保健中心. */
export function milestoneOf(name: string): { of: string; goal: string } | null {
  if (name.startsWith("每")) return null;
  const [of = "", goal = ""] = name
    .split(/完成|创建|建成|设立|实现|达到|通过/u)
    .filter((part) => part !== "");
  return of.length < SHORTEST_MILESTONE
    ? null
    : { of, goal: goal.replace(/医院$/u, "").replace("三甲", "三级甲等") };
}

/** 镇（街道）养老服务中心, 养老服务中心; 村（居）儿童主任培训参训率, 儿童主任培训参训率, 儿童主任参训率. */
export function quantityNames(name: string): string[] {
  const short = name.replace(/^(?:[区县市州省]级|镇（街道）|村（居）|独立的)/u, "");
  const shorter = short.replace(/^(?:失能特困人员|区)/u, "");
  return [name, short, shorter, short.replace("培训", "")].filter((each) => each.length > 4);
}
