import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellStyle, LayoutCell, SheetLayout } from "../../../src/workbook/write/layout.js";
import { lineCount, rowHeights } from "../../../src/workbook/write/row-height.js";

function cell(text: string, style: CellStyle = "text", number: string | null = null): LayoutCell {
  return { text, number, format: "", style };
}

function heights(rows: readonly (readonly LayoutCell[])[], more: Partial<SheetLayout> = {}): number[] {
  return rowHeights({
    name: "",
    widths: [11, 21],
    rows: rows.map((cells) => ({ height: null, cells })),
    merges: [],
    frozen: { rows: 0, columns: 0 },
    print: { landscape: true, repeatRows: null, footer: "" },
    ...more,
  });
}

describe("lineCount", () => {
  it("counts a Chinese character and a Chinese mark as two", () => {
    expect([lineCount("孕产妇死亡率", 12), lineCount("孕产妇死亡率", 11)]).toEqual([1, 2]);
    expect([lineCount("“妇幼”", 8), lineCount("“妇幼”", 7)]).toEqual([1, 2]);
  });

  it("keeps a figure whole and a closing mark with what it closes", () => {
    expect(lineCount("达到94.12％", 8)).toBe(2);
    expect(lineCount("妇女儿童。", 8)).toBe(2);
    expect(lineCount("妇女儿童", 8)).toBe(1);
  });

  it("breaks what is longer than a line, and at every line break", () => {
    expect(lineCount("a".repeat(25), 10)).toBe(3);
    expect(lineCount("甲\n\n乙", 10)).toBe(3);
  });

  it("needs no fewer lines in less room, and none fewer for more text", () => {
    const text = fc.stringMatching(/^[永川“”（），。a9.%\n]{0,60}$/);
    const room = fc.integer({ min: 4, max: 40 });
    fc.assert(
      fc.property(text, text, room, (first, second, characters) => {
        const lines = lineCount(first, characters);
        expect(lineCount(first, characters + 40)).toBeLessThanOrEqual(lines);
        expect(lineCount(`${first}\n${second}`, characters)).toBe(lines + lineCount(second, characters));
      }),
    );
  });
});

describe("rowHeights", () => {
  it("fits the cell that needs most", () => {
    const [one, three] = heights([
      [cell("短"), cell("短")],
      [cell("一二三四五六七八九十一二三四五"), cell("短")],
    ]);
    expect(one).toBe(18);
    expect(three).toBe(45);
  });

  it("knows the width of merged cells and shares a height over merged rows", () => {
    const long = "一二三四五六七八九十";
    const across = { merges: [{ top: 1, left: 1, bottom: 1, right: 2 }] };
    expect(heights([[cell(long), cell("")]], across)).toEqual([18]);
    const down = { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] };
    expect(heights([[cell(long)], [cell("")]], down)).toEqual([18, 18]);
  });

  it("leaves a number on one line, whatever its text", () => {
    expect(heights([[cell("1234567890123", "number", "1234567890123")]])).toEqual([18]);
  });

  it("gives a title more than a note, keeps a height that is given, and stays below Excel's limit", () => {
    const [title = 0, note = 0] = heights([[cell("甲", "title")], [cell("甲", "note")]]);
    expect(title).toBeGreaterThan(note);
    expect(heights([], { rows: [{ height: 30, cells: [cell("甲")] }] })).toEqual([30]);
    expect(heights([[cell("甲\n".repeat(100))]])).toEqual([409]);
  });
});
