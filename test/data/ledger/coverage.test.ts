import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ledgerCoverage } from "../../../src/data/ledger/coverage.js";
import { freshFolder } from "../../files/folder.js";
import { EVERY_KIND, ledgerText, oldLedgerText } from "./lines.js";

const at = freshFolder();
const WHOLE = ledgerText(EVERY_KIND);
/** 63.2 with 632 and 1000, 4.5, 61, and 1 of 2 of a project. */
const READ = 7;

async function covered(text: string, idle: readonly string[] = []) {
  writeFileSync(at("监测数据库.csv"), text);
  const { figures, read, known, refused } = await ledgerCoverage(at(), new Set(idle));
  const counts = [...known, ...refused].map(({ count }) => count);
  expect(counts.reduce((sum, count) => sum + count, read)).toBe(figures);
  return { figures, read, refused };
}

test("every figure of a ledger is accounted for, however it was saved", async () => {
  const whole = await covered(WHOLE);
  expect(whole).toMatchObject({ read: READ, refused: [] });
  expect(await covered(WHOLE.replaceAll(",", ";"))).toEqual(whole);
  expect(await covered(WHOLE.replaceAll("\r\n", ",,\r\n"))).toEqual(whole);
  expect(await covered(oldLedgerText(EVERY_KIND))).toMatchObject({ read: READ, refused: [] });
});

test("figures of a changed line, of an id no plan has, and of a table that is no ledger are refused", async () => {
  const changed = await covered(WHOLE.replace(",63.2,", ",62.3,"));
  expect(changed).toMatchObject({ read: READ - 3, refused: [{ reason: "line" }] });
  expect(await covered(WHOLE, ["W05a"])).toMatchObject({
    read: READ - 4,
    refused: [{ reason: "row", count: 4 }],
  });
  expect(await covered(WHOLE.replace("编号", "代码"))).toMatchObject({
    read: 0,
    refused: [{ reason: "sheet" }],
  });
});
