import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { openPdf, sheetsOf, type Run, type Sheet } from "../print/read-back.js";
import { testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

/** The pages a reader is asked to read, the cover leaf included. */
const MOST_PAGES = { annual: 40, midterm: 54, final: 54 };

const FEW_LINES = 8;
const MOST_THIN = 4;

/** Runs of text by the line they stand on, from the top; the watermark, which is set large, is none. */
function linesOf({ runs }: Sheet): Run[][] {
  const lines = new Map<number, Run[]>();
  for (const each of runs.filter(({ size }) => size < 40)) {
    const place = Math.round(each.y / 3);
    lines.set(place, [...(lines.get(place) ?? []), each]);
  }
  return [...lines.values()];
}

/** A reader of PDF takes the gaps of a line that is spaced out for spaces. */
const isSpacedOut = ({ text }: Run): boolean => /(?:\p{Script=Han} ){6}/u.test(text);

async function reportsOf(argv: readonly string[]): Promise<{ name: string; sheets: Sheet[] }[]> {
  const code = await run(
    [...argv, "--demo", "--format", "pdf", "--out", folder.out],
    silentSurroundings(process.env),
  );
  expect(code).toBe(0);
  const files = Object.entries(await folder.written()).filter(([name]) => name.endsWith(".pdf"));
  return Promise.all(
    files.map(async ([name, bytes]) => ({ name, sheets: await sheetsOf(await openPdf(bytes)) })),
  );
}

const MARGINS = { top: 105, bottom: 99 };
const LARGEST_HOLE = 1 / 3;

/** How much of an upright page is empty below its last line, as a share of the room for text. */
function holeOf({ runs, height }: Sheet): number {
  const lines = runs.filter(({ y, size }) => size < 40 && y > MARGINS.bottom - 5).map(({ y }) => y);
  return (Math.min(...lines) - MARGINS.bottom) / (height - MARGINS.top - MARGINS.bottom);
}

/** What stands at the top of a sheet, without its number and the watermark. */
const headOf = ({ text }: Sheet): string => text.replace(/—\d+—|示例数据/gu, "").slice(0, 20);

/** Whether the text goes on on the next sheet: that of the 摘要 does not, nor does what ends before an annex. */
const goesOn = (sheet: Sheet, next: Sheet | undefined): boolean =>
  sheet.width < sheet.height &&
  next?.width === sheet.width &&
  !headOf(sheet).startsWith("摘要") &&
  !headOf(next).startsWith("附件");

const REPORTS: readonly (readonly [keyof typeof MOST_PAGES, string[]])[] = [
  ["annual", ["2025"]],
  ["midterm", []],
  ["final", []],
];

describe.each(REPORTS)("the sample reports of report %s", (kind, more) => {
  it("are no longer than a reader has patience for, and have hardly a page of a few lines, a hole or a spaced-out line", async () => {
    const reports = await reportsOf([kind, ...more]);
    expect(reports).toHaveLength(2);
    for (const { name, sheets } of reports) {
      expect([name, sheets.length]).toEqual([name, Math.min(sheets.length, MOST_PAGES[kind])]);
      // The cover leaf, and pages of pictures, have few lines of their own.
      const thin = sheets.slice(2).filter((sheet) => linesOf(sheet).length < FEW_LINES);
      expect(thin.length).toBeLessThanOrEqual(MOST_THIN);
      const open = sheets.filter((sheet, at) => at > 2 && goesOn(sheet, sheets[at + 1]));
      expect(open.filter((sheet) => holeOf(sheet) > LARGEST_HOLE).map(({ text }) => text)).toEqual([]);
      const spaced = sheets.flatMap(({ runs }) => runs).filter(isSpacedOut);
      expect(spaced.map(({ text }) => text)).toEqual([]);
    }
  });
});
