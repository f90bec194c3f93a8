import type { Thing } from "../grammar/names.js";
import type { Token, Kind } from "../grammar/token.js";
import type { Composing } from "./emit.js";
import { GIVEN } from "./goals.js";
import { besideLevel, nextClause, placed, setTime, subject, type State } from "./state.js";
import { areIdle, endInMeasure, narrow, sayNothingElse } from "./strangers.js";

/** What a word that begins no construction does to what the sentence speaks of. */
type Step = (
  state: State,
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  earlier: Token | undefined,
) => void;

/** Words that lead up to a name and leave it as it is. */
const LEADING =
  /(?:专职|专业|配备|配有|实施|有|使|让|令|推动|促进|带动|实现|确保|保证|看|中|方面|显示|表明|反映|指标|领域|即|把|将|对|及|如|抓好|做好|开展|加强|提高|着力|不断|有效|全力|助推|推进|巩固|落实|改善|扩大|保障|健全|完善|因此|其次|一是|二是|三是|来看|统计|监测|数据|发生|镇街|[二三四五六七八九]类|等|[A-Z]{1,2}\d{1,2}[a-d]?)$/u;

const STEPS: Readonly<Partial<Record<Kind, Step>>> = {
  subject: (state, { text, things, doubt: open }, before, _after, earlier) => {
    let doubt = open;
    // 某某率、婚检率: of a list with a name that is not known, nobody can tell whose figure is whose.
    const isListed = before?.kind === "and" && earlier?.kind === "loose";
    // 女职工权益保护：企业职工代表大会中女性比例…
    const glued = before?.kind === "loose" && !before.isHeading ? before.text : "";
    const group = before?.kind === "group";
    // 某镇2025年婚检率: whose it is stands before the year.
    const whose = before?.kind === "time" && earlier?.kind === "loose" ? earlier.text : glued;
    // 松溉、永荣、红炉三个镇接种率…: how many they are.
    const isTheirNumber = state.atSite && earlier?.kind === "figure";
    // 新发展的|党员中，女性…: of those of them alone.
    const ofSome = before?.kind === "of" && earlier?.kind === "loose" && AMONG.test(text);
    state.strangers = ofSome || state.ofSome || (whose !== "" && !isTheirNumber && narrow(whose));
    // 四分之三的婚姻登记机关设立了辅导室，覆盖率75%: the end of the name of the row just told.
    if (doubt === "which" && isSpokenOf(things, state)) doubt = null;
    if (!group && !state.atSite) state.groups = [];
    state.apart = false;
    subject(
      state,
      orOneBefore(text, things, state),
      !isListed &&
        doubt === null &&
        (glued === "" || isTheirNumber || LEADING.test(glued) || state.strangers),
    );
    state.doubt = doubt;
    // 城镇单位|女性就业比例: words that may make it another's.
    if (!state.sure && glued !== "") state.loose = glued;
  },
  events: (state, { things }) => {
    subject(state, things, true);
  },
  oneOfTwo: (state, { text }) => {
    const { told } = state;
    const one = pairOf(state)[text === "前者" ? 0 : 1];
    subject(state, one === undefined ? null : [one], one !== undefined);
    state.told = told;
  },
  time: (state, { times }, _before, after) => {
    const [time] = times;
    if (time !== undefined && times.length === 1 && after?.kind === "is") besideLevel(state, time);
    setTime(state, times);
    // 由A提高到B，2025年提高…: no longer what lies between A and B.
    if (times.some(({ span }) => span === null)) state.course = null;
  },
  group: (state, { text }, _before, after) => {
    if (toldWhose(text, state)) return;
    if (text === "女性" && after !== undefined && /占/u.test(after.text) && isShareOfWomen(state)) return;
    state.groups = [text];
    state.groupsTold = [...state.groupsTold, text];
    state.atSite = false;
  },
  site: (state, { things }) => {
    placed(state, things);
    state.otherPlace = null;
  },
  own: (state) => {
    state.otherPlace = null;
    state.groups = [];
    state.atSite = false;
    state.strangers = false;
  },
  other: (state, { text }, before) => {
    if (before === undefined || !ASIDE.has(before.kind)) state.otherPlace = text;
  },
  intent: (state) => {
    state.intent = true;
    state.intending = true;
  },
  survey: (state) => {
    state.survey = true;
  },
  yearly: (state, { text }) => {
    state.yearly = true;
    state.everyYear = text === "每年";
  },
  total: (state) => {
    state.total = true;
  },
  respectively: (state) => {
    state.respectively = true;
  },
  alike: (state, { text }) => {
    state.each = true;
    if (text === "双双") state.told = distinct(state.told).slice(-2);
  },
  pooled: (state) => {
    state.pooled = state.things === null || state.things.length === 0 ? "sentence" : "once";
  },
  comma: (state) => {
    if (isRemark(state)) Object.assign(state, { sure: true, loose: "" });
    nextClause(state);
  },
  stop: (state) => {
    nextClause(state);
    // 到2030年…；: what follows is of the report's year again.
    if (state.intent) state.years = [state.period.year];
    state.intent = false;
    state.groups = [];
    state.atSite = false;
    state.strangers = false;
  },
  loose: loose,
  unit: (state, { text }) => {
    state.unit = text.replace(/^（(?:(?:计量)?单位[:：])?|）$/gu, "");
  },
  gap: (state, { text }) => {
    state.apart = true;
    // 超出目标的幅度
    state.goalTold ||= /目标|缺口/u.test(text);
  },
  goal: (state) => {
    state.goalTold = true;
  },
  project: (state, { things }) => {
    subject(state, things, true);
  },
};

/**
 * 城镇单位就业人员中女性占36.10%，女性就业比例连续五年提高: another row's short name whose letters are all in that of the row just
 * told may be either's.
 */
function orOneBefore(text: string, things: readonly Thing[], state: State): readonly Thing[] {
  const [thing, ...more] = things;
  const [before, ...others] = state.things ?? [];
  if (thing?.kind !== "indicators" || before?.kind !== "indicators" || more.length + others.length > 0)
    return things;
  const [row] = thing.options;
  const [last] = before.options;
  const isShort =
    row !== undefined && last !== undefined && row.name !== text && text.length < last.name.length;
  if (!isShort || thing.options.length !== 1 || row.id === last.id || !state.certain) return things;
  const isWithin = [...text.replace(SHARE_WORDS, "")].every((letter) => last.name.includes(letter));
  return isWithin ? [{ ...thing, options: [...before.options, row] }] : things;
}

const SHARE_WORDS = /比例|占比|比重/u;

/** 党员中女性比例: a share of some people among others. */
const AMONG = /[中里]，?[女男]/u;

/** Whether it is the one row that the sentence speaks of for certain. */
function isSpokenOf(things: readonly Thing[], state: State): boolean {
  const [thing, ...more] = things;
  const [own, ...others] = state.things ?? [];
  return (
    state.sure && more.length + others.length === 0 && own?.kind === "indicators" && own.name === thing?.name
  );
}

/** Each once, in the order of the text. */
export function distinct(told: readonly Thing[]): readonly Thing[] {
  return told.filter((thing, nth) => told.findIndex(({ name }) => name === thing.name) === nth);
}

/** The two rows that 前者 and 后者 speak of: the sentence names two, or holds one against another. */
export function pairOf({ told, against, things }: State): readonly Thing[] {
  const named = distinct(told);
  if (named.length === 2) return named;
  const [first] = against;
  const [one] = named;
  if (named.length !== 1 || one === undefined || first === undefined || things === null) return [];
  return [one, { kind: "indicators", name: first.name, options: against }];
}

/** 区政协委员中女性比例…，女性占比达33.75%: the same share again. */
function isShareOfWomen({ things }: State): boolean {
  const [thing, ...more] = things ?? [];
  return more.length === 0 && thing?.kind === "indicators" && /女.*(?:比例|占比|比重)$/u.test(thing.name);
}

/** 高于, 比, 与: the place is what ours is held against. */
const ASIDE = new Set<Kind>(["higher", "lower", "better", "than", "compared", "and"]);
const TELLING = new Set<Kind>(["is", "figure", "keep", "riseTo", "fallTo", "meets", "higher", "lower"]);
const STARTS = new Set<Kind>(["comma", "stop", "open", "own", "time"]);

/** 孕产妇死亡1例，死亡率16.04/10万: what the row's own name ends with is the row again. */
function isItsMeasure(text: string, { things, sure, doubt }: State): boolean {
  const [thing, ...more] = things ?? [];
  // 覆盖率达到100%；2022年|覆盖率为65.22%: as open as it was.
  const isSame = doubt === "which" && thing !== undefined && text === "覆盖率" && more.length === 0;
  if (isSame) return "options" in thing && thing.options.every(({ name }) => name.endsWith(text));
  if (!/^(?:..)率$/u.test(text) || !sure || doubt !== null || more.length > 0 || thing === undefined)
    return false;
  return "options" in thing && thing.options.every(({ name }) => name.endsWith(text));
}

/** 残疾儿童康复救助人数…，年均|救助381人: what is counted each year is what the row counts. */
function isItsVerb(text: string, before: Token | undefined, { things, sure }: State): boolean {
  const [thing, ...more] = things ?? [];
  if (before?.kind !== "yearly" && before?.kind !== "total") return false;
  if (!sure || more.length > 0 || thing === undefined || !("options" in thing)) return false;
  return text.length > 1 && thing.options.every(({ name }) => name.includes(text));
}

/** 人均预期寿命方面，全区|妇女: whose the row is, where its name left that out. */
function isWhose(text: string, { things, doubt }: State): boolean {
  const [thing, ...more] = things ?? [];
  if (doubt !== "whose" || more.length > 0 || thing === undefined || !("options" in thing)) return false;
  return (
    /^(?:妇女|女性|女童|儿童|孕产妇)$/u.test(text) && thing.options.every(({ name }) => name.startsWith(text))
  );
}

/** Leaves no doubt about the row where a word says whose it is. */
function toldWhose(text: string, state: State): boolean {
  const isTold = isWhose(text, state);
  if (isTold) Object.assign(state, { sure: true, certain: true, doubt: null, loose: "" });
  return isTold;
}

const TOLD = new Set<Kind>(["subject", "time", "rise", "fall", "keep"]);

/** 得到有效遏制: how the row fared, and nothing else. */
const FARED =
  /^(?:[两二三四]次|工作|水平|得到|取得|实现|有了?|有所|持续|不断|进一步|继续|稳步|明显|有效|显著|较好|较大|良好|积极|新|仍|需要?|亟待|值得|引起)*(?:遏制|控制|改善|巩固|好转|优化|成效|进展|突破|向好|关注|加强|见效|凸显|突出|显现|加快|推进|夯实|稳固|承压|稳定|理想|合理(?:区间|范围|水平)|[高低]位(?:运行)?|最[快慢大小]|明显)$|^(?:首次)?[纳列]入(?:了)?(?:监测|统计)(?:范围)?$/u;

/** What is counted is of a subject that has no name. */
const OF_SOME = { things: "some", nature: null, total: null } as const;

const GIVES_ALERT = new RegExp(`^(?:被|连续|一并|同时|继续|首次|[两二三]项)*${GIVEN.source}`, "u");

/** 被列|为橙色预警, 评定|为 */
const IS_MADE = /^(?:被|仍被|连续|再次|首次|一并|同时)*(?:列|划|评|判定|认定|确定|归)$/u;

/** 2025年|因届中调整|提高到30.17%: why it went so. */
const CAUSE = /^(?:主要)?(?:因|因为|由于|随着|得益于|受益于)(?!素)/u;

/** Unknown words: the name of another measure is another subject; others leave the subject in doubt. */
function loose(state: State, { text }: Token, before: Token | undefined, after: Token | undefined): void {
  // 本领域共5项指标: of the one just named, or of one that nobody knows.
  // 该|领域
  if (/^领域(?:内|中|的)?$/u.test(text) && state.tally?.domain != null) return;
  if (/^(?:本|该|这一|此)领域(?:内|中|的)?$/u.test(text)) {
    if (state.tally?.domain == null) state.tally = { ...OF_SOME, domain: null };
    return;
  }
  // 比全部就业人员中女性比例低: than what is named behind words nobody knows.
  if (/[比较]$/u.test(text) && after?.kind !== "open") state.strangeBase = true;
  if (state.spelt || after?.kind === "subject" || after?.kind === "events") return;
  // 孕产妇死亡率列入橙色预警: still of the row.
  if (after?.kind === "alert" && GIVES_ALERT.test(text)) return;
  if (after?.kind === "is" && IS_MADE.test(text)) return;
  if (CAUSE.test(text) && sayNothingElse(text)) return;
  if (isItsMeasure(text, state) || isItsVerb(text, before, state)) return;
  if (toldWhose(text, state)) return;
  // 甲、乙等四项|服务类|指标分别为…
  if (after?.kind === "items" && before?.kind === "figure" && /类$/u.test(text)) return;
  const isBehind = before !== undefined && TOLD.has(before.kind);
  if (isBehind && (after === undefined || after.kind === "comma") && FARED.test(text)) return;
  if (before?.kind === "subject" && after !== undefined && TELLING.has(after.kind) && areIdle(text)) return;
  state.loose += text;
  if (state.undated) state.years = [...new Set([...state.years, state.period.year])];
  const begins = before === undefined || STARTS.has(before.kind);
  const isOther = endInMeasure(text) && (begins || after?.kind !== "comma");
  // 大专以上学历党员占比为48.73%: another share than the one named.
  const isShare = after?.kind === "is" && after.text.startsWith("占");
  if (isOther || isShare) subject(state, null, false);
  else if (state.things !== null && state.things.length > 0) {
    state.trailing = state.figured && before?.kind !== "of" && (state.sure || state.trailing);
    state.sure = false;
    // 六年级为53.6%: whatever that is.
    if (begins && text.length > 1 && after !== undefined && TELLING.has(after.kind)) state.doubt = "other";
  }
  // 重点项目的量化任务6项
  if (/任务$/u.test(text) && state.tally?.things === "projects")
    state.tally = { ...state.tally, things: "tasks" };
  if (begins && !LEFT_OUT.test(text)) state.tally = null;
}

/** 除监测不判定的9项外: of the same whole. */
const LEFT_OUT =
  /^(?:除了?|剔除|扣除|去除|去掉|除去|不含|不计|外|以外|之外|在?(?:可判定|可评价|参评|有(?:明确|数值|定量)目标))$/u;

/**
 * 孕产妇死亡率在低位波动，; 突破6万人大关，: what the clause says of the row that it names, or of the figure that it told,
 * leaves what follows with the row.
 */
function isRemark({ sure, named, figured, trailing, doubt, certain, loose: words }: State): boolean {
  const isAside = (named && !figured) || trailing;
  return !sure && certain && isAside && doubt === null && sayNothingElse(words);
}

/** Moves past one token. */
export function step(at: number, tokens: readonly Token[], { state }: Composing): number {
  const token = tokens[at];
  if (token !== undefined) STEPS[token.kind]?.(state, token, tokens[at - 1], tokens[at + 1], tokens[at - 2]);
  return at + 1;
}
