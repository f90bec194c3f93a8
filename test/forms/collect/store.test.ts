import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LEDGER_FILE, type LedgerEntry } from "../../../src/data/ledger/entry.js";
import { readLedger } from "../../../src/data/ledger/read.js";
import { LAST_RUN_FILE, STATES_FOLDER } from "../../../src/data/ledger/states.js";
import { SYSTEM, type System } from "../../../src/files/replace.js";
import { collectInto, type Collected } from "../../../src/forms/collect/collect.js";
import { restoreInto } from "../../../src/forms/collect/restore.js";
import type { Returned } from "../../../src/forms/collect/returned.js";
import { EVERY_KIND, ledgerText, line, oldLedgerText } from "../../data/ledger/lines.js";
import { failure, freshFolder } from "../../files/folder.js";

const at = freshFolder();
const WORLD = {
  now: Date.parse("2026-05-20T09:30:00+08:00"),
  time: "2026-05-20T09:30:00+08:00",
  waiting: () => undefined,
};

/** Collects a workbook of its own that says `value`. */
async function collected(value: number, system?: System): Promise<Collected> {
  const file = `${value}.xlsx`;
  const entry = line(value, { sha256: file, source: { file, sheet: "表", cell: "H4" } });
  const content = { name: file, bytes: 1, sha256: file, sheets: [], keywords: "", issues: [] };
  const returned: Returned = {
    content,
    reporter: entry.reporter,
    formYear: 2025,
    entries: [entry],
    imprint: null,
    shown: [],
    bases: [],
    isForm: false,
    unanswered: new Set(),
    answered: new Set(),
    issues: [],
  };
  return collectInto(at(), [returned], { accepted: new Set(), year: null, beside: {}, system, ...WORLD });
}

const ledger = () => readFileSync(at(LEDGER_FILE), "utf8");
const copies = () => readdirSync(at(STATES_FOLDER));

async function values(): Promise<{ values: string[]; codes: string[] }> {
  const entries: LedgerEntry[] = [];
  const { issues } = await readLedger(at(), (entry) => entries.push(entry));
  return { values: entries.map(({ display }) => display), codes: issues.map(({ code }) => code) };
}

describe("a ledger that something is collected into", () => {
  test("leaves a copy of itself beside it, the last ten", async () => {
    for (let value = 1; value <= 12; value += 1) await collected(value);
    expect(copies()).toHaveLength(10);
    expect(copies()[0]).toMatch(/^0003_20260520-093000_3行_c[0-9a-f]{10}\.csv$/u);
    expect(readFileSync(at(LAST_RUN_FILE), "utf8").trim()).toBe(copies().at(-1));
    expect(readFileSync(at(`${STATES_FOLDER}/${copies().at(-1)}`), "utf8")).toBe(ledger());
    expect((await values()).codes).toEqual([]);
  });

  test("of version 0.1.0 is carried over, and kept as it was", async () => {
    writeFileSync(at(LEDGER_FILE), oldLedgerText(EVERY_KIND));
    await collected(64);
    const [fresh] = [...(await collected(64)).lines].reverse();
    expect(ledger()).toBe(ledgerText([...EVERY_KIND, ...(fresh === undefined ? [] : [fresh])]));
    expect(copies().map((name) => name.split("_")[2]?.slice(0, 2))).toEqual(["原样", "6行"]);
    expect(readFileSync(at(`${STATES_FOLDER}/${copies()[0]}`), "utf8")).toBe(oldLedgerText(EVERY_KIND));
  });

  test("that another program has saved, its words unchanged, is the program's own again", async () => {
    await collected(63);
    writeFileSync(at(LEDGER_FILE), ledger().replaceAll(",", ";"));
    await collected(64);
    expect(ledger()).toContain(",64,");
    expect(await values()).toEqual({ values: ["63", "64"], codes: [] });
  });

  test("without an end of its last line gets one before the next", async () => {
    await collected(63);
    writeFileSync(at(LEDGER_FILE), ledger().trimEnd());
    await collected(64);
    expect((await values()).values).toEqual(["63", "64"]);
  });
});

describe("a copy put back", () => {
  test("takes the place of a ledger that somebody changed, which is kept", async () => {
    await collected(63);
    await collected(64);
    const [sound, changed] = [ledger(), ledger().replace(",63,", ",36,")];
    writeFileSync(at(LEDGER_FILE), changed);
    await expect(collected(65)).rejects.toMatchObject({ exitCode: 1 });
    await restoreInto(at(), 2, WORLD);
    expect([ledger(), await values()]).toEqual([sound, { values: ["63", "64"], codes: [] }]);
    expect(copies().map((name) => readFileSync(at(`${STATES_FOLDER}/${name}`), "utf8"))).toContain(changed);
  });

  test("of an earlier state is the last word: what is collected next goes behind it", async () => {
    await collected(63);
    await collected(64);
    await restoreInto(at(), 1, WORLD);
    expect(await values()).toEqual({ values: ["63"], codes: [] });
    await collected(65);
    expect(await values()).toEqual({ values: ["63", "65"], codes: [] });
  });

  test("stands in for a ledger that is gone; one there is not, or is damaged itself, is not put back", async () => {
    mkdirSync(at(STATES_FOLDER), { recursive: true });
    await expect(restoreInto(at(), 1, WORLD)).rejects.toMatchObject({ exitCode: 2 });
    writeFileSync(
      at(`${STATES_FOLDER}/0001_20260520-093000_5行_c0123456789.csv`),
      ledgerText(EVERY_KIND).slice(0, -9),
    );
    await expect(restoreInto(at(), 1, WORLD)).rejects.toMatchObject({ exitCode: 1 });
    writeFileSync(at(`${STATES_FOLDER}/0002_20260520-093000_5行_c0123456789.csv`), ledgerText(EVERY_KIND));
    await restoreInto(at(), 2, WORLD);
    expect(ledger()).toBe(ledgerText(EVERY_KIND));
  });
});

/** A disk that fails at one step, the `nth` time it is asked for it. */
function failing(step: "sync" | "rename" | "copy", code: string, nth: number): System {
  let left = nth;
  const failNow = () => (left -= 1) === 0;
  return {
    ...SYSTEM,
    sync: (handle) => (step === "sync" && failNow() ? Promise.reject(failure(code)) : SYSTEM.sync(handle)),
    rename: (from, to) =>
      step === "rename" && failNow() ? Promise.reject(failure(code)) : SYSTEM.rename(from, to),
    copy: (from, to) =>
      step === "copy" && failNow() ? Promise.reject(failure(code)) : SYSTEM.copy(from, to),
  };
}

describe("a disk that fails", () => {
  test.each(["ENOSPC", "EDQUOT", "EIO"])(
    "before the ledger is in its place leaves all as it was, and says so: %s",
    async (code) => {
      await collected(63);
      const before = [ledger(), copies()];
      for (const system of [1, 2, 3].flatMap((nth) => [
        failing("sync", code, nth),
        failing("rename", code, nth),
      ])) {
        const error = await collected(64, system).catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({
          exitCode: 2,
          message: expect.stringContaining("本次没有写入任何数据") as string,
        });
        expect([ledger(), copies()]).toEqual(before);
      }
      expect(readdirSync(at()).sort()).toEqual([LEDGER_FILE, "监测数据库"].sort());
    },
  );

  test.each([4, 5, 6])(
    "to confirm what is in its place already says that it is written (%d)",
    async (nth) => {
      await collected(63);
      const error = await collected(64, failing("sync", "EIO", nth)).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        exitCode: 2,
        message: expect.stringContaining("已写入，但磁盘没有确认") as string,
      });
      expect(await values()).toEqual({ values: ["63", "64"], codes: [] });
    },
  );
});
