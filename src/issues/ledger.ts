import { define } from "./definition.js";

/** What is to be done about a ledger that is not as it was left. */
const RESTORE =
  "监测数据库不能手工修改：请用 report collect --restore 从备份恢复；数据有误的，请单位重报后再采集";

/** A field's text as a finding names it. */
function told(text: string): string {
  return text === "" ? "空白" : `“${text}”`;
}

/** What a form showed before it went out. */
function printed(old: string | null): string {
  return old === null ? "原来没有印数" : `原印${old}`;
}

/** A 上年数 that a form showed, and what counts now; "" for nothing. */
export interface EchoTold {
  id: string;
  shown: string;
  now: string;
}

/** 上年数 that are not what the form went out with; of several the cells stand in one column. */
export interface PreviousTold {
  figures: readonly { indicator: string; old: string | null; shown: string }[];
  cells: readonly string[];
  year: number;
}

/** G5—G20有15 */
function previousSpan({ figures, cells }: PreviousTold): string {
  return `${cells[0]}—${cells.at(-1)}有${figures.length}`;
}

/** W11 原印99.91，现为99.92；W12 原来没有印数，现为5等 */
function previousText({ figures }: PreviousTold): string {
  const told = figures
    .slice(0, MOST_EXAMPLES)
    .map(({ indicator, old, shown }) => `${indicator}${printed(old)}，现为${shown}`);
  return told.join("；") + (figures.length > told.length ? "等" : "");
}

/** More examples than this are read by nobody. */
const MOST_EXAMPLES = 3;

/** W04 2024年94.1（现为94.3）、W05a 2024年61.2（现为61.9）等 */
function echoesText(figures: readonly EchoTold[], year: number): string {
  const told = figures
    .slice(0, MOST_EXAMPLES)
    .map(({ id, shown, now }) => `${id} ${year}年${shown}${now === "" ? "" : `（现为${now}）`}`);
  return told.join("、") + (figures.length > told.length ? "等" : "");
}

/** “年度填报”是2024年度，“填报说明”是2025年度 */
function yearsText(said: readonly { table: string; year: number }[]): string {
  return said.map(({ table, year }) => `“${table}”是${year}年度`).join("，");
}

/** A figure of a workbook, and what the ledger has instead; null where it has a reason for none. */
export interface DifferingTold {
  indicator: string;
  year: number;
  group: string;
  shown: string;
  recorded: { display: string; cell: string } | null;
}

function differingText({ indicator, year, group, shown, recorded }: DifferingTold): string {
  const instead = recorded === null ? "是缺报" : `是${recorded.display}（${recorded.cell}）`;
  return `${indicator} ${year}年${group}为${shown}，监测数据库中${instead}`;
}

/** WP01、WP02、WP03等5个项目 */
function listed(ids: readonly string[], what: string): string {
  const told = ids.slice(0, MOST_EXAMPLES).join("、");
  return ids.length > MOST_EXAMPLES ? `${told}等${ids.length}${what}` : `${told} `;
}

const COLLECT_OR_MEND =
  "以本表为准时请用 report collect 采集本文件；以数据库为准时请改正本表，或把它移出数据文件夹";

function span(first: number, last: number): string {
  return first === last ? String(first) : `${first}—${last}`;
}

/** Findings in the monitoring database and in what is collected into it. */
export const LEDGER_ISSUES = {
  "ledger/accepted-elsewhere": define<{
    indicator: string;
    year: number;
    group: string;
    shown: string;
    accepted: string;
  }>(
    "note",
    ({ indicator, year, group, shown, accepted }) =>
      `${indicator} ${year}年${group}报${shown}，已按 --accept 采用${accepted}，本数记为“未采用”`,
  ),
  "ledger/account-unsaid": define<{ table: string; ids: readonly string[] }>(
    "warning",
    ({ table, ids }) =>
      `“${table}”有${ids.length}项已经开展，却没有写情况：${ids.slice(0, MOST_EXAMPLES).join("、")}${ids.length > MOST_EXAMPLES ? "等" : ""}`,
    () => "请写做了什么、成效如何，一两句话；不写“同上”“见附件”，这些话照印在报告里",
  ),
  "ledger/another": define<{ name: string }>(
    "error",
    ({ name }) => `与最近一次采集后的备份（${name}）接不上：放在这里的是另一份或较早的监测数据库`,
    () => RESTORE,
  ),
  "ledger/broken-chain": define<object>(
    "error",
    () => "本行完好，却与前一行接不上：前面的行被换过",
    () => RESTORE,
  ),
  "ledger/changed-cell": define<{ name: string; was: string; now: string; more: number }>(
    "error",
    ({ name, was, now, more }) =>
      `${name}原为${told(was)}，现为${told(now)}，本行未读取${more > 0 ? `；该列这样的改动共${more}处` : ""}`,
    () => RESTORE,
  ),
  "ledger/changed-line": define<object>(
    "error",
    () => "本行与采集时写入的不一致，未读取",
    () => RESTORE,
  ),
  "ledger/changed-lines": define<{ count: number }>(
    "error",
    ({ count }) => `与采集时写入的不一致的共${count}行，均未读取`,
    () => RESTORE,
  ),
  "ledger/collected-before": define<{ of: number; year: number }>(
    "warning",
    ({ of }) => `这是${of}年度的填报表，以前已经采集过，没有新的内容`,
    ({ year }) =>
      `误当${year}年度的表交来的，请填报单位用${year}年度的表重报；不是的，把它移出要采集的文件夹`,
  ),
  "ledger/conflict": define<{
    indicator: string;
    year: number;
    group: string;
    first: { display: string; cell: string };
    second: { display: string; cell: string };
    /** Workbooks that can be accepted. */
    files: readonly string[];
  }>(
    "error",
    ({ indicator, year, group, first, second }) =>
      `${indicator} ${year}年${group}有两个不同的数：${first.cell}为${first.display}，${second.cell}为${second.display}，新报的数均未入库`,
    ({ files }) =>
      `请核实后用 --accept 指明以哪个文件为准：${files.map((file) => `--accept "${file}"`).join(" 或 ")}`,
  ),
  "ledger/differs": define<{ figures: readonly DifferingTold[]; cells: readonly string[] }>(
    "error",
    ({ figures, cells }) => {
      const examples = figures.slice(0, MOST_EXAMPLES).map(differingText).join("；");
      if (figures.length === 1) return `${examples}，按数据库计算`;
      return `${cells[0]}—${cells.at(-1)}有${figures.length}个数与监测数据库不同，按数据库计算，如${examples}`;
    },
    () => COLLECT_OR_MEND,
  ),
  "ledger/copy": define<{ csv: boolean }>(
    "warning",
    () => "这是监测数据库的副本，未读取",
    ({ csv }) =>
      csv
        ? "是备份的请移出数据文件夹；要以它为准的，请把文件名改回“监测数据库.csv”"
        : "请移出数据文件夹；“监测数据库.csv”不见了或改坏了的，请用 report collect --restore 从备份恢复",
  ),
  "ledger/elsewhere": define<object>(
    "warning",
    () => "监测数据库不在数据文件夹的最上层，未读取",
    () => "是备份的请移出数据文件夹；应当使用它的，请直接放在数据文件夹下",
  ),
  "ledger/gone": define<{ lines: number; copies: boolean }>(
    "error",
    ({ lines, copies }) =>
      copies ? "监测数据库不见了，旁边的备份还在" : `监测数据库连同备份不见了，最近一次采集后有${lines}行`,
    ({ copies }) =>
      `${copies ? "请用 report collect --restore 列出备份并恢复" : "请从另存的地方拷回“监测数据库.csv”和“监测数据库”文件夹"}；确要从头开始的，请先把“监测数据库”文件夹移到别处`,
  ),
  "ledger/groups-blank": define<{ name: string; table: string; names: readonly string[] }>(
    "warning",
    ({ name, table, names }) =>
      `${name}在“${table}”中有${names.length}个没有填数：${names.slice(0, MOST_EXAMPLES).join("、")}${names.length > MOST_EXAMPLES ? "等" : ""}`,
    () => "请逐个填上；没有数据的，请在备注中写明原因",
  ),
  "ledger/head": define<{ missing: readonly string[]; extra: readonly string[]; isHead: boolean }>(
    "error",
    ({ missing, extra, isHead }) => {
      const told = [
        missing.length === 0 ? "" : `少了“${missing.join("”“")}”`,
        extra.length === 0 ? "" : `多了“${extra.join("”“")}”`,
      ].filter((text) => text !== "");
      if (!isHead) return "第一行不是监测数据库的表头，整个文件未读取";
      return `监测数据库的表头改过（${told.length === 0 ? "列的次序不同" : told.join("，")}），整个文件未读取`;
    },
    ({ isHead }) => (isHead ? RESTORE : `${RESTORE}；不是监测数据库的文件请改名`),
  ),
  "ledger/left-blank": define<{ year: number; figures: readonly { indicator: string; display: string }[] }>(
    "warning",
    ({ year, figures }) => {
      const told = figures
        .slice(0, MOST_EXAMPLES)
        .map(({ indicator, display }) => `${indicator}为${display}`);
      return `有${figures.length}项${year}年以前报过数，这次空着，仍用以前报的：${told.join("、")}${figures.length > told.length ? "等" : ""}`;
    },
    () => "数没有变的请照原数填上；撤回的请选择缺报原因",
  ),
  "ledger/no-copies": define<object>(
    "note",
    () => "旁边没有备份，末尾少了行也看不出来",
    () => "“监测数据库”文件夹要同“监测数据库.csv”放在一起；下次采集时补上备份",
  ),
  "ledger/no-list": define<{ reason: string }>(
    "warning",
    ({ reason }) => `监测数据库的备份打不开：${reason}`,
    () => "请检查该文件夹的访问权限",
  ),
  // The code keeps the word unit for a reporter.
  "ledger/no-unit": define<{ named: readonly string[] }>(
    "warning",
    ({ named }) =>
      named.length > 1
        ? `表中写着${named.length}个填报单位：${named.join("、")}，分不清哪些数是谁填的，按文件名记录`
        : "看不出是哪个单位填报的，按文件名记录",
    ({ named }) =>
      named.length > 1
        ? "请一个单位一个文件，分别报送"
        : "请在表上方写“填报单位：”和单位名称，或在文件名中写明单位",
  ),
  "ledger/other-unit": define<{ reporter: string; others: readonly string[]; by: "named" | "rows" }>(
    "warning",
    ({ reporter, others, by }) =>
      by === "named"
        ? `按“${reporter}”填报记录，表中却还写着“${others.join("、")}”`
        : `按“${reporter}”填报记录，填的指标却都是“${others.join("、")}”负责的`,
    () => "请核实是哪个单位填报的：改正“填报单位”和文件名后重新采集；属实的不必改",
  ),
  "ledger/measure-differs": define<{ measures: readonly string[]; year: number }>(
    "error",
    ({ measures, year }) =>
      `${listed(measures, "项措施")}${year}年的落实状态或落实情况与监测数据库不一致，按数据库计算`,
    () => COLLECT_OR_MEND,
  ),
  "ledger/not-collected": define<{ count: number }>(
    "warning",
    ({ count }) => `有${count}个数监测数据库中没有，暂按本表计算`,
    () => "请用 report collect 采集本文件，使修订有据可查",
  ),
  "ledger/not-text": define<{ reason: string }>(
    "error",
    ({ reason }) => `监测数据库${reason}，整个文件未读取`,
    () => RESTORE,
  ),
  "ledger/out-of-order": define<{ count: number }>(
    "error",
    ({ count }) => `有${count}行与前一行接不上：行的次序被改过（如按某一列排序），或有行被换过、抽掉`,
    () => RESTORE,
  ),
  "ledger/out-of-sequence": define<{ number: number; expected: number }>(
    "error",
    ({ number, expected }) =>
      number > expected
        ? `本行序号是${number}，前面少了${number - expected}行（序号${span(expected, number - 1)}）`
        : `本行序号是${number}，应为${expected}：有行被移动或重复`,
    () => RESTORE,
  ),
  "ledger/other-year": define<{ of: number; year: number }>(
    "error",
    ({ of, year }) => `这是${of}年度的填报表，本次收的是${year}年度的，整份没有入库`,
    ({ of, year }) => `请填报单位用${year}年度的表重报；确是补报、更正${of}年度的，用 --year ${of} 单独采集`,
  ),
  "ledger/years-mixed": define<{ of: number; years: readonly number[] }>(
    "error",
    ({ of, years }) =>
      `这是${of}年度的填报表，一起交来的还有${years
        .filter((year) => year !== of)
        .map((year) => `${year}年度`)
        .join("、")}的，看不出收的是哪一年的，整份没有入库`,
    ({ of }) => `一次收一年的：收${of}年度的，用 --year ${of} 采集`,
  ),
  "ledger/outdated-echo": define<{ figures: readonly EchoTold[]; year: number }>(
    "warning",
    ({ figures, year }) =>
      `有${figures.length}个上年数是更正前的旧数，没有入库：${echoesText(figures, year)}`,
    ({ year }) => `填报表印发后这些数已更正，不必退回；确要改回旧数的，请填报单位重报${year}年度填报表`,
  ),
  "ledger/previous-changed": define<PreviousTold>(
    "warning",
    (told) => {
      const [only, other] = told.figures;
      if (only === undefined || other !== undefined)
        return `${previousSpan(told)}个上年数与印发的不同，按更正${told.year}年的数入库：${previousText(told)}`;
      return `${only.indicator} ${told.year}年的上年数${printed(only.old)}，改成了${only.shown}，按更正${told.year}年的数入库`;
    },
    ({ year }) => `请核实：是${year + 1}年的数的，请填入本年数；确是更正的，请在备注中写明原因`,
  ),
  "ledger/previous-held": define<PreviousTold>(
    "warning",
    (told) => {
      const [only, other] = told.figures;
      if (only === undefined || other !== undefined)
        return `${previousSpan(told)}个上年数与印发的不同，本年数却都空着，没有入库：${previousText(told)}`;
      return `${only.indicator}的本年数空着，${told.year}年的上年数${printed(only.old)}，改成了${only.shown}，没有入库`;
    },
    ({ year }) =>
      `是${year + 1}年的数的，请移到本年数；确是更正${year}年的，请同时填写本年数或缺报原因，并在备注中写明`,
  ),
  "ledger/previous-remarked": define<{ indicator: string; year: number; said: string; shown: string | null }>(
    "warning",
    ({ indicator, year, said, shown }) =>
      `${indicator}的备注说“${said}”，${year}年的上年数${shown === null ? "空着" : `仍是${shown}`}，备注中的数没有入库`,
    ({ year }) =>
      `确要更正${year}年的数的，请在“审阅”中撤销工作表保护，改正上年数，并在备注中写明原因；不是的，请改写备注`,
  ),
  "ledger/printed-elsewhere": define<{ figures: readonly EchoTold[]; year: number }>(
    "warning",
    ({ figures, year }) =>
      `有${figures.length}个上年数是印发时带出的，本数据文件夹中却没有，没有入库：${echoesText(figures, year)}`,
    ({ year }) =>
      `这份表是用另一个数据文件夹印的：请核对 --data；确要采集到这里的，请把${year}年的工作簿也放进这个数据文件夹`,
  ),
  "ledger/project-differs": define<{ projects: readonly string[]; year: number }>(
    "error",
    ({ projects, year }) =>
      `${listed(projects, "个项目")}${year}年的进展状态或完成数与监测数据库不一致，按数据库计算`,
    () => COLLECT_OR_MEND,
  ),
  "ledger/reason-unsaid": define<{ indicator: string }>(
    "warning",
    ({ indicator }) => `${indicator}的缺报原因是“其他”，备注没有写明`,
    () => "请在备注中写明为什么没有数据",
  ),
  "ledger/rewritten": define<{ dropped: boolean }>(
    "warning",
    ({ dropped }) =>
      `监测数据库${dropped ? "的“连环码”一列被删掉了" : "被别的程序（如 Excel）另存过"}，内容没有改变，照常读取`,
    () => "查看时请不要保存；下次采集时恢复原来的格式",
  ),
  "ledger/shorter": define<{ lines: number; were: number; name: string }>(
    "error",
    ({ lines, were, name }) =>
      `只有${lines}行，最近一次采集后有${were}行：末尾少了${were - lines}行，或者放回的是较早的备份（对照${name}）`,
    () => RESTORE,
  ),
  "ledger/target-typed-over": define<{ indicator: string; target: string; shown: string }>(
    "warning",
    ({ indicator, target, shown }) =>
      `${indicator}的规划目标${target === "" ? "原来没有印数" : `原印“${target}”`}，改成了${shown}，没有入库`,
    () => "规划目标由程序带出，不用填：是本年的数，请移到本年数；规划目标有误的，请在备注中写明",
  ),
  "ledger/unchained": define<object>(
    "note",
    () => "监测数据库是0.1.0版的格式，照常读取，但末尾少了行看不出来",
    () => "下次采集时改成新格式，原文件留在备份里",
  ),
  "ledger/unit-differs": define<{ id: string; recorded: string; unit: string }>(
    "error",
    ({ id, recorded, unit }) =>
      `${id}入库时的计量单位是“${recorded}”，规划文件现为“${unit}”，该指标的数均未读取`,
    () => "请核对规划文件的 unit；确已更改计量单位的，请另编指标编号",
  ),
  "ledger/unknown-id": define<{ id: string; count: number }>(
    "warning",
    ({ id, count }) => `监测数据库中有${count}行“${id}”的数据，规划中没有这个编号，未读取`,
    () => "请核对规划文件中的编号",
  ),
  "ledger/unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `监测数据库读不出来：${reason}`,
    () => "请关闭打开它的程序，并确认有读取权限；文件已损坏的用 report collect --restore 恢复",
  ),
  "ledger/withdrawn": define<{
    indicator: string;
    year: number;
    reason: string;
    old: { display: string; cell: string };
  }>(
    "warning",
    ({ indicator, year, reason, old }) =>
      `${indicator} ${year}年原报${old.display}（${old.cell}），后改为缺报${reason === "" ? "" : `（${reason}）`}`,
    () => "请与填报单位核实",
  ),
  "ledger/years-contradict": define<{ said: readonly { table: string; year: number }[] }>(
    "error",
    ({ said }) => `这份表里写的年度互相矛盾：${yearsText(said)}，看不出是哪一年的数，整份没有入库`,
    () => "请填报单位核对：用错了表的，请用正确年度的表重报；只是写错了年度的，请改成一致再报",
  ),
} as const;
