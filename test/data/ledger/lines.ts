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
    ...more,
  };
}
