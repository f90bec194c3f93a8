import type { Indicator } from "../../plan/plan.js";
import { HAN } from "../../terms/places.js";
import { RATE_SIGNS, unitOf, type Unit } from "../../terms/unit.js";
import { tightText } from "./normalise.js";

/** 每10万孕产妇, 人/10万: of how many a rate tells, and of whom. */
const OF_MANY =
  /^(?:[人例名]?\/|每|1\/)(1?0*万|十万|百万|[百千]|10{2,6})(?:[人名])?\(?([\u4e00-\u9fff]*?)(?:[人数名]|婴?儿)?\)?$/u;
const OF_SIGN = new RegExp(`^([${RATE_SIGNS}])\\(?(${HAN}+?)数?\\)?$`, "u");

/** The rate of a unit that says of whom, and whom; null for any other unit. */
function ofWhom(unit: string): { rate: Unit; whom: string } | null {
  const tight = tightText(unit).replace(/^单位:?/u, "");
  const [, many, whom = ""] = OF_MANY.exec(tight) ?? [];
  const [, sign, signed = ""] = OF_SIGN.exec(tight) ?? [];
  const rate = unitOf(many === undefined ? (sign ?? "") : `/${many}`);
  return rate.kind === "rate" ? { rate, whom: whom || signed } : null;
}

/** The rate that a unit states, of whomever: 1/10万 of 每10万孕产妇; null where it states none. */
export function rateStated(unit: string): Unit | null {
  return ofWhom(unit)?.rate ?? null;
}

const OF_ANYBODY = /^(?:人口|儿童|妇女|女性|常住人口|户籍人口|总人口)$/u;

/** Whether a unit says of others than the indicator is told of: 每10万孕产妇 of 孕产妇死亡率, which is told of 活产. */
export function isOfOthers(unit: string, { definition, unit: planned }: Indicator): boolean {
  const { whom = "" } = unitOf(planned).kind === "rate" ? (ofWhom(unit) ?? {}) : {};
  const whole = definition.split("÷").at(1) ?? "";
  if (whom === "" || whole.includes(whom)) return false;
  if (whom === "活产") return whole !== "";
  return OF_ANYBODY.test(whom) ? whole.includes("活产") : true;
}
