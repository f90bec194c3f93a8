import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { LedgerEntry } from "../../../src/data/ledger/entry.js";
import { readLedger } from "../../../src/data/ledger/read.js";
import { freshFolder } from "../../files/folder.js";
import { EVERY_KIND, ledgerText, line, oldLedgerText, textOf } from "./lines.js";

const at = freshFolder();
const FILE = "监测数据库.csv";
const COPIES = "监测数据库/备份";

async function found() {
  const entries: LedgerEntry[] = [];
  const stored = await readLedger(at(), (entry) => entries.push(entry));
  return {
    ...stored,
    entries,
    told: stored.issues.map(({ severity, code, where }) =>
      [severity, code, where?.line, where?.column].filter((part) => part !== undefined).join(" "),
    ),
  };
}

/** The copy that a run leaves which has written this ledger. */
function keepCopy(text: string): void {
  const lines = text.trimEnd().split("\r\n");
  const seal = /[^,]*$/u.exec(lines.at(-1) ?? "")?.[0];
  mkdirSync(at(COPIES), { recursive: true });
  const name = `0001_20260520-093000_${lines.length - 1}行_${seal}.csv`;
  writeFileSync(at(`${COPIES}/${name}`), text);
}

const WHOLE = ledgerText(EVERY_KIND);
const LINES = WHOLE.slice(1).trimEnd().split("\r\n");

test("a folder without a ledger has nothing recorded, and nothing is wrong", async () => {
  expect(await found()).toMatchObject({ file: null, entries: [], told: [] });
});

describe("a ledger with its copies beside it", () => {
  beforeEach(() => keepCopy(WHOLE));

  test("as the last run left it, or longer: no finding", async () => {
    writeFileSync(at(FILE), WHOLE);
    expect(await found()).toMatchObject({
      told: [],
      entries: EVERY_KIND,
      file: { lines: 5, asWritten: true },
    });
    writeFileSync(at(FILE), ledgerText([...EVERY_KIND, line(64)]));
    expect((await found()).told).toEqual([]);
  });

  test("that lost its tail, or is an older copy put back", async () => {
    writeFileSync(at(FILE), textOf(LINES.slice(0, -1)));
    expect((await found()).told).toEqual(["error ledger/shorter"]);
    writeFileSync(at(FILE), textOf(LINES.slice(0, 1)));
    expect((await found()).told).toEqual(["error ledger/shorter"]);
  });

  test("that lost its tail together with the newest copy, or with all of them", async () => {
    writeFileSync(at("监测数据库/最近一次采集.txt"), "0002_20260620-093000_6行_c0123456789.csv\r\n");
    writeFileSync(at(FILE), WHOLE);
    expect((await found()).told).toEqual(["error ledger/shorter"]);
    rmSync(at(COPIES), { recursive: true });
    expect((await found()).told).toEqual(["error ledger/shorter"]);
    rmSync(at(FILE));
    expect((await found()).told).toEqual(["error ledger/gone"]);
  });

  test("whose newest copy alone is gone goes on from it", async () => {
    const whole = ledgerText([...EVERY_KIND, line(64)]);
    const seal = /[^,]*$/u.exec(whole.trimEnd())?.[0];
    writeFileSync(at("监测数据库/最近一次采集.txt"), `0002_20260620-093000_6行_${seal}.csv`);
    writeFileSync(at(FILE), whole);
    expect((await found()).told).toEqual([]);
  });

  test("beside what nobody can read of the last run: the copies tell", async () => {
    writeFileSync(at("监测数据库/最近一次采集.txt"), "\0 0002");
    writeFileSync(at(FILE), WHOLE);
    expect((await found()).told).toEqual([]);
  });

  test("that was emptied: a disk was lost before what was written reached it", async () => {
    writeFileSync(at(FILE), "");
    expect(await found()).toMatchObject({ file: null, entries: [], told: ["error ledger/shorter"] });
  });

  test("that is another one, of the same length", async () => {
    const other = EVERY_KIND.map((each) => ({ ...each, time: "2026-06-01T08:00:00+08:00" }));
    writeFileSync(at(FILE), ledgerText(other));
    expect((await found()).told).toEqual(["error ledger/another"]);
    writeFileSync(at(FILE), oldLedgerText(other));
    expect((await found()).told).toEqual(["error ledger/another"]);
  });

  test("whose 连环码 somebody dropped: what it must have been is known from the copy", async () => {
    writeFileSync(at(FILE), oldLedgerText(EVERY_KIND));
    expect(await found()).toMatchObject({ told: ["warning ledger/rewritten"], file: { asWritten: false } });
    writeFileSync(at(FILE), oldLedgerText([...EVERY_KIND, line(64)]));
    expect((await found()).told).toEqual(["error ledger/another"]);
  });

  test("whose lines somebody sorted is told once, and lacks none", async () => {
    writeFileSync(at(FILE), textOf([LINES[0] ?? "", ...LINES.slice(1).reverse()]));
    expect((await found()).told).toEqual(["error ledger/out-of-order 2"]);
  });

  test("that is gone", async () => {
    expect((await found()).told).toEqual(["error ledger/gone"]);
  });

  test("with changed fields: each is told with line, column, what it was and what it is", async () => {
    // What Excel makes of a text that looks like a date, of a long number and of a leading zero.
    const excel = WHOLE.replace(",63.2,", ",63.20,").replace(",1000,", ",1E+03,").replace(",W09,", ",9-Sep,");
    writeFileSync(at(FILE), excel);
    const { told, issues, entries } = await found();
    expect(told).toEqual([
      "error ledger/changed-cell 2 8",
      "error ledger/changed-cell 2 11",
      "error ledger/changed-cell 3 3",
    ]);
    expect(issues.map(({ message }) => message)).toEqual([
      "H列“数值”原为“63.2”，现为“63.20”，本行未读取",
      "K列“分母”原为“1000”，现为“1E+03”，本行未读取",
      "C列“编号”原为“W09”，现为“9-Sep”，本行未读取",
    ]);
    expect(entries).toHaveLength(3);
  });

  test("with one column changed throughout: told once, with how often", async () => {
    const many = Array.from({ length: 40 }, (_, index) => line(index, { year: 2021, group: `第${index}组` }));
    rmSync(at(COPIES), { recursive: true });
    keepCopy(ledgerText(many));
    writeFileSync(at(FILE), ledgerText(many).replaceAll("2026-05-20T09:30:00+08:00", "2026/5/20 9:30"));
    const { issues } = await found();
    expect(issues.map(({ code, message }) => `${code} ${/共\d+处/u.exec(message)?.[0]}`)).toEqual([
      "ledger/changed-cell 共40处",
    ]);
  });

  test("saved by another program in GBK, or by Excel as Unicode text, says what it said", async () => {
    const tabs = Buffer.from(`\ufeff${WHOLE.slice(1).replaceAll(",", "\t")}`, "utf16le");
    for (const bytes of [tabs, Buffer.from(WHOLE.slice(1))]) {
      writeFileSync(at(FILE), bytes);
      expect(await found()).toMatchObject({ told: ["warning ledger/rewritten"], entries: EVERY_KIND });
    }
  });

  test("saved by another program, and not saying what it said, is not called unchanged", async () => {
    writeFileSync(at(FILE), WHOLE.slice(1).replace(",63.2,", ",63.20,"));
    const { told } = await found();
    expect(told).toContain("error ledger/changed-cell 2 8");
    expect(told.filter((each) => each.includes("rewritten"))).toEqual([]);
  });

  test("that is no text, or no table of ours", async () => {
    writeFileSync(at(FILE), Buffer.from("ff00", "hex"));
    expect((await found()).told).toEqual(["error ledger/not-text"]);
    writeFileSync(at(FILE), WHOLE.replace("编号", "代码"));
    expect((await found()).told).toEqual(["error ledger/head 1"]);
  });
});

test("a changed line of which no copy tells is told as such, a few of many", async () => {
  const many = ledgerText(Array.from({ length: 40 }, (_, index) => line(index, { group: `第${index}组` })));
  writeFileSync(at(FILE), many.replaceAll("适龄妇女", "适龄"));
  const { told } = await found();
  expect(told.filter((each) => each.startsWith("error ledger/changed-line "))).toHaveLength(5);
  expect(told).toContain("error ledger/changed-lines");
});

test("a ledger of 0.1.0 is read as it is", async () => {
  writeFileSync(at(FILE), oldLedgerText(EVERY_KIND));
  expect(await found()).toMatchObject({
    told: ["note ledger/unchained"],
    entries: EVERY_KIND,
    file: { asWritten: false, lines: 5 },
  });
  expect(readdirSync(at())).toEqual([FILE]);
  expect(readFileSync(at(FILE), "utf8")).toBe(oldLedgerText(EVERY_KIND));
});
