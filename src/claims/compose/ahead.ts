import { claim, stretch, type Composing, type Parts } from "./emit.js";
import { subjects } from "./shares.js";
import { setTime, subject } from "./state.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { numeral } from "../text/numerals.js";
import { clauseAt } from "../text/tight.js";

/** 提前五年达标: so many years before the plan's last. */
export function earlyTold({ years: early }: Parts, composing: Composing): boolean {
  const [, told = ""] = /提前(?<many>.+)年/u.exec(early?.text ?? "") ?? [];
  const many = numeral(told) ?? Number(told);
  if (early === undefined || !Number.isInteger(many)) return false;
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "early", options, years, many }, early);
  return true;
}

/** 比规划要求的时间提前六年: of the row that is spoken of, whatever the words for its time are. */
export function earlyThan({ years }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  const { end } = state.period;
  const [clause = ""] = /[^，；（]*$/u.exec(text.slice(0, years?.start)) ?? [];
  if (!ITS_TIME.test(clause.replace(`${end}年`, ""))) return false;
  const sure = state.certain && state.doubt === null;
  // 规划期末 is no word that would put the year in doubt which the sentence has named.
  const told = state.dated.length > 0 ? state.years.slice(0, 1) : state.years;
  return earlyTold({ years }, { ...composing, state: { ...state, years: told, intent: false, sure } });
}

const ITS_TIME =
  /^(?:也|已|均|都|且|并)*[比较](?:《?(?:规划|纲要)》?|既定|原定|预定|预期|最终|要求|提出|确定|设定|规定|明确|目标|的|时间|时限|时点|期限|年限|年份|节点|进度|期?末|终期)*$/u;

/** 按近五年平均进度推算，2033年才能达到70%: when the row will be there if it goes on so. */
export function reachTold({ t, how, a }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  const [time] = t?.times ?? [];
  const [year, ...more] = time?.years ?? [];
  const [figure = null, ...others] = a?.figures ?? [];
  if (t === undefined || year === undefined || more.length + others.length > 0) return false;
  // 2030年难以达标: no year is told.
  if (how !== undefined && !THEN.test(how.text)) return false;
  if (year <= state.period.year || !AT_THIS_PACE.test(text.slice(0, t.start))) return false;
  const rows = subjects(composing);
  if (rows.length === 0) return false;
  // It is none of what people intend, and the words for the pace name nothing else.
  const sure = state.sure || (state.certain && PACE.test(state.loose));
  const counted = { ...composing, state: { ...state, intent: false, partial: false, sure } };
  for (const { options } of rows)
    claim(
      counted,
      { kind: "reach", options, years: [state.period.year], by: year, figure },
      stretch(text, t, a ?? t),
    );
  setTime(state, t.times);
  return true;
}

/** 到2030年婚姻家庭辅导室覆盖率仅能达到87.5%: the row stands behind the year. */
export function rowReachTold({ s, ...parts }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const before = { ...state };
  if (s === undefined) return false;
  subject(state, s.things, s.doubt === null);
  const isRead = reachTold(parts, composing);
  if (!isRead) Object.assign(state, before);
  return isRead;
}

/** 能够如期达标: by the plan's last year, as it goes on. */
export function inTimeTold({ how, st, goal }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  if (how === undefined || !IN_TIME.test(how.text) || (st !== undefined && !/达标$|目标$/u.test(st.text)))
    return false;
  // 能够如期达标 behind a clause on a year to come is still of the row that was told.
  const { end, year } = state.period;
  const sure = { ...composing, state: { ...state, intent: false, partial: false } };
  for (const { options } of subjects(composing))
    claim(
      sure,
      { kind: "reach", options, years: [year], by: end, figure: null },
      stretch(text, how, st ?? goal ?? how),
    );
  return true;
}

const IN_TIME = /(?:^|[将仍])(?:能够?|可以?)(?:如期|按期|按时)$/u;

/** 完成所需增幅的25.5%: so much of the way to the goal is gone. */
export function wayGoneTold({ a }: Parts, composing: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  const { state, text } = composing;
  if (figure === undefined || more.length > 0 || figure.points || !isPercent(unitOf(figure.unit)))
    return false;
  if (!OF_THE_WAY.test(clauseAt(text.slice(0, figure.start), figure.start))) return false;
  const sure = { ...composing, state: { ...state, sure: state.certain } };
  for (const { options, years } of subjects(composing))
    claim(sure, { kind: "wayGone", options, years, bases: state.bases, figure }, figure);
  return true;
}

const OF_THE_WAY =
  /(?:完成|实现|走完|占|达到|相当于)[^，；。\d]{0,12}(?:所需|应|需要|规划期|总)[^，；。\d]{0,6}(?:[增降升]幅|增量|幅度|路程|进度)的$/u;

const THEN = /^[才方就便即将会可能仅只]+$/u;

const PACE =
  /^[按照以这此的年平均近目前现在有来看才能可即仅只]*(?:速度|进度|[增降]幅|[增降]速|趋势|步伐)?[推测预外]?[算测推]?[才能可即仅只]*$/u;

const AT_THIS_PACE =
  /[按照以](?:目前|现有|现在|当前|近|五年|这|此|平均|年均|20\d\d)[^，；。]*(?:速度|进度|增幅|增速|降幅|趋势|步伐)|推算|测算|外推/u;
