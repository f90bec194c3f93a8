import { execFile, spawn } from "node:child_process";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { passagesOf } from "../../src/word/compare/passages.js";
import { readWord } from "../../src/word/read/read.js";
import { silentSurroundings } from "../commands/surroundings.js";
import { officeFolder } from "./office.js";

/** One draft of each kind, as it goes round. */
const DRAFTS = [
  { kind: "annual", plan: "women", year: 2025, data: "fixtures/data", asked: ["annual", "2025"] },
  {
    kind: "midterm",
    plan: "children",
    year: 2025,
    data: "fixtures/data",
    asked: ["midterm", "--year", "2025"],
  },
  {
    kind: "final",
    plan: "women",
    year: 2030,
    data: "fixtures/data-2030",
    asked: ["final", "--year", "2030"],
  },
] as const;
const AS_OF = ["--as-of", "2031-05-20"];
const PORT = "28431";
/** Where a change was planted: what stood there, and the wrong figure in its place. */
interface Planted {
  right: string;
  wrong: string;
  /** The wrong one with the words before it. */
  phrase: string;
}

const folder = officeFolder();
const planted = new Map<string, Planted[]>();
const added = new Map<string, string[]>();

async function command(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const surroundings = silentSurroundings();
  return { code: await run(argv, surroundings), ...surroundings.said };
}

async function draftOf(kind: string): Promise<string> {
  const names = await readdir(folder.file(kind, "out"));
  return folder.file(kind, "out", names.find((name) => name.endsWith(".docx")) ?? "");
}

interface Place {
  find: string;
  figure: string;
}

/** Generated paragraphs with a figure that `pattern` finds, each with the words around it so that it is found again. */
function placesFor(texts: readonly string[], pattern: RegExp): Place[] {
  return texts.flatMap((text) => {
    const hit = pattern.exec(text);
    if (hit === null) return [];
    const find = text.slice(Math.max(0, hit.index - 12), hit.index + hit[0].length);
    const isAlone = texts.filter((each) => each.includes(find)).length === 1;
    return isAlone ? [{ find, figure: hit[1] ?? "" }] : [];
  });
}

/** Another figure of the same length. */
function wrongly(figure: string): string {
  return figure.replace(/\d$/u, (digit) => String((Number(digit) + 3) % 10));
}

function typedOver({ find, figure }: Place): string {
  const at = find.lastIndexOf(figure);
  return find.slice(0, at) + wrongly(figure) + find.slice(at + figure.length);
}

/** What three offices do to a draft: types of wrong figures, words of their own, a paragraph moved, comments. */
async function jobsFor(kind: string) {
  const file = await draftOf(kind);
  const { content } = await readWord(file, file);
  const texts = passagesOf(
    content ?? { paragraphs: [], comments: [], properties: new Map(), created: "", relooked: 0 },
  )
    .filter(
      ({ cell, level, path: [chapter = ""] }) => cell === null && level === 0 && !/附件|目录/u.test(chapter),
    )
    .map(({ after }) => after);
  const [levels, gaps, counts] = [
    placesFor(texts, /率为(\d+\.\d\d)%，比/u),
    placesFor(texts, /目标还差(\d+\.\d\d)个百分点/u),
    placesFor(texts, /改善(\d+)项/u),
  ];
  const [level, another, third] = levels;
  const gap = gaps.find(
    ({ find }) => !texts.some((text) => text.includes(find) && text.includes(level?.find ?? "-")),
  );
  const [count] = counts;
  if (!level || !another || !third || !gap) throw new Error(`${kind}: nothing to change`);
  const wrong = [level, gap, ...(count === undefined ? [] : [count])];
  planted.set(
    kind,
    wrong.map((place) => ({
      right: place.figure,
      wrong: wrongly(place.figure),
      phrase: typedOver(place),
    })),
  );
  added.set(kind, ["其中重点人群保障有力。", "下一步将继续加强部门协同。", "各单位反映情况属实。"]);
  const [words = "", paragraph = "", quiet = ""] = added.get(kind) ?? [];
  const replace = (place: Place) => ({ do: "replace", find: place.find, text: typedOver(place) });
  const out = (author: string) => folder.file(kind, "back", `${author}.docx`);
  return [
    {
      author: "区教委",
      tracked: true,
      edits: [replace(level), { do: "remark", find: another.find, text: "请核口径" }],
    },
    {
      author: "区卫生健康委",
      tracked: true,
      edits: [
        replace(gap),
        { do: "paragraph", find: another.find, text: paragraph },
        ...(count === undefined ? [] : [replace(count)]),
      ],
    },
    {
      author: "区民政局",
      tracked: false,
      edits: [
        { do: "paragraph", find: third.find, text: quiet },
        { do: "remark", find: third.find, text: "已核对" },
        // Behind the figure, where people put what they add.
        { do: "add", find: third.find.replace(/，比$/u, ""), text: `（${words.replace("。", "")}）` },
      ],
    },
  ].map((job) => ({ ...job, file, out: out(job.author) }));
}

beforeAll(async () => {
  const jobs = [];
  for (const { kind, plan, data, asked } of DRAFTS) {
    await cp(data, folder.file(kind, "data"), { recursive: true });
    await mkdir(folder.file(kind, "back"));
    const to = ["--data", folder.file(kind, "data"), "--out", folder.file(kind, "out"), ...AS_OF];
    const { code, err } = await command(
      ...asked,
      "--plan",
      plan,
      ...to,
      "--format",
      "docx",
      "--browser",
      "none",
    );
    expect(code, err).toBe(0);
    jobs.push(...(await jobsFor(kind)));
  }
  await writeFile(folder.file("jobs.json"), JSON.stringify(jobs));
  const profile = `-env:UserInstallation=${pathToFileURL(folder.file("amending")).href}`;
  const accept = `--accept=socket,host=127.0.0.1,port=${PORT};urp;`;
  const office = spawn("soffice", [profile, "--headless", "--norestore", accept], { stdio: "ignore" });
  const script = path.join(import.meta.dirname, "amend.py");
  await promisify(execFile)("/usr/bin/python3", [script, PORT, folder.file("jobs.json")]).finally(() =>
    office.kill(),
  );
});

interface Told {
  documents: { changes: { kind: string }[]; comments: unknown[] }[];
  issues: { code: string; written: string; right: string }[];
}

describe.each(DRAFTS)(
  "a $kind draft that three offices amended in LibreOffice",
  ({ kind, plan, year, asked }) => {
    let told: Told;
    beforeAll(async () => {
      const files = (await readdir(folder.file(kind, "back"))).map((name) => folder.file(kind, "back", name));
      const data = ["--data", folder.file(kind, "data"), "--out", folder.file(kind, "merged")];
      const { code, out, err } = await command("recheck", ...files, ...data, "--write", "--format", "json");
      expect(code, err).toBe(1);
      told = JSON.parse(out) as Told;
    });

    it("has every planted figure told, with the right one", () => {
      const found = told.issues.map(({ written, right }) => `${written} ${right}`);
      for (const { wrong, right } of planted.get(kind) ?? []) {
        expect(
          found.filter((each) => each.includes(wrong) && each.includes(right)),
          wrong,
        ).not.toEqual([]);
      }
    });

    it("has every change and every comment listed", () => {
      const changes = told.documents.map((each) => each.changes.length);
      expect(told.documents).toHaveLength(3);
      expect(Math.min(...changes)).toBeGreaterThan(0);
      expect(told.documents.flatMap(({ comments }) => comments)).toHaveLength(2);
    });

    it("goes back into the narrative without a wrong figure and with every word of theirs, and is printed", async () => {
      const file = folder.file(kind, "data", "narrative", `${plan}-${year}-${kind}.md`);
      const text = await readFile(file, "utf8");
      const words = (added.get(kind) ?? []).map((each) => each.replace("。", ""));
      for (const each of words) expect(text).toContain(each);
      for (const { phrase } of planted.get(kind) ?? []) expect(text).not.toContain(phrase);
      const to = ["--data", folder.file(kind, "data"), "--out", folder.file(kind, "again"), ...AS_OF];
      const { code, err } = await command(
        ...asked,
        "--plan",
        plan,
        ...to,
        "--format",
        "json",
        "--browser",
        "none",
      );
      expect(code, err).toBe(0);
      const [name = ""] = (await readdir(folder.file(kind, "again"))).filter(
        (each) => !/provenance/u.test(each),
      );
      const printed = await readFile(folder.file(kind, "again", name), "utf8");
      for (const each of words) expect(printed).toContain(each);
    });
  },
);
