import { define } from "./definition.js";
import { defineFault } from "./yaml.js";

/** Findings in plan files. */
export const PLAN_ISSUES = {
  "plan/band-upside-down": define<object>(
    "error",
    () => "平衡范围的下限不小于上限",
    () => "请检查 low 和 high",
  ),
  "plan/bad-format": defineFault("bad-format"),
  "plan/baseline-out-of-range": define<{ what: string }>(
    "error",
    ({ what }) => `${what}超出指标的取值范围`,
    ({ what }) => `请核对${what}，或用 range 写明取值范围`,
  ),
  "plan/baseline-too-late": define<{ what: string; year: number }>(
    "error",
    ({ what, year }) => `${what}的年份${year}在规划期内`,
    ({ what }) => `${what}应早于规划期首年`,
  ),
  "plan/comparator-internal": define<{ id: string }>(
    "error",
    ({ id }) => `作对照的“${id}”标为内部（internal），公开版中这一行无从比较`,
    () => "请把这一行也标为 internal: true，或去掉对照指标的标记",
  ),
  "plan/comparator-without-figure": define<{ id: string }>(
    "error",
    ({ id }) => `作对照的“${id}”没有自己的数`,
    () => "请改为另一个不含分项的指标",
  ),
  "plan/confirmed-nobody": define<object>(
    "error",
    () => "责任单位标为已核实，却没有写单位",
    () => "请写单位名称，或改为 confirmed: false",
  ),
  "plan/duplicate-id": define<{ id: string }>(
    "error",
    ({ id }) => `编号“${id}”重复`,
    () => "每个编号在一份规划文件里只能用一次",
  ),
  "plan/duplicate-key": define<{ key: string }>(
    "error",
    ({ key }) => `键“${key}”写了两次`,
    () => "请只保留一处",
  ),
  "plan/empty-domain": define<{ name: string }>(
    "error",
    ({ name }) => `领域“${name}”没有指标`,
    () => "请删除该领域，或检查指标的 domain",
  ),
  "plan/empty-target": define<{ text: string }>(
    "error",
    ({ text }) => `目标“${text}”在取值范围内永远达到，可能方向写反了`,
    () => "请检查 kind、目标值和 range",
  ),
  "plan/empty-value": defineFault("empty-value"),
  "plan/id-of-another-plan": define<{ id: string; other: string }>(
    "error",
    ({ id, other }) => `编号“${id}”在“${other}”中已经用了`,
    () => "同一文件夹里的规划不能共用编号：请改编号，或把规划放在不同的文件夹",
  ),
  "plan/ids-out-of-order": define<{ id: string; before: string }>(
    "error",
    ({ id, before }) => `编号“${id}”排在“${before}”之后，顺序不对`,
    () => "请按规划的顺序排列",
  ),
  "plan/joined-units": define<{ name: string }>(
    "error",
    ({ name }) => `“${name}”把几个单位写在了一起`,
    () => "请一个单位写一项，用半角逗号分开",
  ),
  "plan/long-topic": define<{ topic: string; rows: number; most: number }>(
    "error",
    ({ topic, rows }) => `专题“${topic}”有${rows}项指标，一段话说不完`,
    ({ most }) => `一个专题不超过${most}项指标，请分成几个专题`,
  ),
  "plan/missing-key": defineFault("missing-key"),
  "plan/name-clash": define<{ name: string; holder: string }>(
    "error",
    ({ name, holder }) => `名称“${name}”与“${holder}”的名称或别名相同`,
    () => "工作簿按名称找指标，名称和别名不能重复",
  ),
  "plan/negative-tolerance": define<object>("error", () => "容差不能小于0"),
  "plan/not-a-choice": defineFault("not-a-choice"),
  "plan/not-a-plan": define<object>(
    "error",
    () => "文件里没有规划的内容",
    () => "规划文件由“键: 值”组成，请参照 plans 文件夹中的规划文件",
  ),
  "plan/not-utf8": define<object>(
    "error",
    () => "从这里起有不是文字的字节：文件不是 UTF-8 编码，或者已损坏",
    () => "请用“记事本”打开，另存为时编码选 UTF-8；打开是乱码的，请重新拷贝原文件",
  ),
  "plan/number-out-of-order": define<{ number: number; expected: number }>(
    "error",
    ({ number, expected }) => `序号${number}不连续，这里应为${expected}`,
    () => "请检查是否漏了一项，或序号写错",
  ),
  "plan/out-of-limits": defineFault("out-of-limits"),
  "plan/pace-order": define<object>(
    "error",
    () => "进度比的分界不对",
    () => "onTrack 应大于 slow，两者都在0和1之间",
  ),
  "plan/period-order": define<object>(
    "error",
    () => "规划期的年份不对",
    () => "基期年应早于首年，首年应早于末年",
  ),
  "plan/plausible-too-narrow": define<{ noun: string; figure: string }>(
    "error",
    ({ noun, figure }) => `合理范围不包括${noun}${figure}`,
    () => "合理范围宜宽，应包括目标值、基期数和历年可能的数；请检查 plausible 和小数点",
  ),
  "plan/plausible-upside-down": define<object>(
    "error",
    () => "合理范围的下限不小于上限",
    () => "请写成 plausible: [最小, 最大]",
  ),
  "plan/row-in-two-topics": define<{ id: string; topic: string }>(
    "error",
    ({ id, topic }) => `指标“${id}”已列入专题“${topic}”`,
    () => "一个指标只列入一个专题",
  ),
  "plan/row-without-topic": define<{ id: string }>(
    "error",
    ({ id }) => `指标“${id}”没有列入专题`,
    () => "写了 topics 的，每个指标都要列入一个专题",
  ),
  "plan/severity-fixed": define<{ code: string }>(
    "error",
    ({ code }) => `“${code}”的级别不能另设`,
    () =>
      "数据错误和规划、版式、文字材料的问题级别固定；数据提醒和说明（data/…）可以设为 error、warning 或 note",
  ),
  "plan/site-count": define<{ named: number; expected: number }>(
    "error",
    ({ named, expected }) => `sites 列出${named}个，这里写着${expected}个`,
    () => "请核对 sites 的名单和 expected",
  ),
  "plan/site-twice": define<{ name: string }>(
    "error",
    ({ name }) => `“${name}”写了两次`,
    () => "每个名称只写一次",
  ),
  "plan/single-part": define<object>(
    "error",
    () => "只有一个分项",
    () => "分项至少两个；只有一个数据的指标不写 parts",
  ),
  "plan/syntax": define<{ reason: string }>("error", ({ reason }) => reason),
  "plan/too-few-decimals": define<{ needed: number }>(
    "error",
    ({ needed }) => `显示的小数位数不够，目标值、基期数或上一规划期末数有${needed}位小数`,
    ({ needed }) => `请改为 decimals: ${needed} 或更多`,
  ),
  "plan/too-large": define<{ limit: string; noun: string }>(
    "error",
    ({ limit, noun }) => `文件超过${limit}，不像${noun}`,
    () => "请检查是否放错了文件",
  ),
  "plan/too-many-aliases": define<object>(
    "error",
    () => "引用（*）展开得太多",
    () => "请把内容直接写出来",
  ),
  "plan/topic-clash": define<{ topic: string }>(
    "error",
    ({ topic }) => `有两个专题叫“${topic}”`,
    () => "请改其中一个的名称",
  ),
  "plan/topic-of-two-domains": define<{ id: string; topic: string }>(
    "error",
    ({ id, topic }) => `指标“${id}”与专题“${topic}”的其他指标不在一个领域`,
    () => "一个专题的指标应属同一领域",
  ),
  "plan/unknown-alias": define<{ alias: string }>(
    "error",
    ({ alias }) => `引用“*${alias}”没有对应的“&${alias}”`,
    () => "以“*”开头的文字请加半角双引号",
  ),
  "plan/unknown-key": defineFault("unknown-key"),
  "plan/higher-target": define<{ text: string; kind: string }>(
    "error",
    ({ text, kind }) => `上级目标“${text}”（${kind}）没有写明数值，无法按它评价`,
    () => "targets 中只写有数值的目标，如 { kind: atLeast, text: ≥95, value: 95 }；没有数值的不写",
  ),
  "plan/unreachable-target": define<{ text: string }>(
    "error",
    ({ text }) => `目标“${text}”超出取值范围，永远达不到`,
    () => "请检查 kind 和目标值；可以超过100%的指标请写 range: { max: null }",
  ),
  "plan/unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `文件读不出来（${reason}）`,
    () => "请检查文件是否被占用、有没有读取权限",
  ),
  "plan/unresolved-link": define<{ noun: string; id: string; nearest: string | null }>(
    "error",
    ({ noun, id }) => `没有编号为“${id}”的${noun}`,
    ({ nearest }) => (nearest === null ? "请检查编号" : `是否要写“${nearest}”？`),
  ),
  "plan/unused-series": define<{ id: string; row: string }>(
    "error",
    ({ id, row }) => `指标“${row}”没有用到辅助指标“${id}”`,
    () => "请检查该指标的目标，或删除辅助指标",
  ),
  "plan/verdict-order": define<object>(
    "error",
    () => "总体评价的各档应从高到低，末档从0起",
    () => "请检查 method.verdict 的 from",
  ),
  "plan/wording-disagrees": define<{ text: string; kind: string; readAs: readonly string[] }>(
    "error",
    ({ text, kind }) => `目标文字“${text}”与写明的“${kind}”不符`,
    ({ kind, readAs }) =>
      readAs.length === 0
        ? "目标文字中没有这个目标值：请对照原文核对 text 和目标值"
        : readAs.includes(kind)
          ? "kind 相同，其他键不同：请核对目标值；只有方向的核对 mode（逐年 everyYear，逐步、稳步、巩固 noBackslide，明显 marked）"
          : `文字读作：${readAs.join("、")}；请核对 kind、目标值和其他键`,
  ),
  "plan/wording-unit": define<{ text: string; named: string; unit: string }>(
    "error",
    ({ text, named, unit }) =>
      `目标文字“${text}”的单位是“${named}”，${unit === "" ? "指标没有写计量单位" : `指标的计量单位是“${unit}”`}`,
    () => "请对照原文核对 unit；目标文字照录原文，unit 写成与它一致的",
  ),
  "plan/wording-unknown": define<{ text: string; kind: string }>(
    "warning",
    ({ text, kind }) => `看不懂目标文字“${text}”，按写明的“${kind}”计算`,
    () => "请对照原文核对 kind 和目标值；无误的不必改",
  ),
  "plan/wrong-type": defineFault("wrong-type"),
} as const;
