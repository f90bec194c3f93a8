import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "../../../src/forms/collect/judge.js";
import type { LedgerEntry } from "../../../src/data/ledger/entry.js";
import { ledgerRecordOf } from "../../../src/data/ledger/record.js";
import { standingOf } from "../../../src/data/ledger/standing.js";
import { line } from "../../data/ledger/lines.js";

const NOBODY: ReadonlySet<string> = new Set();

/** What each run of files does to the ledger, one after another. */
function collected(runs: readonly (readonly LedgerEntry[])[], accepted = NOBODY) {
  let ledger: LedgerEntry[] = [];
  const codes: string[] = [];
  for (const run of runs) {
    const { fresh, disputes } = judge(ledger, run, accepted);
    ledger = [...ledger, ...fresh];
    codes.push(...disputes.map(({ issue, sources }) => `${issue.code} ${sources.length}`));
  }
  const values = standingOf(ledgerRecordOf(ledger)).observations.map(
    ({ year, value }) => `${year}:${value.toFixed()}`,
  );
  return { ledger, codes, values: values.sort() };
}

/** A figure in a workbook of its own. */
function sent(
  value: number | null,
  reporter: string,
  file: string,
  more: Partial<LedgerEntry> = {},
): LedgerEntry {
  return line(value, { reporter, sha256: file, source: { file, sheet: "年度填报", cell: "H4" }, ...more });
}

const health = sent(63.2, "区卫生健康委", "卫健.xlsx");
const women = sent(36.2, "区妇联", "妇联.xlsx");

describe("what enters the ledger", () => {
  test("the same file twice, or saved anew, adds nothing", () => {
    const resaved = { ...health, sha256: "另存", time: "2026-06-01T08:00:00+08:00" };
    expect(collected([[health], [health], [resaved]]).ledger).toEqual([health]);
  });

  test("a reporter that reports again corrects itself; what was there stays", () => {
    const corrected = sent(63.5, "区卫生健康委", "卫健（改）.xlsx");
    const { ledger, values, codes } = collected([[health], [corrected], [health, corrected]]);
    expect(ledger).toEqual([health, corrected]);
    expect([values, codes]).toEqual([["2025:63.5"], []]);
    expect(collected([[health], [corrected], [{ ...health, sha256: "又改回" }]]).values).toEqual([
      "2025:63.2",
    ]);
  });

  test("two reporters that agree to the digits shown both enter", () => {
    expect(collected([[health, sent(63.23, "区妇联", "妇联.xlsx")]])).toMatchObject({
      codes: [],
      values: ["2025:63.23"],
    });
  });
});

describe("two reporters that differ", () => {
  test("in one run: neither enters, the finding has both cells", () => {
    expect(collected([[health, women]])).toEqual({ ledger: [], codes: ["ledger/conflict 2"], values: [] });
  });

  test("one after the other: the second does not enter, whichever it is", () => {
    expect(collected([[health], [women]]).values).toEqual(["2025:63.2"]);
    expect(collected([[women], [health]]).values).toEqual(["2025:36.2"]);
    expect(collected([[women], [health]]).codes).toEqual(["ledger/conflict 2"]);
  });

  test("two workbooks of one reporter in one run: nobody knows which is the later", () => {
    const again = sent(63.5, "区卫生健康委", "卫健（改）.xlsx");
    expect(collected([[health, again]])).toMatchObject({ ledger: [], codes: ["ledger/conflict 2"] });
  });

  test("--accept says which; the other is kept, never counts, and is not asked about again", () => {
    const first = judge([], [health, women], new Set(["妇联.xlsx"]));
    expect(first.disputes.map(({ issue }) => issue.severity)).toEqual(["note"]);
    expect(first.fresh.map(({ kind, reporter }) => `${kind} ${reporter}`)).toEqual([
      "未采用 区卫生健康委",
      "数值 区妇联",
    ]);
    expect(standingOf(ledgerRecordOf(first.fresh)).observations.map(({ value }) => value.toFixed())).toEqual([
      "36.2",
    ]);
    expect(judge(first.fresh, [health, women], NOBODY)).toEqual({ fresh: [], disputes: [] });
  });

  test("--accept may change its mind, and may name what the ledger has already", () => {
    const once = judge([], [health, women], new Set(["妇联.xlsx"])).fresh;
    const twice = judge(once, [health, women], new Set(["卫健.xlsx"])).fresh;
    expect(
      standingOf(ledgerRecordOf([...once, ...twice])).observations.map(({ value }) => value.toFixed()),
    ).toEqual(["63.2"]);
    const kept = judge([health], [women], new Set(["卫健.xlsx"]));
    expect(kept.fresh.map(({ kind }) => kind)).toEqual(["未采用"]);
  });
});

test(
  "whatever the order and the runs, files that do not contradict give the same latest figures",
  { tags: ["patience"] },
  () => {
    const years = [2021, 2022, 2023, 2024];
    const form = fc.record({
      values: fc.tuple(...years.map(() => fc.integer({ min: 0, max: 3 }))),
    });
    const reporters = ["区卫生健康委", "区妇联"];
    fc.assert(
      fc.property(
        fc.array(form, { minLength: 4, maxLength: 4 }),
        fc.shuffledSubarray([...Array(8).keys()], { minLength: 8, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (forms, order, cuts) => {
          // One form a year, of all years up to its own; both reporters send it in, and agree.
          const files = forms.flatMap(({ values }, at) =>
            reporters.map((reporter) =>
              years.slice(0, at + 1).map((year, index) =>
                sent(values[index] ?? 0, reporter, `${reporter}${at}.xlsx`, {
                  year,
                  formYear: years[at] ?? 0,
                }),
              ),
            ),
          );
          const runs: LedgerEntry[][] = [[]];
          for (const [place, index] of order.entries()) {
            if (cuts[place]) runs.push([]);
            runs.at(-1)?.push(...(files[index] ?? []));
          }
          const shuffled = collected(runs);
          expect(shuffled.codes).toEqual([]);
          expect(shuffled.values).toEqual(collected([files.flat()]).values);
          expect(collected([...runs, ...runs]).ledger).toEqual(shuffled.ledger);
        },
      ),
      { numRuns: 150 },
    );
  },
);
