import {
  BYTE_ORDER_MARK,
  FIRST_SEAL,
  LEDGER_HEAD,
  LEDGER_HEADS,
  LINE_END,
  ledgerLine,
} from "../../../src/data/ledger/columns.js";
import { encodeLine } from "../../../src/data/ledger/csv-line.js";
import { decimal } from "../../../src/terms/decimal.js";
import type { LedgerEntry } from "../../../src/data/ledger/entry.js";

/** A line of W05a for 2025 as 区卫生健康委 reported it, with what a test wants otherwise. */
export function line(value: number | null, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const year = more.year ?? 2025;
  const file = more.source?.file ?? `${more.reporter ?? "区卫生健康委"}${more.formYear ?? year}.xlsx`;
  return {
    kind: value === null ? "缺报" : "数值",
    id: "W05a",
    name: "适龄妇女宫颈癌人群筛查率",
    year,
    grouping: "",
    group: "",
    value: value === null ? null : decimal(value),
    unit: "%",
    numerator: null,
    denominator: null,
    reason: value === null ? "未开展" : "",
    remark: "",
    reporter: "区卫生健康委",
    dataSource: "",
    source: { file, sheet: "年度填报", cell: "H4" },
    display: value === null ? "—" : String(value),
    formYear: year,
    time: "2026-05-20T09:30:00+08:00",
    sha256: file,
    project: null,
    measure: null,
    ...more,
  };
}

/** A ledger of `entries` as the program writes it. */
export function ledgerText(entries: readonly LedgerEntry[]): string {
  let before = FIRST_SEAL;
  const lines = entries.map((entry, index) => {
    const { text, seal } = ledgerLine(entry, index + 1, before);
    before = seal;
    return text;
  });
  return textOf([LEDGER_HEAD, ...lines]);
}

/** The same as version 0.1.0 wrote it. */
export function oldLedgerText(entries: readonly LedgerEntry[]): string {
  const lines = entries.map((entry, index) => ledgerLine(entry, index + 1, "").text.replace(/,[^,]*$/u, ""));
  return textOf([encodeLine(LEDGER_HEADS.single), ...lines]);
}

export function textOf(lines: readonly string[]): string {
  return `${BYTE_ORDER_MARK}${lines.map((each) => each + LINE_END).join("")}`;
}

/** Something of every kind. */
export const EVERY_KIND: readonly LedgerEntry[] = [
  line(63.2, {
    numerator: { value: decimal(632), cell: "I4" },
    denominator: { value: decimal(1000), cell: "J4" },
  }),
  line(null, { id: "W09", remark: "三年一次，\n下次2026年" }),
  line(4.5, { kind: "分组", id: "C07", grouping: "镇街", group: "中山路街道" }),
  line(61, { kind: "未采用" }),
  line(null, {
    kind: "进展",
    id: "WP09",
    project: {
      status: "推进中",
      quantity: "照护中心",
      goal: decimal(2),
      done: decimal(1),
      progress: "=建成1所",
      problems: "",
      nextPlan: "",
    },
  }),
];
