import { describe, expect, test } from "vitest";
import { figures, HEAD, told, type Rows } from "../layout.js";

const rows = (sign: string, ...notes: readonly string[]): Rows => [
  [...HEAD, "2024年", "2025年"],
  ["C20", `学前教育普惠率${sign}`, "%", 91.2, 92.45],
  ["C08", "3岁以下儿童系统管理率", "%", 94.36, 94.72],
  ...notes.map((note) => [note]),
];
const READ = ["C20 2024:91.2 2025:92.45", "C08 2024:94.36 2025:94.72"];
const UNBORNE = "warning data/unborne-marks";

describe("what a note says of a sign is said of what bears it, and of nothing else", () => {
  test.each([
    ["②", "注：①2025年为1—9月数；②已核实。"],
    ["②", "①2025年为全市法院数"],
    ["②", "①数据为全市数"],
    ["[2]", "[1]2025年为预计数"],
    ["※", "*2025年为1—9月数"],
    ["注2", "注1：2025年为上半年数"],
    ["", "* 为全市数"],
    ["", "▲为预计数"],
    ["", "带△的为全市数"],
  ])("%s is borne, and the note begins %s", (sign, note) => {
    const table = rows(sign, note, ...(sign === "②" && !note.includes("②") ? ["②已核实"] : []));
    const noted = /^(?:\[2\]|※|注2)$/u.test(sign) ? [...table, [`${sign}为年报数`]] : table;
    expect(figures(noted, ["C20", "C08"])).toEqual(READ);
    expect(told(noted)).toContain(`${UNBORNE} A4`);
    expect(told(noted, { file: "a.csv" })).toContain(`${UNBORNE} A4`);
  });

  test.each(["带★的为约束性指标", "*：数据由区教委提供", "注：①数据由区教委提供；②已核实", "△表示增加"])(
    "%s says nothing of whose figures they are",
    (note) => {
      expect(figures(rows("", note), ["C20", "C08"])).toEqual(READ);
      expect(told(rows("", note))).not.toContain(`${UNBORNE} A4`);
    },
  );

  test("where no sign of its kind is borne ① only counts the notes, and is said of the table", () => {
    const table = rows("", "注：①2025年为1—9月数；②由区教委提供。");
    expect(figures(table, ["C20", "C08"])).toEqual(["C20 2024:91.2", "C08 2024:94.36"]);
    expect(told(table)).toEqual(["warning data/noted-column E1"]);
  });

  test("a sign that another table of the sheet bears is no one's to miss here", () => {
    const table = [
      [...HEAD, "2024年", "2025年"],
      ["C20", "学前教育普惠率①", "%", 91.2, 92.45],
      ["①由区教委提供"],
      [],
      [...HEAD, "2024年", "2025年"],
      ["C08", "3岁以下儿童系统管理率②", "%", 94.36, 94.72],
      ["②由区卫生健康委提供；①为全市数"],
    ];
    expect(told(table)).not.toContain(`${UNBORNE} A7`);
  });
});
