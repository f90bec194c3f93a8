import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LedgerEntry } from "../../../src/data/ledger/entry.js";
import { byteText } from "../../../src/files/lines.js";
import { ledgerParser, type ParsedLedger } from "../../../src/data/ledger/parse.js";
import { EVERY_KIND, ledgerText, oldLedgerText } from "./lines.js";

function parsed(text: string): ParsedLedger & { entries: LedgerEntry[]; told: string[] } {
  const entries: LedgerEntry[] = [];
  const told: string[] = [];
  const parser = ledgerParser("监测数据库.csv", (entry, line) => {
    entries.push(entry);
    told.push(line());
  });
  for (const line of text.slice(1).split(/\r?\n/u)) parser.take(byteText(line));
  return { ...parser.end(), entries, told };
}

/** The codes with their lines, and the lines that are not as they were. */
function codesOf({ issues, damaged }: ParsedLedger): string[] {
  return [
    ...issues.map(({ code, where }) => `${code} ${where?.line ?? ""}`),
    ...damaged.map(({ line }) => `changed ${line}`),
  ];
}

const WHOLE = ledgerText(EVERY_KIND);
const LINES = WHOLE.trimEnd().split("\r\n");
const joined = (lines: readonly (string | undefined)[]) => parsed(lines.join("\r\n"));

test("what was written is read, each kind of line", () => {
  const { entries, version, lines, rewritten, ...found } = parsed(WHOLE);
  expect({ entries, version, lines, rewritten }).toEqual({
    entries: EVERY_KIND,
    version: "chained",
    lines: 5,
    rewritten: 0,
  });
  expect(codesOf({ ...found, version, lines, rewritten })).toEqual([]);
  expect(LINES.at(-1)?.endsWith(found.seal)).toBe(true);
});

test("a ledger of 0.1.0 is read, and comes to the seal that it has when it is carried over", () => {
  const old = parsed(oldLedgerText(EVERY_KIND));
  expect([old.version, old.entries, codesOf(old)]).toEqual(["single", EVERY_KIND, []]);
  expect(old.seal).toBe(parsed(WHOLE).seal);
});

describe("a ledger that was changed is told with the line", () => {
  test("a figure; the lines behind it are read and followed on", () => {
    const found = parsed(WHOLE.replace("63.2", "62.3"));
    expect([codesOf(found), found.entries.length, found.lines]).toEqual([["changed 2"], 4, 5]);
  });

  test("a line taken out, one put in, two swapped", () => {
    expect(codesOf(joined(LINES.toSpliced(2, 1)))).toEqual(["ledger/out-of-sequence 3"]);
    expect(codesOf(joined(LINES.toSpliced(2, 0, LINES[2] ?? "")))).toEqual(["ledger/out-of-sequence 4"]);
    // Of two swapped three do not go on from the one before.
    expect(codesOf(joined([LINES[0], LINES[2], LINES[1], ...LINES.slice(3)]))).toEqual([
      "ledger/out-of-order 2",
    ]);
  });

  test("one that was made anew with a code and a number that fit: the chain is broken", () => {
    const other = ledgerText(EVERY_KIND.map((each) => ({ ...each, remark: "改" }))).split("\r\n");
    expect(codesOf(joined(LINES.with(1, other[1] ?? "")))).toEqual(["ledger/broken-chain 3"]);
  });

  test("its head, and its last line cut off", () => {
    const headless = parsed(WHOLE.replace("编号", "代码"));
    expect([codesOf(headless), headless.entries, headless.version]).toEqual([["ledger/head 1"], [], null]);
    expect(codesOf(parsed(WHOLE.slice(0, -20)))).toEqual(["changed 6"]);
  });

  test(
    "whatever single character is changed, no line is read otherwise than it was written",
    { tags: ["patience"] },
    () => {
      fc.assert(
        fc.property(
          fc.nat(WHOLE.length - 2),
          fc.constantFrom("0", "7", ",", '"', "x", "'", "\\", ";"),
          (at, sign) => {
            const { entries } = parsed(WHOLE.slice(0, at + 1) + sign + WHOLE.slice(at + 2));
            for (const each of entries) expect(EVERY_KIND).toContainEqual(each);
          },
        ),
        { numRuns: 300, seed: 4 },
      );
    },
  );
});

describe("a ledger that another program saved without changing what it says", () => {
  const quoted = (line: string) => `"${line.split(",").join('","')}"`;

  test.each<[string, (text: string) => string]>([
    ["with plain line ends", (text) => text.replaceAll("\r\n", "\n")],
    ["without the last line end", (text) => text.trimEnd()],
  ])("is as it was written: %s", (_, change) => {
    const found = parsed(change(WHOLE));
    expect([found.entries, found.rewritten, codesOf(found)]).toEqual([EVERY_KIND, 0, []]);
  });

  test.each<[string, (text: string) => string]>([
    [
      "with quotes",
      (text) => text.replaceAll(/^\d,.*$/gmu, (line) => (line.includes('"') ? line : quoted(line))),
    ],
    ["parted by semicolons", (text) => text.replaceAll(",", ";")],
    ["parted by tabs", (text) => text.replaceAll(",", "\t")],
    ["with empty cells behind", (text) => text.replaceAll("\r\n", ",,\r\n")],
    ["with empty lines behind", (text) => `${text},,,\r\n,,,\r\n`],
  ])("is read, and known to be rewritten: %s", (_, change) => {
    const found = parsed(change(WHOLE));
    expect([found.entries.length, codesOf(found)]).toEqual([EVERY_KIND.length, []]);
    expect(found.entries).toEqual(EVERY_KIND);
    const isOnlyLonger = change(WHOLE).startsWith(WHOLE);
    expect(found.rewritten > 0).toBe(!isOnlyLonger);
    expect(found.told).toEqual(parsed(WHOLE).told);
  });
});
