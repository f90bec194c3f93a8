import { constants, deflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { LIMITS, LIST_COLUMNS } from "../../../src/workbook/read/guard.js";
import { testFolder } from "../folder.js";
import { compoundFile } from "./compound-file.js";
import { packageEntries, rowOf, sheetsOf, xlsx, type PackageOptions } from "./package.js";
import { book, record, type BookOptions } from "./xls/biff.js";
import { zip, type ZipEntry } from "./zip.js";

const folder = testFolder();
const SHEET = "xl/worksheets/sheet1.xml";

interface Case {
  /** A file that goes so many beyond the limit: none or one. */
  file: (more: number) => Uint8Array;
  code: string;
  /** What the message must say, where one code stands for many limits. */
  told?: string;
  name?: string;
}

const times = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join("");
const xls = (options: BookOptions) => compoundFile({ Workbook: book(options) });
const one = '<c r="A1"><v>1</v></c>';

/** A sheet of so much text, packed loosely, so that it is not the ratio that is found fault with. */
function loose(sheet: string, options: PackageOptions = {}): Buffer {
  const entries = packageEntries({ ...options, sheet });
  const part = entries.find(({ name }) => name === SHEET)!;
  const packed = deflateRawSync(part.data, { strategy: constants.Z_HUFFMAN_ONLY });
  return zip([...entries.filter((entry) => entry !== part), { ...part, packed }]);
}

/** How often an expression is met in the parts of an empty workbook. */
function inOrdinary(sought: RegExp): number {
  return packageEntries({}).reduce((sum, { data }) => sum + [...String(data).matchAll(sought)].length, 0);
}

const bytesOfOrdinary = () => packageEntries({}).reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);

const picture = (size: number, packed: number): ZipEntry => ({
  name: "xl/media/1.png",
  data: "",
  packed: Buffer.alloc(packed),
  claims: { size },
});

const merges = (count: number, range: (at: number) => string) =>
  `${rowOf(one)}<mergeCells>${times(count, (at) => `<mergeCell ref="${range(at)}"/>`)}</mergeCells>`;

/** Formats of 250 characters, no two alike, each of them some cell's. */
function formatsOf(characters: number): string {
  const codes = Array.from({ length: Math.ceil(characters / 250) }, (_, at) =>
    String(at).padStart(Math.min(250, characters - at * 250), "0"),
  );
  const list = codes.map((code, at) => `<numFmt numFmtId="${at + 200}" formatCode="${code}"/>`).join("");
  const used = codes.map((_, at) => `<xf numFmtId="${at + 200}"/>`).join("");
  return `<numFmts>${list}</numFmts><cellXfs>${used}</cellXfs>`;
}

const label = (row: number, runs: number) =>
  record(0x204, [row, 2], [0, 2], [0, 2], [0, 2], [0x08, 1], [runs, 2], Buffer.alloc(runs * 4));
const formula = (row: number, column: number, tokens: number) =>
  record(
    ...([0x06, [row, 2], [column, 2], [0, 2], Buffer.alloc(8), [0, 2], [0, 4]] as const),
    ...([[tokens, 2], Buffer.alloc(tokens, 0x16)] as const),
  );

/** For each limit a file that reaches it. */
const AT: Readonly<Record<Exclude<keyof typeof LIMITS, "steps">, Case>> = {
  fileBytes: {
    file: (more) => Buffer.alloc(LIMITS.fileBytes + more),
    code: "workbook/file-too-large",
  },
  csvBytes: {
    file: (more) => Buffer.alloc(LIMITS.csvBytes + more, "a"),
    ...{ code: "workbook/file-too-large", name: "表.csv" },
  },
  csvFields: {
    file: (more) =>
      Buffer.from(`${`${",".repeat(500)}\n`.repeat(LIMITS.csvFields / 500)}${",".repeat(more)}`),
    ...{ code: "workbook/too-many", name: "表.csv" },
  },
  archiveEntries: {
    file(more) {
      const ordinary = packageEntries({});
      const left = LIMITS.archiveEntries - ordinary.length + more;
      return zip([...ordinary, ...Array.from({ length: left }, (_, at) => ({ name: `x/${at}`, data: "" }))]);
    },
    ...{ code: "workbook/damaged", told: "部件过多" },
  },
  relations: {
    file(more) {
      const named = "xl/_rels/workbook.xml.rels";
      return zip(
        packageEntries({}).map((entry) => {
          if (entry.name !== named) return entry;
          const left = LIMITS.relations - [...String(entry.data).matchAll(/<Relationship /gu)].length + more;
          const added = times(left, (at) => `<Relationship Id="n${at}" Type="x/image" Target="n${at}.png"/>`);
          return {
            ...entry,
            data: String(entry.data).replace("</Relationships>", `${added}</Relationships>`),
          };
        }),
      );
    },
    ...{ code: "workbook/damaged", told: "部件之间的关系过多" },
  },
  encryptionBytes: {
    file: (more) =>
      compoundFile({
        EncryptionInfo: Buffer.alloc(LIMITS.encryptionBytes + more),
        EncryptedPackage: Buffer.alloc(100),
      }),
    code: "workbook/damaged",
  },
  inflatedBytes: {
    file: (more) => loose(" ".repeat(LIMITS.inflatedBytes - bytesOfOrdinary() + more)),
    code: "workbook/inflates-too-far",
  },
  compressionRatio: {
    file: (more) => xlsx({ entries: [picture(20_000 * LIMITS.compressionRatio + more, 20_000)] }),
    code: "workbook/inflates-too-far",
  },
  ratioFromBytes: {
    file: (more) => xlsx({ entries: [picture(LIMITS.ratioFromBytes + more, 10)] }),
    code: "workbook/inflates-too-far",
  },
  xmlElements: {
    file: (more) => loose("<a/>".repeat(LIMITS.xmlElements - inOrdinary(/<\w/gu) + more)),
    code: "workbook/too-many",
  },
  xmlDepth: {
    file(more) {
      const depth = LIMITS.xmlDepth - 1 + more;
      return xlsx({ sheet: "<a>".repeat(depth) + "</a>".repeat(depth) });
    },
    ...{ code: "workbook/damaged", told: "嵌套" },
  },
  xmlAttributes: {
    file: (more) => xlsx({ sheet: `<a ${times(LIMITS.xmlAttributes + more, (at) => `a${at}="" `)}/>` }),
    ...{ code: "workbook/damaged", told: "属性" },
  },
  xmlAttributesInAll: {
    file(more) {
      const left = LIMITS.xmlAttributesInAll - inOrdinary(/\s(?!xmlns)[\w:]+="/gu) + more;
      const tag = (attributes: number) => `<b ${times(attributes, (at) => `a${at}="" `)}/>`;
      return loose(tag(100).repeat(Math.floor(left / 100)) + tag(left % 100));
    },
    ...{ code: "workbook/too-many", told: "属性" },
  },
  records: {
    // Beginning and end of the workbook and of its sheet, and where that begins.
    file: (more) => xls({ globals: [Buffer.alloc(4 * (LIMITS.records - 5 + more))], sheets: [[]] }),
    ...{ code: "workbook/too-many", told: "记录" },
  },
  sheets: {
    file: (more) => xlsx(sheetsOf(LIMITS.sheets + more)),
    ...{ code: "workbook/too-many", told: "工作表" },
  },
  cells: {
    file: (more) => Buffer.from(`${`${"1,".repeat(9)}1\n`.repeat(LIMITS.cells / 10)}${"1\n".repeat(more)}`),
    ...{ code: "workbook/too-many", name: "表.csv" },
  },
  cellsBeside: {
    file: (more) => {
      const wide = `${",".repeat(LIST_COLUMNS)}${"1,".repeat(99)}1`;
      return Buffer.from(Array.from({ length: LIMITS.cellsBeside / 100 + more }, () => wide).join("\n"));
    },
    ...{ code: "workbook/too-many", told: "第12列以后", name: "表.csv" },
  },
  merges: {
    file: (more) => xlsx({ sheet: merges(LIMITS.merges + more, (at) => `A${at + 2}:B${at + 2}`) }),
    ...{ code: "workbook/too-many", told: "合并" },
  },
  overlaps: {
    file: (more) => xlsx({ sheet: merges(LIMITS.overlaps + 1 + more, () => "A1:B2") }),
    ...{ code: "workbook/damaged", told: "合并" },
  },
  comments: {
    file: (more) => {
      const note = record(0x1c, [1, 2], [1, 2], [0, 2], [7, 2]);
      return xls({ sheets: [Array.from({ length: LIMITS.comments + more }, () => note)] });
    },
    ...{ code: "workbook/too-many", told: "批注" },
  },
  text: {
    file: (more) =>
      xlsx({ sheet: rowOf(`<c r="A1" t="inlineStr"><is><t>${"a".repeat(LIMITS.text + more)}</t></is></c>`) }),
    code: "workbook/long-text",
  },
  formats: {
    file: (more) => xlsx({ styles: `<cellXfs>${"<xf/>".repeat(LIMITS.formats + more)}</cellXfs>` }),
    code: "workbook/too-many",
  },
  runs: {
    file: (more) => {
      const whole = Array.from({ length: LIMITS.runs / 10_000 }, (_, row) => label(row, 10_000));
      return xls({ sheets: [[...whole, label(whole.length, more)]] });
    },
    ...{ code: "workbook/too-many", told: "字体" },
  },
  tokens: {
    file: (more) => {
      const whole = Array.from({ length: LIMITS.tokens / 250 }, (_, at) => formula(at, 0, 250));
      return xls({ sheets: [[...whole, formula(0, 1, more)]] });
    },
    ...{ code: "workbook/too-many", told: "公式" },
  },
  formatCharacters: {
    file: (more) => xlsx({ styles: formatsOf(LIMITS.formatCharacters + more) }),
    code: "workbook/too-many",
  },
  characters: {
    file: (more) => {
      const rows = `<row><c t="s"><v>0</v></c></row>`.repeat(LIMITS.characters / 20_000);
      const last = more === 0 ? "" : '<c t="inlineStr"><is><t>x</t></is></c>';
      return xlsx({
        sheet: `<sheetData>${rows}<row>${last}</row></sheetData>`,
        strings: `<si><t>${"a".repeat(20_000)}</t></si>`,
      });
    },
    ...{ code: "workbook/too-many", told: "文字" },
  },
  rows: {
    file: (more) => xlsx({ sheet: rowOf(`<c r="A${LIMITS.rows + more}"><v>1</v></c>`, LIMITS.rows + more) }),
    code: "workbook/stray-cells",
  },
  columns: {
    file: (more) => Buffer.from(`${"1,".repeat(LIMITS.columns - 1 + more)}1`),
    ...{ code: "workbook/too-many", told: "列", name: "表.csv" },
  },
};

// Those of a Word draft and of the steps are held where they are counted.
it.each(Object.entries(AT))(
  "%s: a file at the limit is not refused for it, one beyond is",
  { tags: ["patience"] },
  async (_, { file, code, told = "", name }) => {
    const found = async (more: number) => {
      const { issues } = await folder.read(file(more), name);
      return issues.filter((issue) => issue.code === code && issue.message.includes(told));
    };
    expect(await found(0)).toEqual([]);
    expect(await found(1)).toHaveLength(1);
  },
);

it("words beside figures and what is struck out count as characters, too", async () => {
  const rows = (cell: string) => `<sheetData>${`<row>${cell.repeat(200)}</row>`.repeat(100)}</sheetData>`;
  const styles = `<numFmts><numFmt numFmtId="200" formatCode="0&quot;${"人".repeat(240)}&quot;"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`;
  const strings = `<si><r><rPr><strike/></rPr><t>${"3".repeat(240)}</t></r><r><rPr/><t>4</t></r></si>`;
  for (const content of [
    { sheet: rows("<c><v>1</v></c>"), styles },
    { sheet: rows('<c t="s"><v>0</v></c>'), strings },
  ]) {
    const { issues } = await folder.read(xlsx(content));
    expect(issues.map((issue) => issue.code)).toEqual(["workbook/too-many"]);
  }
});

it("a thousand blocks down the sheet, one beside the other, cover no more than their columns", async () => {
  const rows = times(40, (at) => `<row r="${at * 2_000 + 1}"><c r="A${at * 2_000 + 1}"><v>1</v></c></row>`);
  const blocks = times(900, (at) => `<mergeCell ref="${column(at + 2)}1:${column(at + 2)}90000"/>`);
  const sheet = `<sheetData>${rows}</sheetData><mergeCells>${blocks}</mergeCells>`;
  const { issues, sheets } = await folder.read(xlsx({ sheet }));
  expect(issues).toEqual([]);
  expect(sheets[0]?.rows).toHaveLength(40);
});

function column(number: number): string {
  const [first, second] = [Math.floor((number - 1) / 26), (number - 1) % 26];
  return (first === 0 ? "" : column(first)) + String.fromCharCode(65 + second);
}
