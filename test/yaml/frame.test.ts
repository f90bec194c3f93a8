import fc from "fast-check";
import { displayWidth } from "../../src/terminal/display-width.js";
import { describe, expect, it } from "vitest";
import { frameOf } from "../../src/yaml/frame.js";

/** Display column of the caret, and of the letter it should stand under. */
function caretColumn(text: string): number {
  const line = text.split("\n").find((each) => each.trimEnd().endsWith("^")) ?? "";
  return displayWidth(line) - 1;
}

function pointedLine(text: string): string {
  return text.split("\n").find((each) => each.startsWith(">")) ?? "";
}

describe("frameOf", () => {
  it("shows the lines around the place with their numbers", () => {
    expect(frameOf("a: 1\nb: 2\nc: 3\nd: 4\ne: 5", 3, 1)).toBe(
      ["  1 │ a: 1", "  2 │ b: 2", "> 3 │ c: 3", "    │ ^", "  4 │ d: 4"].join("\n"),
    );
  });

  it("sets the caret by display width: a Chinese character takes two columns", () => {
    const shown = frameOf("名称: 妇女 nmae: x", 1, 8);
    expect(shown).toBe(`> 1 │ 名称: 妇女 nmae: x\n    │ ${" ".repeat(11)}^`);
  });

  it("keeps the gutter straight where line numbers gain a digit", () => {
    const text = Array.from({ length: 12 }, (_, index) => `k${index}: 1`).join("\n");
    const lines = frameOf(text, 10, 1).split("\n");
    expect(new Set(lines.map((line) => displayWidth(line.slice(0, line.indexOf("│")))))).toEqual(
      new Set([5]),
    );
  });

  it("cuts a long line around the place and keeps the caret under it", () => {
    const long = `content: ${"推进".repeat(200)}X${"项目".repeat(200)}`;
    const shown = frameOf(long, 1, long.indexOf("X") + 1);
    const line = pointedLine(shown);
    expect(displayWidth(line)).toBeLessThan(110);
    expect(caretColumn(shown)).toBe(displayWidth(line.slice(0, line.indexOf("X"))));
  });

  it("lets no control character of the file reach the terminal", () => {
    const shown = frameOf("a: \u001b[31mred\u0007", 1, 1);
    expect(shown).not.toContain("\u001b");
    expect(shown).not.toContain("\u0007");
  });

  it("counts lines as editors do, whatever ends them", () => {
    expect(frameOf("a: 1\r\nb: 2\r\nc: 3", 2, 1)).toContain("> 2 │ b: 2");
  });

  it("never throws and always points into the line shown", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", " ", "妇", "：", "‰", "\t", "—", "\u0000") });
    fc.assert(
      fc.property(letters, fc.nat(80), (line, at) => {
        const column = Math.min(at, line.length) + 1;
        const shown = frameOf(`头\n${line}\n尾`, 2, column);
        expect(caretColumn(shown)).toBeLessThanOrEqual(displayWidth("> 2 │ ") + 96);
      }),
    );
  });
});
