import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/workbook/sheet.js";
import { codes, testFolder } from "../folder.js";
import { rowOf, xlsx, type PackageOptions } from "./package.js";

const folder = testFolder();

/** The cells of a sheet whose first row holds `cells`, by address. */
async function read(cells: string, options: PackageOptions = {}): Promise<Record<string, Cell>> {
  const result = await folder.read(xlsx({ sheet: rowOf(cells), ...options }));
  expect(codes(result).filter((code) => code !== "workbook/date-1904")).toEqual([]);
  const all = result.sheets[0]?.rows.flatMap((row) => row.cells) ?? [];
  return Object.fromEntries(all.map((cell) => [cell.address, cell]));
}

/** Styles with one cell format per number format code, from index 1. */
function formats(...codes: string[]): string {
  const escaped = codes.map((code) => code.replaceAll("&", "&amp;").replaceAll('"', "&quot;"));
  const list = escaped.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`);
  const uses = codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`);
  return `<numFmts>${list.join("")}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${uses.join("")}</cellXfs>`;
}

describe("values", () => {
  it("reads numbers as the file has them", async () => {
    const cells = await read(
      '<c r="A1"><v>94.12</v></c><c r="B1" t="n"><v>1.25E-2</v></c><c r="C1"><v>-0</v></c><c r="D1"><v>0.30000000000000004</v></c>',
    );
    expect(cells["A1"]).toMatchObject({ content: { type: "number", value: 94.12 }, display: "94.12" });
    expect(cells["B1"]).toMatchObject({ content: { type: "number", value: 0.0125 }, display: "0.0125" });
    expect(cells["C1"]).toMatchObject({ content: { type: "number", value: 0 }, display: "0" });
    expect(cells["D1"]?.display).toBe("0.3");
  });

  it("reads what is no number in a number's place as text", async () => {
    expect((await read('<c r="A1"><v>1,5</v></c>'))["A1"]?.content).toEqual({ type: "text", text: "1,5" });
  });

  it("takes no spelling of a number but those that programs write", async () => {
    for (const value of ["0x10", "0b1", "Infinity", "1_000", "１２", "1e", ""]) {
      const [cell] = Object.values(await read(`<c r="A1"><v>${value}</v></c>`));
      expect(cell?.content.type ?? "text").toBe("text");
    }
    expect((await read('<c r="A1"><v> 94.12\n</v></c>'))["A1"]?.content).toEqual({
      type: "number",
      value: 94.12,
    });
  });

  it("reads truth values and errors", async () => {
    const cells = await read('<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#DIV/0!</v></c>');
    expect(cells["A1"]).toMatchObject({ content: { type: "boolean", value: true }, display: "TRUE" });
    expect(cells["B1"]).toMatchObject({ content: { type: "error", code: "#DIV/0!" }, display: "#DIV/0!" });
  });

  it("leaves empty cells out, but not those that hold a space", async () => {
    const cells = await read(
      '<c r="A1" s="1"/><c r="B1"><v></v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> </t></is></c><c r="D1" t="s"><v>0</v></c>',
      { strings: "<si><t/></si>" },
    );
    expect(Object.keys(cells)).toEqual(["C1"]);
    expect(cells["C1"]?.display).toBe(" ");
  });
});

describe("texts", () => {
  it("joins rich text and leaves out phonetic guides", async () => {
    const rich = '<r><rPr><b/></rPr><t>永川</t></r><r><t xml:space="preserve"> 区</t></r>';
    const guide = '<rPh sb="0" eb="2"><t>ヨウセン</t></rPh>';
    const cells = await read(
      `<c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is>${rich}${guide}</is></c>`,
      { strings: `<si><t>其他</t></si><si>${rich}${guide}</si>` },
    );
    expect(cells["A1"]?.display).toBe("永川 区");
    expect(cells["B1"]?.display).toBe("永川 区");
  });

  it("keeps a raised digit raised: a footnote behind a figure is no part of it", async () => {
    const raised = '<r><rPr><vertAlign val="superscript"/></rPr><t>12</t></r>';
    const rich = `<r><t>34.1</t></r>${raised}<r><t>0</t></r>`;
    const cells = await read(
      `<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${rich}</is></c><c r="C1" t="inlineStr"><is>${raised}</is></c><c r="D1" t="inlineStr"><is><t>5</t></is></c>`,
      { strings: `<si>${rich}</si>` },
    );
    const shown = ["A1", "B1", "C1", "D1"].map((address) => cells[address]?.display);
    expect(shown).toEqual(["34.1¹²0", "34.1¹²0", "¹²", "5"]);
  });

  it("leaves struck-out runs out of what is read and keeps them beside it", async () => {
    const strike = "<rPr><strike/></rPr>";
    const rich = `<r>${strike.replace("<strike/>", "<b/><strike/>")}<t>382</t></r><r><rPr><sz val="11"/></rPr><t>398</t></r>`;
    const off = '<r><rPr><strike val="0"/></rPr><t>5</t></r><r><t>6</t></r>';
    const all = `<r>${strike}<t>旧</t></r><r>${strike}<t>名</t></r>`;
    const inline = (runs: string, at: string, style = 0) =>
      `<c r="${at}1" s="${style}" t="inlineStr"><is>${runs}</is></c>`;
    const cells = await read(
      `<c r="A1" t="s"><v>0</v></c>${inline(rich, "B")}${inline(off, "C")}${inline(all, "D")}` +
        `<c r="E1" s="1"><v>398</v></c>${inline("<t>398</t>", "F", 1)}${inline(rich, "G", 1)}${inline(off, "H", 1)}` +
        `<c r="I1" s="2"><v>398</v></c>`,
      {
        strings: `<si>${rich}</si>`,
        styles:
          '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><dxfs><dxf><font><strike/></font></dxf></dxfs>' +
          '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>',
      },
    );
    const told = Object.entries(cells).map(([at, { display, struck }]) => [at, display, struck]);
    expect(told).toEqual([
      ["A1", "398", { text: "382", whole: false }],
      ["B1", "398", { text: "382", whole: false }],
      ["C1", "56", null],
      ["D1", "旧名", { text: "旧名", whole: true }],
      ["E1", "398", { text: "398", whole: true }],
      ["F1", "398", { text: "398", whole: true }],
      // A run with a font of its own is not struck out by the cell's; one without is.
      ["G1", "398", { text: "382", whole: false }],
      ["H1", "5", { text: "6", whole: false }],
      ["I1", "398", null],
    ]);
  });

  it("keeps a lowered digit lowered", async () => {
    const lowered = '<r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r>';
    const cells = await read(`<c r="A1" t="inlineStr"><is><r><t>94.1</t></r>${lowered}</is></c>`);
    expect(cells["A1"]?.display).toBe("94.1₂");
  });

  it("tells a text that is longer than a cell can hold and reads the others", async () => {
    const inline = (length: number, at: string) =>
      `<c r="${at}1" t="inlineStr"><is><t>${"长".repeat(length)}</t></is></c>`;
    const result = await folder.read(
      xlsx({
        sheet: rowOf(
          `${inline(32_767, "A")}${inline(32_768, "B")}<c r="C1" t="s"><v>0</v></c><c r="D1"><v>1</v></c>`,
        ),
        strings: `<si><t>${"a".repeat(300_000)}</t></si>`,
      }),
    );
    expect(result.sheets[0]?.rows[0]?.cells.map(({ address }) => address)).toEqual(["A1", "D1"]);
    expect(result.issues).toMatchObject([{ code: "workbook/long-text", where: { cell: "B1" } }]);
    expect(result.issues[0]?.message).toContain("等2处");
  });

  it("counts a text as often as it is handed out", async () => {
    const times = (count: number) =>
      `<sheetData>${Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`).join("")}</sheetData>`;
    const strings = `<si><t>${"a".repeat(30_000)}</t></si>`;
    expect(codes(await folder.read(xlsx({ sheet: times(133), strings })))).toEqual([]);
    expect(codes(await folder.read(xlsx({ sheet: times(134), strings })))).toEqual(["workbook/too-many"]);
  });

  it("knows no name that only every object has", async () => {
    const names = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];
    const texts = names.map((name, at) => `<c r="${"ABCDE"[at]}1" t="inlineStr"><is><t>${name}</t></is></c>`);
    const elements = names
      .map((name) => `<${name} ${name}="1" r="A1" s="${name}">${name}</${name}>`)
      .join("");
    const cells = await read(texts.join(""), {
      sheet: `${elements}<sheetData ${names.map((name) => `${name}="1"`).join(" ")}><row r="1">${elements}${texts.join("")}<c r="F1" s="constructor"><v>1</v></c></row></sheetData>`,
      styles: `${elements}<cellXfs><xf numFmtId="constructor" fontId="__proto__"/></cellXfs>`,
    });
    expect(Object.values(cells).map(({ display }) => display)).toEqual([...names, "1"]);
    for (const name of names) {
      const read = await folder.read(xlsx({ sheet: rowOf(`<c r="A1" t="${name}"><v>1</v></c>`) }));
      expect(codes(read)).toEqual(["workbook/damaged"]);
    }
  });

  it("decodes what XML cannot hold", async () => {
    const cells = await read('<c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>A1</f><v>a_x000D_b</v></c>', {
      strings: "<si><t>_x005F_x0041_ &amp; _x0009_&#10;</t></si>",
    });
    expect(cells["A1"]?.display).toBe("_x0041_ & \t\n");
    expect(cells["B1"]?.display).toBe("a\rb");
  });

  it("refuses a workbook whose texts are gone, rather than showing their numbers", async () => {
    const lost = await folder.read(xlsx({ sheet: rowOf('<c r="A1" t="s"><v>3</v></c>') }));
    expect(codes(lost)).toEqual(["workbook/damaged"]);
  });
});

describe("formulas", () => {
  it("takes the cached result and says that a formula left it", async () => {
    const cells = await read(
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1"><f t="array" ref="C1:D1">X1:Y1*2</f><v>4</v></c><c r="D1"><v>5</v></c>',
    );
    expect(cells["A1"]).toMatchObject({
      formula: { row: 1, column: 1, text: "1+1" },
      content: { type: "number", value: 2 },
    });
    expect(cells["B1"]).toMatchObject({
      formula: { text: '"a"&"b"' },
      content: { type: "text", text: "ab" },
    });
    expect(cells["C1"]).toMatchObject({
      formula: { text: "X1:Y1*2" },
      content: { type: "number", value: 4 },
    });
    expect(cells["D1"]).toMatchObject({ formula: null, content: { type: "number", value: 5 } });
  });

  it("says when a formula was never calculated", async () => {
    const cells = await read('<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c>');
    expect(cells["A1"]).toMatchObject({
      formula: { text: "1+1" },
      content: { type: "uncalculated" },
      display: "",
    });
    expect(cells["B1"]?.content).toEqual({ type: "uncalculated" });
  });

  it("tells an empty result from no result", async () => {
    const cells = await read('<c r="A1" t="str"><f>IF(B1,1,"")</f><v></v></c>');
    expect(cells["A1"]?.content).toEqual({ type: "text", text: "" });
  });

  it("knows a formula that is shared with another cell", async () => {
    const cells = await read(
      '<c r="A1"><f t="shared" ref="A1:C1" si="0">A2/$A$3</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>',
    );
    expect(cells["B1"]).toMatchObject({
      formula: { row: 1, column: 1, text: "A2/$A$3" },
      content: { type: "number", value: 2 },
    });
  });

  it("keeps the beginning of a long formula, and no text of one for the cell's own", async () => {
    const cells = await read(
      `<c r="A1" t="inlineStr"><f>"${"甲".repeat(500)}"</f><is><t>甲</t></is></c><c r="B1"><f/><v>2</v></c>`,
    );
    expect(cells["A1"]).toMatchObject({ display: "甲", formula: { text: `"${"甲".repeat(79)}…` } });
    expect(cells["B1"]).toMatchObject({ formula: { text: "" }, display: "2" });
  });
});

describe("number formats", () => {
  it("shows a percent format as a person sees it", async () => {
    const cells = await read(
      '<c r="A1" s="1"><v>0.9412</v></c><c r="B1" s="2"><v>0.94125</v></c><c r="C1" s="3"><v>0.5</v></c>',
      { styles: formats("0.00%", "0%", "0.0##%") },
    );
    expect(cells["A1"]).toMatchObject({
      content: { type: "number", value: 0.9412 },
      display: "94.12%",
      shown: { power: 2, words: "%" },
    });
    expect(cells["B1"]?.display).toBe("94%");
    expect(cells["C1"]?.display).toBe("50.0%");
  });

  it("knows a time and a date from a number", async () => {
    const cells = await read(
      '<c r="A1" s="1"><v>8.5416666666666669E-2</v></c><c r="B1" s="2"><v>45797</v></c><c r="C1" s="3"><v>1.25</v></c><c r="D1" s="4"><v>45797.5</v></c>',
      { styles: formats("h:mm", 'yyyy"年"m"月"d"日"', "[h]:mm:ss", "yyyy/m/d h:mm") },
    );
    expect(cells["A1"]).toMatchObject({
      content: { type: "date", serial: 0.085416666666666669, clock: true },
      display: "2:03",
    });
    expect(cells["B1"]?.display).toBe("2025年5月20日");
    expect(cells["C1"]?.display).toBe("30:00:00");
    expect(cells["D1"]?.display).toBe("2025/5/20 12:00");
  });

  it("knows the formats that are built in, by number", async () => {
    const ids = [14, 20, 31, 58, 10, 49];
    const styles = `<cellXfs><xf/>${ids.map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs>`;
    const cells = await read(
      ids.map((_, index) => `<c r="${"ABCDEF"[index]}1" s="${index + 1}"><v>2</v></c>`).join(""),
      { styles },
    );
    expect(Object.values(cells).map((cell) => cell.content.type)).toEqual([
      ...["date", "date", "date", "date"],
      ...["number", "number"],
    ]);
    expect(cells["E1"]?.display).toBe("200.00%");
  });

  it("reads 1904 dates as 1900 ones and says so; a time of day is the same in both", async () => {
    const options = { styles: formats("yyyy-m-d", "h:mm"), workbook: '<workbookPr date1904="1"/>' };
    const sheet = rowOf('<c r="A1" s="1"><v>44335</v></c><c r="B1" s="2"><v>0.5</v></c>');
    const result = await folder.read(xlsx({ sheet, ...options }));
    expect(result.sheets[0]?.rows[0]?.cells.map((cell) => cell.display)).toEqual(["2025-5-20", "12:00"]);
    expect(codes(result)).toEqual(["workbook/date-1904"]);
  });

  it("hears of 1904 behind and before extensions of the workbook part, and from it alone", async () => {
    const extension = '<x15:workbookPr xmlns:x15="urn:x15" chartTrackingRefBase="1"/>';
    const other = '<extLst><ext xmlns="urn:other"><workbookPr date1904="0"/></ext></extLst>';
    const sheet = rowOf('<c r="A1" s="1"><v>44196</v></c>');
    const styles = formats("yyyy/m/d");
    for (const workbook of [
      `<workbookPr date1904="1"/>${extension}`,
      `${extension}<workbookPr date1904="true"/>${other}`,
    ]) {
      const result = await folder.read(xlsx({ sheet, styles, workbook }));
      expect(result.sheets[0]?.rows[0]?.cells[0]?.display).toBe("2025/1/1");
      expect(codes(result)).toEqual(["workbook/date-1904"]);
    }
    const result = await folder.read(
      xlsx({ sheet, styles, workbook: `<x15:workbookPr xmlns:x15="urn:x15" date1904="1"/>${other}` }),
    );
    expect(result.sheets[0]?.rows[0]?.cells[0]?.display).toBe("2020/12/31");
  });

  it("leaves durations as they are in workbooks of 1904", async () => {
    const cells = await read('<c r="A1" s="1"><v>1.25</v></c><c r="B1" s="2"><v>1.25</v></c>', {
      styles: formats("[h]:mm", "h:mm"),
      workbook: '<workbookPr date1904="1"/>',
    });
    expect([cells["A1"]?.display, cells["B1"]?.display]).toEqual(["30:00", "6:00"]);
  });

  it("shows no zeros in a sheet that is set so", async () => {
    const cells = await read("", {
      sheet: `<sheetViews><sheetView showZeros="0"/></sheetViews>${rowOf('<c r="A1"><v>0</v></c><c r="B1"><v>1</v></c>')}`,
    });
    expect(cells["A1"]).toMatchObject({ display: "", shown: { hidden: true } });
    expect(cells["B1"]).toMatchObject({ display: "1", shown: { hidden: false } });
  });

  it("reads ISO dates of strict workbooks", async () => {
    const cells = await read(
      '<c r="A1" t="d"><v>2025-05-20</v></c><c r="B1" t="d"><v>2025-05-20T12:00:00</v></c>',
    );
    expect(cells["A1"]?.content).toEqual({ type: "date", serial: 45797, clock: false });
    expect(cells["B1"]?.content).toEqual({ type: "date", serial: 45797.5, clock: false });
  });
});
