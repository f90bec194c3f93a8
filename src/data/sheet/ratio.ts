import { decimal, type Decimal } from "../../terms/decimal.js";
import type { Cell } from "../../workbook/sheet.js";
import { tightText } from "./normalise.js";

/** How a figure that is a ratio is held: 女/男 of 男:女 厕位, or 男 to 女=100. */
export type Ratio = "femalePerMale" | "malePerHundred";

/** A ratio written 男:女 as 女/男, at 15 significant digits like any cell; null where either side is 0. */
export function femalePerMale(male: Decimal, female: Decimal): Decimal | null {
  return male.isZero() || female.isZero() ? null : female.div(male).toSignificantDigits(15);
}

interface Sides {
  male: Decimal;
  female: Decimal;
}

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;

/** The ways people write a ratio whose sides are named or known, and which side comes first. */
const RATIOS: readonly { form: RegExp; first: keyof Sides }[] = [
  { form: new RegExp(`^(?:男:女=?)?${NUMBER}:${NUMBER}$`, "u"), first: "male" },
  { form: new RegExp(`^男${NUMBER}:女${NUMBER}$`, "u"), first: "male" },
  { form: new RegExp(`^女:男=?${NUMBER}:${NUMBER}$`, "u"), first: "female" },
  { form: new RegExp(`^女${NUMBER}:男${NUMBER}$`, "u"), first: "female" },
];

/** 1：1.6, 男:女=2:3 or 女3：男2 → the two numbers, 男 first where nothing says otherwise; null for other text. */
export function ratioInText(text: string): Sides | null {
  const plain = withColons(text);
  for (const { form, first } of RATIOS) {
    const [, one, other] = form.exec(plain) ?? [];
    if (one === undefined || other === undefined) continue;
    const [a, b] = [decimal(one), decimal(other)];
    return first === "male" ? { male: a, female: b } : { male: b, female: a };
  }
  return null;
}

function withColons(text: string): string {
  return tightText(text).replace(/[∶比]/gu, ":");
}

const MALE = "男[性婴孩]?";
const FEMALE = "女[性婴孩]?";

/** What people write under 计量单位 of a ratio, which has none: 女=100, 男:女. */
const RATIO_UNITS: Readonly<Record<Ratio, RegExp>> = {
  malePerHundred: new RegExp(`^(?:以?${FEMALE}[=为]100|比值?|无)$`, "u"),
  femalePerMale: /^(?:男:?女|男女比|比值?|无)$/u,
};

export function isRatioUnit(stated: string, ratio: Ratio | false): boolean {
  return ratio !== false && RATIO_UNITS[ratio].test(tightText(stated));
}

/** The ways people write 男 to 女=100 out: 109.62:100, 男:女=109.62:100, 109.62（女=100）, 女=100，男=109.62. */
const PER_HUNDRED: readonly RegExp[] = [
  `(?:男:女=?)?${NUMBER}:100(?:\\(${FEMALE}=100\\))?`,
  `${MALE}=?${NUMBER}[:,;]?${FEMALE}=?100`,
  `${NUMBER}[(,]?${FEMALE}=100\\)?`,
  `\\(?${FEMALE}=100[),:;]?(?:${MALE}=?)?${NUMBER}`,
].map((form) => new RegExp(`^${form}$`, "u"));

/** The males to 100 females of a text that names both; null for other text. */
export function malesPerHundred(text: string): Decimal | null {
  const plain = withColons(text).replace(/为/gu, "=");
  const [males] = PER_HUNDRED.flatMap((form) => form.exec(plain)?.[1] ?? []);
  return males === undefined ? null : decimal(males);
}

/** No place has under 50 boys to 100 girls, nor over 200: a figure between these of one is a quotient. */
const QUOTIENTS = { low: decimal("0.5"), high: decimal(2) };

/** Whether a figure that is told per 100 is surely a quotient: 1.0962 for 109.62. */
export function isQuotient(value: Decimal): boolean {
  return value.gte(QUOTIENTS.low) && value.lte(QUOTIENTS.high);
}

const MINUTES_A_DAY = 24 * 60;
/** Excel keeps a time as a fraction of a day; more than this beside a whole minute is no typed ratio. */
const MINUTE_NOISE = 1e-6;

/**
 * The 2:3 somebody typed, out of the time 02:03 that Excel made of it; null for a date or a time with
 * seconds.
 */
export function ratioInTime(cell: Cell): Sides | null {
  if (cell.content.type !== "date" || !cell.content.clock) return null;
  const minutes = cell.content.serial * MINUTES_A_DAY;
  const whole = Math.round(minutes);
  if (whole <= 0 || Math.abs(minutes - whole) > MINUTE_NOISE) return null;
  return { male: decimal(Math.floor(whole / 60)), female: decimal(whole % 60) };
}
