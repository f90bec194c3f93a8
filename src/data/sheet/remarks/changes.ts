import { decimal, type Decimal } from "../../../terms/decimal.js";
import { isPercent, unitOf, type Unit } from "../../../terms/unit.js";
import { FALLEN, OF_THE_FIGURE, oneOf, RISEN, runOf } from "../head/words.js";
import { unitKey } from "../normalise.js";
import { inUnitOf, isAnother, latestOf, type OwnFigure } from "./figures.js";

const BASE =
  "(?:(?:[较比与同]|相比|相较)?(?:(?<year>20\\d\\d)年[度末底]?|上一?年度?|去年|前一年)(?:同期)?|同比)(?:[相同]比)?";
const CHANGED = `(?:(?<risen>${oneOf(RISEN)})|(?<fallen>${oneOf(FALLEN)}))`;
const AMOUNT = "(?:了)?(?<amount>\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?<unit>\\D{0,6})";
const OWN = `${runOf(OF_THE_FIGURE)}*`;
/** 比上年减少3个, 同比增长13.9%, 较2024年下降. */
const AGAINST = new RegExp(`^${OWN}${BASE}${OWN}${CHANGED}(?:${AMOUNT})?$`, "u");
/** 增加7个, where that is the whole remark. */
const ALONE = new RegExp(`^${CHANGED}(?:${AMOUNT})?$`, "u");
/** 由36个增至43个, 增加到43. */
const REACHED = new RegExp(
  `^${OWN}(?:${BASE})?(?:[由从](?<from>\\d+(?:\\.\\d+)?)\\D{0,3}?)?(?:${oneOf(`${RISEN} ${FALLEN}`)}|变)?[至到为成](?<to>\\d+(?:\\.\\d+)?)(?<unit>\\D{0,4})$`,
  "u",
);
const HAS_CHANGED = new RegExp(oneOf(`${RISEN} ${FALLEN}`), "u");
const CHANGES = new RegExp(oneOf(`${RISEN} ${FALLEN}`), "gu");
/** Hardly a remark has one of these, and the expressions look long for them. */
const MAY_CHANGE = /[增减升降高落滑多少涨变]|[至到为成]\d/u;
/** Longer clauses tell more than a change. */
const LONGEST = 40;

/** Whether a remark tells of a change that the figures beside it do not show: 比上年减少3个 beside 36 and 41. */
export function deniesChange(
  clauses: readonly string[],
  own: readonly OwnFigure[],
  { unit, name }: { unit: Unit; name: string },
): boolean {
  const latest = latestOf(own);
  // 新增7个，减少2个: what came and what went.
  const isNet = clauses.flatMap((clause) => clause.match(CHANGES) ?? []).length === 1;
  return clauses.some((written) => {
    const clause = written.replace(name, "");
    if (clause.length > LONGEST || !MAY_CHANGE.test(clause)) return false;
    const reached = REACHED.exec(clause)?.groups;
    if (reached?.["to"] !== undefined && (reached["from"] !== undefined || HAS_CHANGED.test(clause))) {
      const to = inUnitOf(reached["to"], reached["unit"] ?? "", unit);
      return to !== null && isAnother(to, latest, own);
    }
    const found = (AGAINST.exec(clause) ?? (clauses.length === 1 ? ALONE.exec(clause) : null))?.groups;
    if (found === undefined) return false;
    const before = valueOf(own, found["year"] === undefined ? latest - 1 : Number(found["year"]));
    const now = valueOf(own, latest);
    if (before === null || now === null) return false;
    const sign = found["risen"] === undefined ? -1 : 1;
    const said =
      found["amount"] === undefined ? null : { amount: found["amount"], unit: found["unit"] ?? "" };
    return isDenied({ before, now, sign }, isNet ? said : null, said !== null, unit);
  });
}

function valueOf(own: readonly OwnFigure[], year: number): Decimal | null {
  const [first, other] = own.filter((each) => each.year === year);
  return first === undefined || other !== undefined ? null : first.value;
}

interface Change {
  before: Decimal;
  now: Decimal;
  /** 1: it is said to have risen. */
  sign: 1 | -1;
}

function isDenied(
  { before, now, sign }: Change,
  said: { amount: string; unit: string } | null,
  isMeasured: boolean,
  unit: Unit,
): boolean {
  const by = now.minus(before).times(sign);
  if (said === null) return !isMeasured && by.isNegative() && !by.isZero();
  const sizes = sizesOf(by, before, said, unit);
  if (sizes === null) return false;
  const amount = decimal(said.amount.replaceAll(",", ""));
  const own = Math.max(before.decimalPlaces(), now.decimalPlaces());
  const slack = ulp(amount.decimalPlaces())
    .times("0.5")
    .plus(own === 0 ? 0 : ulp(own));
  return sizes.every((size) => size.minus(amount).abs().gt(slack));
}

/** What a change of so much comes to as it is told: in the row's own unit, in points, or in per cent; null for another's. */
function sizesOf(
  by: Decimal,
  before: Decimal,
  said: { amount: string; unit: string },
  unit: Unit,
): Decimal[] | null {
  const told = said.unit;
  const relative = before.isZero() ? [] : [by.times(HUNDRED).div(before)];
  if (told === "" || told.replace(/^个/u, "") === unit.points) return [by];
  const stated = unitOf(unitKey(told));
  const { kind, name } = stated;
  if (isPercent(stated))
    return unit.kind === "rate" ? [by, ...relative] : relative.length === 0 ? null : relative;
  if (kind === "rate") return name === unit.name ? [by] : null;
  const amount = inUnitOf(said.amount, told, unit);
  if (amount === null) return null;
  // 增加3000人 beside 1.2万人.
  const factor = amount.isZero() ? decimal(1) : decimal(said.amount.replaceAll(",", "")).div(amount);
  return [by.times(factor)];
}

const HUNDRED = 100;

function ulp(digits: number): Decimal {
  return decimal(10).pow(-digits);
}
