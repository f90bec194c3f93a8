import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../src/report/annual.js";
import "../../src/run/reports.js";
import "../../src/run/recheck/recheck.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { readWorkbook } from "../../src/workbook/read/read.js";
import { fewRows } from "../plan/few-rows.js";
import { amended, docx, p, r } from "../word/read/docx.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
let draft: Buffer;
beforeAll(async () => {
  folder = await testFolder();
  await folder.write("data/manifest.yaml", "status: 最终\nreview: 征求意见稿\n");
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康"));
  const rows = [["W04", "孕产妇系统管理率", 94.62, 94.88]] as const;
  await folder.write("data/2025.csv", indicatorCsv([2024, 2025], rows));
  const asked = ["--plan", "women", "--data", folder.data, "--out", folder.out, "--as-of", "2026-05-20"];
  const { code, err } = await command("annual", "2025", ...asked, "--format", "docx", "--browser", "none");
  expect(code, err).toBe(0);
  const name = (await readdir(folder.out)).find((each) => each.endsWith(".docx")) ?? "";
  draft = await readFile(path.join(folder.out, name));
});
afterAll(() => folder.remove());

async function command(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const surroundings = silentSurroundings();
  const plans = path.join(path.dirname(folder.data), "plans");
  return { code: await run([...argv, "--plans", plans], surroundings), ...surroundings.said };
}

interface Json {
  documents: {
    plan: string;
    year: number;
    kind: string;
    figures: Record<string, number>;
    changes: Record<string, unknown>[];
    comments: unknown[];
  }[];
  issues: { code: string; written: string; right: string; source: string; where: { paragraph: number } }[];
}

async function rechecked(bytes: Buffer): Promise<Json & { code: number }> {
  const file = path.join(folder.out, "修改稿.docx");
  await writeFile(file, bytes);
  const { code, out, err } = await command("recheck", file, "--data", folder.data, "--format", "json");
  expect(out, err).toContain("schemaVersion");
  return { code, ...(JSON.parse(out) as Json) };
}

/** The draft with its text changed in the XML. */
function changed(change: (xml: string) => string): Promise<Buffer> {
  return amended(draft, { "word/document.xml": change });
}

describe("report recheck", () => {
  it("finds nothing in a draft that nobody touched", { tags: ["patience"] }, async () => {
    const { code, documents, issues } = await rechecked(draft);
    expect(code).toBe(0);
    expect(issues).toEqual([]);
    expect(documents[0]).toMatchObject({
      plan: "women",
      year: 2025,
      kind: "annual",
      changes: [],
      comments: [],
    });
    expect(documents[0]?.figures["agree"]).toBeGreaterThan(2);
  });

  it(
    "finds a figure typed over, with the right one and its cell, and exits 1",
    { tags: ["patience"] },
    async () => {
      const { code, documents, issues } = await rechecked(
        await changed((xml) => xml.replace("94.88%", "95.88%")),
      );
      expect(code).toBe(1);
      expect(issues).toMatchObject([{ code: "word/figure-changed", written: "95.88%", right: "94.88%" }]);
      expect(issues[0]?.source).toContain("2025.csv");
      expect(documents[0]?.changes).toMatchObject([{ kind: "edit", author: "" }]);
    },
  );

  it(
    "lists what was tracked, and checks the sentences that were put in",
    { tags: ["patience"] },
    async () => {
      const sentence = "2025年，孕产妇系统管理率为93.10%。";
      const added = `<w:p><w:ins w:id="900" w:author="区卫生健康委" w:date="2026-05-21T10:00:00Z">${r(sentence)}</w:ins></w:p>`;
      const { code, documents, issues } = await rechecked(
        await changed((xml) => xml.replace(/<w:sectPr/u, "<w:sectPr").replace(/(<w:body>)/u, `$1${added}`)),
      );
      expect(code).toBe(1);
      expect(documents[0]?.changes).toMatchObject([
        { kind: "insert", after: sentence, author: "区卫生健康委" },
      ]);
      expect(issues).toMatchObject([{ code: "narrative/wrong-figure", right: "94.88%" }]);
    },
  );

  it("finds a table that the report does not have in what people wrote", { tags: ["patience"] }, async () => {
    const said = p(r("分工见表1，名单见表8和《通知》附件9。"));
    const { code, issues } = await rechecked(
      await changed((xml) => xml.replace(/(?=<w:p>(?:(?!<\/w:p>).)*（见图1)/su, said)),
    );
    expect(issues.map(({ code: found }) => found)).toEqual(["narrative/reference-missing"]);
    expect(JSON.stringify(issues)).toContain("写到“表8”，年度统计监测报告中没有表8");
    expect(code).toBe(0);
  });

  it("compares by the text where all bookmarks are lost", { tags: ["patience"] }, async () => {
    const without = (xml: string) => xml.replaceAll(/<w:bookmark(?:Start|End)[^>]*>/gu, "");
    const { code, documents, issues } = await rechecked(await changed(without));
    expect(code).toBe(0);
    expect(issues.map((each) => each.code)).toEqual(["word/bookmarks-lost"]);
    expect(documents[0]?.figures["differ"]).toBe(0);
    const wrong = await rechecked(await changed((xml) => without(xml).replace("94.88%", "95.88%")));
    expect(wrong.code).toBe(1);
    expect(wrong.issues[0]).toMatchObject({ code: "word/figure-changed", right: "94.88%" });
  });

  it("knows a copy whose properties are lost by its title", { tags: ["patience"] }, async () => {
    const { documents } = await rechecked(
      await amended(draft, { "docProps/custom.xml": (xml) => xml.replaceAll("report-id", "x") }),
    );
    expect(documents[0]).toMatchObject({ plan: "women", year: 2025, kind: "annual" });
  });

  it("says what to do with a document of other people, and of another plan's report", async () => {
    const foreign = await rechecked(docx({ body: p(r("某某工作总结")) }));
    expect([foreign.code, foreign.issues[0]?.code]).toEqual([1, "word/foreign"]);
    const body = p(r("文字"));
    const other = await rechecked(docx({ body, properties: { "report-id": "elders-2025-annual" } }));
    expect([other.code, other.issues[0]?.code]).toEqual([1, "word/other-report"]);
  });

  it("tells a person in words", { tags: ["patience"] }, async () => {
    const file = path.join(folder.out, "修改稿.docx");
    await writeFile(file, await changed((xml) => xml.replace("94.88%", "95.88%")));
    const { out } = await command("recheck", file, "--data", folder.data);
    expect(out).toContain("孕产妇系统管理率2025年写作“95.88%”，按数据为94.88%");
    expect(out).toContain("未留痕的改动");
  });

  it("makes one table of what several offices say", { tags: ["patience"] }, async () => {
    const copies = await Promise.all(
      ["区教委", "区妇联"].map(async (office) => {
        const file = path.join(folder.out, `${office}.docx`);
        await writeFile(file, await changed((xml) => xml.replace("94.88%", `94.88%（${office}）`)));
        return file;
      }),
    );
    const asked = ["--data", folder.data, "--out", folder.out, "--as-of", "2026-05-20"];
    const { out } = await command("recheck", ...copies, ...asked, "--format", "json,xlsx");
    expect((JSON.parse(out) as Json).issues.map(({ code }) => code)).toContain("word/clash");
    const { sheets } = await readWorkbook(path.join(folder.out, "意见采纳情况表.xlsx"), "表.xlsx");
    expect(JSON.stringify(sheets)).toContain("与区妇联的修改不一致，待商定");
  });

  it("finds a count typed over, and does not write it back", { tags: ["patience"] }, async () => {
    const file = path.join(folder.out, "区教委.docx");
    const bytes = await changed((xml) =>
      xml.replace(/(?<=共有指标)\d+(?=项)/u, (count) => `${Number(count) + 1}`),
    );
    await writeFile(file, bytes);
    const asked = ["--data", folder.data, "--as-of", "2026-05-20"];
    const { code, err, out } = await command("recheck", file, ...asked, "--write");
    expect(code).toBe(1);
    expect(out + err).toMatch(/指标写作“\d+项”，按数据为\d+项/u);
    expect(out + err).not.toContain("已写回");
  });

  it(
    "puts a figure back in its own place, and leaves the same number of a person's alone",
    { tags: ["patience"] },
    async () => {
      const file = path.join(folder.out, "区教委.docx");
      const bytes = await changed((xml) => {
        const at = xml.indexOf("孕产妇系统管理率为", xml.indexOf("一、妇女与健康</w:t>"));
        const own = xml.indexOf("94.88%", at);
        return `${xml.slice(0, at)}城区194.99%，${xml.slice(at, own)}94.99%${xml.slice(own + 6)}`;
      });
      await writeFile(file, bytes);
      const asked = ["--data", folder.data, "--as-of", "2026-05-20"];
      await command("recheck", file, ...asked, "--write");
      const name = path.join(folder.data, "narrative/women-2025-annual.md");
      const written = await readFile(name, "utf8");
      await rm(path.dirname(name), { recursive: true });
      expect(written).toContain("城区194.99%，孕产妇系统管理率为94.88%");
    },
  );

  it("writes people's text back, and no figure that they changed", { tags: ["patience"] }, async () => {
    const file = path.join(folder.out, "区妇联.docx");
    const bytes = await changed((xml) => {
      expect(xml).toContain("94.88%");
      const sentence = `<w:p><w:ins w:id="901" w:author="区妇联" w:date="2026-05-21T10:00:00Z">${r("全区*加强*了孕产妇保健服务。")}</w:ins></w:p>`;
      const figure = xml.indexOf("94.88%");
      const end = xml.indexOf("</w:p>", figure) + "</w:p>".length;
      return (xml.slice(0, end) + sentence + xml.slice(end)).replace("94.88%", "95.88%");
    });
    await writeFile(file, bytes);
    const asked = ["--data", folder.data, "--as-of", "2026-05-20"];
    const other = path.join(folder.out, "区教委.docx");
    await writeFile(other, await changed((xml) => xml.replace("94.88%", "94.88%（区教委核实）")));
    const { err } = await command("recheck", other, file, ...asked, "--write");
    expect(err).toContain("已写回");
    const narrative = await readFile(path.join(folder.data, "narrative", "women-2025-annual.md"), "utf8");
    expect(narrative).toContain("94.88%（区教委核实）");
    expect(narrative).not.toContain("95.88%");
    // What the parts were written from is kept, so that later changes of the figures are told.
    const kept = await readFile(path.join(folder.data, "narrative", ".written.json"), "utf8");
    expect(Object.keys((JSON.parse(kept) as { parts: object }).parts)).toEqual([
      "narrative/women-2025-annual.md",
    ]);
    expect(kept).toContain("孕产妇系统管理率");
    expect(kept).toContain("94.88%");
    const out = path.join(folder.out, "再编");
    await command("annual", "2025", ...asked, "--plan", "women", "--out", out, "--format", "json");
    const name =
      (await readdir(out)).find((each) => each.endsWith(".json") && each !== "provenance.json") ?? "";
    const printed = await readFile(path.join(out, name), "utf8");
    expect(printed).toContain("全区*加强*了孕产妇保健服务。");
    expect(printed).toContain("94.88%");
    expect(printed).not.toContain("95.88%");
  });

  it(
    "writes back neither another unit nor words that the data contradict, and says so",
    { tags: ["patience"] },
    async () => {
      await rm(path.join(folder.data, "narrative"), { recursive: true, force: true });
      const file = path.join(folder.out, "区妇联.docx");
      const bytes = await changed((xml) => {
        const from = xml.indexOf("94.88%");
        const end = xml.indexOf("</w:p>", from);
        const paragraph = xml.slice(from, end);
        const amended = paragraph.replace("个百分点", "%").replace("提高", "下降");
        expect(amended).not.toBe(paragraph);
        return `${xml.slice(0, from)}${amended}${r("各镇街抓得紧。")}${xml.slice(end)}`;
      });
      await writeFile(file, bytes);
      const asked = ["--data", folder.data, "--as-of", "2026-05-20"];
      const { err, code } = await command("recheck", file, ...asked, "--write");
      expect(code).toBe(1);
      expect(err).toContain("与数据不符，仍用程序写的文字");
      const narrative = await readFile(path.join(folder.data, "narrative", "women-2025-annual.md"), "utf8");
      expect(narrative).toMatch(/94\.88%.*提高0\.26个百分点.*各镇街抓得紧。/u);
    },
  );

  it(
    "takes only tracked changes of a draft made before the narrative was, and drops nothing of it",
    { tags: ["patience"] },
    async () => {
      const name = "data/narrative/women-2025-annual.md";
      await folder.write(name, "# 对策建议\r\n\r\n继续抓好落实。\r\n");
      const file = path.join(folder.out, "区妇联.docx");
      const tracked = `<w:ins w:id="902" w:author="区妇联" w:date="2026-05-21T10:00:00Z">${r("（区妇联核实）")}</w:ins>`;
      const bytes = await changed((xml) => {
        const end = xml.indexOf("</w:p>", xml.indexOf("94.88%"));
        return xml.slice(0, end) + tracked + xml.slice(end);
      });
      await writeFile(file, bytes);
      const asked = ["--data", folder.data, "--as-of", "2026-05-20"];
      const { err } = await command("recheck", file, ...asked, "--write");
      expect(err).toContain("底稿与现在编出的报告不同，未留痕的改动分不清是谁改的");
      const written = await readFile(path.join(folder.data, "narrative", path.basename(name)), "utf8");
      expect(written).toContain("# 对策建议\r\n\r\n继续抓好落实。\r\n");
      expect(written).toContain("（区妇联核实）");
      expect(written.replaceAll("\r\n", "")).not.toContain("\n");
    },
  );

  it("leaves a narrative file alone that it cannot read", { tags: ["patience"] }, async () => {
    const narrative = path.join(folder.data, "narrative", "women-2025-annual.md");
    const long = `# 导语\n\n${"字".repeat(70_000)}\n`;
    await folder.write("data/narrative/women-2025-annual.md", long);
    const file = path.join(folder.out, "区妇联.docx");
    await writeFile(file, await changed((xml) => xml.replace("94.88%", "94.88%（区妇联核实）")));
    const asked = ["--data", folder.data, "--as-of", "2026-05-20"];
    const { code, err } = await command("recheck", file, ...asked, "--write");
    expect(await readFile(narrative, "utf8")).toBe(long);
    expect([code, err]).toEqual([2, expect.stringContaining("没有写回")]);
  });
});
