import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BYTE_ORDER_MARK, LEDGER_HEAD, ledgerLine } from "../../../src/data/ledger/columns.js";
import type { LedgerEntry } from "../../../src/data/ledger/entry.js";
import { parseLedger } from "../../../src/data/ledger/parse.js";
import { decimal } from "../../../src/terms/decimal.js";
import { line } from "./lines.js";

const entries: readonly LedgerEntry[] = [
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

function text(lines = entries.map((entry, index) => ledgerLine(entry, index + 1))): string {
  return `${BYTE_ORDER_MARK}${[LEDGER_HEAD, ...lines].join("\r\n")}\r\n`;
}

function read(content: string | Buffer): { codes: string[]; count: number } {
  const { entries: found, issues } = parseLedger("监测数据库.csv", Buffer.from(content));
  return {
    codes: issues.map(({ code, where }) => `${code} ${where?.line ?? ""}`.trim()),
    count: found.length,
  };
}

test("what was written is read, each kind of line", () => {
  expect(parseLedger("监测数据库.csv", Buffer.from(text()))).toEqual({ entries, issues: [] });
});

test("line ends that git or an editor made plain are no damage", () => {
  expect(read(text().replaceAll("\r\n", "\n")).codes).toEqual([]);
  expect(read(text().trimEnd()).codes).toEqual([]);
});

describe("a ledger that was changed by hand is told with the line", () => {
  test("a figure", () => {
    expect(read(text().replace("63.2", "62.3"))).toEqual({ codes: ["ledger/changed-line 2"], count: 4 });
  });

  test("a line taken out, and two swapped", () => {
    const lines = text().split("\r\n");
    expect(read(lines.toSpliced(2, 1).join("\r\n")).codes).toEqual(["ledger/out-of-sequence 3"]);
    const swapped = [...lines.slice(0, 2), lines[3], lines[2], ...lines.slice(4)].join("\r\n");
    expect(read(swapped).codes.length).toBeGreaterThan(0);
  });

  test("its head, its encoding, its last line cut off", () => {
    expect(read(text().replace("编号", "代码"))).toEqual({ codes: ["ledger/head 1"], count: 0 });
    expect(read(text().slice(1))).toEqual({ codes: ["ledger/head 1"], count: 0 });
    expect(read(Buffer.from("bce0b2e2cafdbedd", "hex"))).toEqual({ codes: ["ledger/not-utf8 1"], count: 0 });
    expect(read(text().slice(0, -20)).codes).toEqual(["ledger/changed-line 6"]);
  });

  test("whatever single character is changed, no line is read otherwise than it was written", () => {
    const whole = text();
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.constantFrom("0", "7", ",", '"', "x", "'", "\\"),
        (at, sign) => {
          const { entries: found } = parseLedger(
            "监测数据库.csv",
            Buffer.from(whole.slice(0, at) + sign + whole.slice(at + 1)),
          );
          for (const each of found) expect(entries).toContainEqual(each);
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });
});
