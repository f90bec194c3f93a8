import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outdatedEchoes, withoutEchoes, type FolderSeries } from "../../../src/forms/collect/echo.js";
import { judge } from "../../../src/forms/collect/judge.js";
import type { LedgerEntry } from "../../../src/data/ledger/entry.js";
import { ledgerRecordOf } from "../../../src/data/ledger/record.js";
import { standingOf } from "../../../src/data/ledger/standing.js";
import type { Imprint } from "../../../src/forms/write/imprint.js";
import { decimal } from "../../../src/terms/decimal.js";
import { line } from "../../data/ledger/lines.js";

/** A form of `year` with its 本年数 and the 上年数 that stands on it. */
interface Form {
  entries: LedgerEntry[];
  shown: LedgerEntry[];
  unanswered: ReadonlySet<string>;
  imprint: Imprint | null;
}

function form(
  year: number,
  figures: { now?: number; before?: number },
  {
    file = `卫健${year}.xlsx`,
    reporter = "区卫生健康委",
    printed,
  }: { file?: string; reporter?: string; printed?: number } = {},
): Form {
  const at = (cell: string) => ({ file, sheet: "年度填报", cell });
  const common = { reporter, sha256: file, formYear: year };
  const { now, before } = figures;
  const previous = new Map(printed === undefined ? [] : [["W05a", decimal(printed)]]);
  return {
    imprint: printed === undefined ? null : { previous, base: new Map() },
    unanswered: new Set(now === undefined ? ["W05a"] : []),
    entries: now === undefined ? [] : [line(now, { ...common, year, source: at("H4") })],
    shown: before === undefined ? [] : [line(before, { ...common, year: year - 1, source: at("G4") })],
  };
}

/** What each run of forms does to the ledger, one after another. */
function collected(runs: readonly (readonly Form[])[], folder: FolderSeries = {}) {
  let ledger: LedgerEntry[] = [];
  const codes: string[] = [];
  for (const run of runs) {
    const { reports, echoes, issues } = withoutEchoes(run, {
      recorded: ledger,
      folder,
      hasHistory: (id, before) =>
        ledger.some((each) => each.id === id && each.year < before) ||
        (folder[id] ?? []).some(({ year }) => year < before),
    });
    const { fresh, disputes } = judge(ledger, reports, new Set());
    ledger = [...ledger, ...fresh];
    codes.push(...issues.map(({ code, where }) => `${code} ${where?.cell ?? ""}`));
    codes.push(...disputes.map(({ issue }) => issue.code));
    codes.push(
      ...outdatedEchoes(echoes, ledger, folder).map(({ code, where }) => `${code} ${where?.cell ?? ""}`),
    );
  }
  const { observations, revisions } = standingOf(ledgerRecordOf(ledger));
  return {
    ledger,
    lines: ledger.map(({ year, formYear, value }) => `${year}(${formYear}):${value?.toFixed() ?? ""}`),
    values: observations.map(({ year, value }) => `${year}:${value.toFixed()}`).sort(),
    revisions: revisions.map(({ old, new: now }) => `${old.display}→${now.display}`),
    codes,
  };
}

const last = form(2024, { now: 61.234 });
const at2025 = { file: "卫健2025.xlsx", sheet: "年度填报", cell: "G4" };

describe("last year's figure on a form that comes back", () => {
  test.each([61.234, 61.23, 61.2])(
    "is no report where it is the record's, to whatever digits: %s",
    (shown) => {
      const { lines, codes } = collected([[last], [form(2025, { now: 63.2, before: shown })]]);
      expect([lines, codes]).toEqual([["2024(2024):61.234", "2025(2025):63.2"], []]);
    },
  );

  test("is none either where only a workbook of the data folder has it", () => {
    const { observations } = standingOf(ledgerRecordOf(last.entries));
    const { lines } = collected([[form(2025, { now: 63.2, before: 61.23 })]], { W05a: observations });
    expect(lines).toEqual(["2025(2025):63.2"]);
  });

  test("that differs is a revision, and both are kept", () => {
    const { lines, revisions } = collected([[last], [form(2025, { now: 63.2, before: 60.9 })]]);
    expect(lines).toEqual(["2024(2024):61.234", "2025(2025):63.2", "2024(2025):60.9"]);
    expect(revisions).toEqual(["61.234→60.9"]);
  });

  test("with digits the record has not is more than the form showed", () => {
    const { values, revisions } = collected([[last], [form(2025, { now: 63.2, before: 61.2341 })]]);
    expect([values, revisions]).toEqual([["2024:61.2341", "2025:63.2"], []]);
  });

  test("is a figure like any other where nothing is recorded", () => {
    expect(collected([[form(2025, { now: 63.2, before: 61.2 })]]).values).toEqual(["2024:61.2", "2025:63.2"]);
  });

  test("is not put back where it was corrected after the form had gone out, and that is told", () => {
    const corrected = form(2024, { now: 61.9 }, { file: "卫健2024（改）.xlsx" });
    const { values, codes } = collected([[last], [corrected], [form(2025, { now: 63.2, before: 61.23 })]]);
    expect(values).toEqual(["2024:61.9", "2025:63.2"]);
    expect(codes).toEqual(["ledger/outdated-echo G4"]);
  });

  test("a reporter that wrote another one into its form may take that back", () => {
    const first = form(2025, { now: 63.2, before: 60.9 }, { file: "一.xlsx" });
    const second = form(2025, { now: 63.2, before: 61 }, { file: "二.xlsx" });
    const third = form(2025, { now: 63.2, before: 60.9 }, { file: "三.xlsx" });
    expect(collected([[first], [second], [third]]).values).toEqual(["2024:60.9", "2025:63.2"]);
  });
});

describe("a 上年数 that is not what the form showed", () => {
  test("is one matter where a whole column of them is another", () => {
    const shown = ["W04", "W05a", "W07"].map((id, at) =>
      line(60 + at, { id, year: 2024, formYear: 2025, source: { ...at2025, cell: `G${12 - at}` } }),
    );
    const imprint = { previous: new Map(shown.map(({ id }) => [id, decimal(50)])), base: new Map() };
    const run = (unanswered: ReadonlySet<string>) =>
      withoutEchoes([{ entries: [], shown, unanswered, imprint }], {
        recorded: [],
        folder: {},
        hasHistory: () => true,
      });
    const [held, other] = run(new Set(["W04", "W05a", "W07"])).issues;
    expect(other).toBeUndefined();
    expect(held?.code).toBe("ledger/previous-held");
    expect(held?.message).toContain("G10—G12有3个上年数与印发的不同，本年数却都空着");
    expect(held?.cells.map(({ cell }) => cell)).toEqual(["G10", "G11", "G12"]);
    const changed = run(new Set());
    expect(changed.issues.map(({ code }) => code)).toEqual(["ledger/previous-changed"]);
    expect(changed.reports).toHaveLength(3);
  });

  test("is taken for a correction, and asked about: it may be this year's figure", () => {
    const { codes, values } = collected([[last], [form(2025, { now: 63.2, before: 60.9 })]]);
    expect([codes, values]).toEqual([["ledger/previous-changed G4"], ["2024:60.9", "2025:63.2"]]);
  });

  test("is not taken where this year's figure is blank, whether the form showed a figure or none", () => {
    expect(collected([[last], [form(2025, { before: 60.9 })]])).toMatchObject({
      codes: ["ledger/previous-held G4"],
      values: ["2024:61.234"],
    });
    const long = form(2022, { now: 61.234 });
    expect(collected([[long], [form(2025, { before: 60.9 })]])).toMatchObject({
      codes: ["ledger/previous-held G4"],
      values: ["2022:61.234"],
    });
  });

  test("is not taken there either where it rounds to what the form showed", () => {
    const short = form(2024, { now: 99.9 });
    for (const printed of [99.9, undefined]) {
      const sent = form(2025, { before: 99.94 }, printed === undefined ? {} : { printed });
      expect(collected([[short], [sent]])).toMatchObject({
        codes: ["ledger/previous-held G4"],
        values: ["2024:99.9"],
      });
    }
    const answered = form(2025, { now: 99.95, before: 99.94 }, { printed: 99.9 });
    expect(collected([[short], [answered]]).codes).toEqual(["ledger/previous-changed G4"]);
    const fewer = form(2025, { before: 61.2 }, { printed: 61.234 });
    expect(collected([[last], [fewer]])).toMatchObject({ codes: [], values: ["2024:61.234"] });
  });

  test("is asked about again until it is right, and is not where the reporter says why", () => {
    const changed = form(2025, { now: 63.2, before: 60.9 });
    expect(collected([[last], [changed], [changed]]).codes).toHaveLength(2);
    const shown = changed.shown.map((each) => ({ ...each, remark: "更正2024年数" }));
    expect(collected([[last], [{ ...changed, shown }]]).codes).toEqual([]);
  });

  test("is no change where nobody knew anything of the row before", () => {
    expect(collected([[form(2025, { now: 63.2, before: 61.2 })]]).codes).toEqual([]);
  });
});

describe("a form that says what it went out with", () => {
  const printed = (now: number | undefined, before: number) =>
    form(2025, now === undefined ? { before } : { now, before }, { printed: 60.9 });

  test("has not changed what is that still, whatever the record says", () => {
    expect(collected([[last], [printed(63.2, 60.9)]])).toMatchObject({
      codes: ["ledger/outdated-echo G4"],
      values: ["2024:61.234", "2025:63.2"],
    });
    expect(collected([[last], [printed(undefined, 60.9)]]).codes).toEqual(["ledger/outdated-echo G4"]);
  });

  test("does not bring another folder's figures, and that is told", () => {
    expect(collected([[printed(63.2, 60.9)]])).toMatchObject({
      codes: ["ledger/printed-elsewhere G4"],
      values: ["2025:63.2"],
    });
  });

  test("has changed what is another figure, be it the record's", () => {
    expect(collected([[last], [printed(63.2, 61.5)]])).toMatchObject({
      codes: ["ledger/previous-changed G4"],
      values: ["2024:61.5", "2025:63.2"],
    });
    expect(collected([[printed(63.2, 61.5)]]).codes).toEqual(["ledger/previous-changed G4"]);
    expect(collected([[printed(undefined, 61.5)]]).codes).toEqual(["ledger/previous-held G4"]);
  });
});

test(
  "whatever the order and the runs, forms that do not contradict give the same latest figures",
  { tags: ["patience"] },
  () => {
    const years = [2022, 2023, 2024, 2025];
    // 61.2 is what a form shows of 61.24; 60.9 is another figure.
    const figure = fc.constantFrom(60.9, 61.2, 61.24);
    const reporters = ["区卫生健康委", "区妇联"];
    fc.assert(
      fc.property(
        fc.tuple(...years.map(() => fc.record({ now: figure, before: figure }))),
        fc.shuffledSubarray([...Array(8).keys()], { minLength: 8, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (told, order, cuts) => {
          const forms = told.flatMap((figures, at) =>
            reporters.map((reporter) =>
              form(years[at] ?? 0, figures, { reporter, file: `${reporter}${at}.xlsx` }),
            ),
          );
          const runs: Form[][] = [[]];
          for (const [place, index] of order.entries()) {
            if (cuts[place]) runs.push([]);
            runs.at(-1)?.push(...forms.slice(index, index + 1));
          }
          const shuffled = collected(runs);
          expect(shuffled.values).toEqual(collected([forms]).values);
          // Who collects a later form first is asked about the 上年数 it changes.
          expect(shuffled.codes.filter((code) => !code.startsWith("ledger/previous-changed"))).toEqual([]);
          expect(collected([...runs, ...runs]).lines).toEqual(shuffled.lines);
        },
      ),
      { numRuns: 200 },
    );
  },
);
