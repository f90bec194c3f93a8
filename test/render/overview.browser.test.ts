import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/print/browser/find-browser.js";
import { renderOverview } from "../../src/render/overview.js";
import { openPdf, sheetsOf } from "../print/read-back.js";
import { hostileOverview, longOverview, sampleOverview } from "./sample-overview.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const DESK = { width: 1440, height: 900 };
/** A small telephone held upright, in CSS pixels. */
const TELEPHONE = { width: 390, height: 844 };
const WIDTHS = [TELEPHONE, DESK] as const;

/** What the functions below use of the page's own objects; they run in the page. */
interface Element {
  id: string;
  open: boolean;
  value: string;
  textContent: string;
  innerText: string;
  closest(selector: string): Element | null;
  querySelector(selector: string): Element | null;
  getAttribute(name: string): string | null;
  checkVisibility(): boolean;
  getBoundingClientRect(): { top: number; bottom: number };
}
declare const document: {
  documentElement: { scrollWidth: number };
  activeElement: Element;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};
declare const axe: {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

const folder = mkdtempSync(path.join(tmpdir(), "overview-page-"));
let browser: Browser;
let address: Record<"sample" | "hostile" | "long", string>;
beforeAll(async () => {
  const { path: program, libraries } = await findBrowser({ env: process.env, platform: process.platform });
  const env = libraries === "" ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries };
  browser = await puppeteer.launch({
    executablePath: program,
    headless: "shell",
    args: ["--no-sandbox"],
    env,
  });
  const written = async (name: string, model: Parameters<typeof renderOverview>[0]) => {
    const file = path.join(folder, `${name}.html`);
    writeFileSync(file, await renderOverview(model, { override: null }));
    return pathToFileURL(file).href;
  };
  address = {
    sample: await written("sample", await sampleOverview()),
    hostile: await written("hostile", await hostileOverview()),
    long: await written("long", await longOverview()),
  };
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** A page, what it asked for, and what it complained of. */
interface Watched {
  page: Page;
  requests: string[];
  complaints: string[];
}

let watched: Watched;
beforeEach(async () => {
  const page = await browser.newPage();
  watched = { page, requests: [], complaints: [] };
  page.on("request", (request) => watched.requests.push(request.url()));
  page.on("console", (message) => watched.complaints.push(message.text()));
  page.on("pageerror", (error) => watched.complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    watched.complaints.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setViewport(DESK);
});
afterEach(() => watched.page.close());

/** The ids of the rows to be seen, in the order they are seen in. */
function idsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".row")].filter((row) => row.checkVisibility()).map(({ id }) => id),
  );
}

const openOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".row details")]
      .filter(({ open }) => open)
      .map((details) => details.closest(".row")?.id ?? ""),
  );

/** What the page says of what it shows. */
function toldBy(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('[role="status"]')?.innerText ?? "");
}

/** Which way a column says it is sorted. */
function sortOf(page: Page, order: string): Promise<string | null> {
  return page.evaluate(
    (selector) => document.querySelector(selector)?.getAttribute("aria-sort") ?? null,
    `[data-order="${order}"]`,
  );
}

/** Goes on with the key until this has the focus. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(
      (wanted) => document.activeElement === document.querySelector(wanted),
      selector,
    );
    if (there) return;
  }
  throw new Error(`no way to ${selector}`);
}

/** Chooses an option as a person does who types its first characters. */
async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.select(`[name="${name}"]`, option);
}

describe.each(WIDTHS)("at $width pixels", (size) => {
  beforeEach(() => watched.page.setViewport(size));

  it("breaks no rule of accessibility that a program can try, folded, unfolded and mixed", async () => {
    const { page } = watched;
    await page.setBypassCSP(true);
    await page.goto(`${address.sample}#order=status&alert=${encodeURIComponent("黄色")}&row=women-W03`);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it.each(["sample", "hostile", "long"] as const)("does not move sideways: %s", async (name) => {
    const { page } = watched;
    await page.goto(`${address[name]}#row=women-W22`);
    expect(await openOf(page)).toEqual(["women-W22"]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
  });

  it("says of every figure what it is", async () => {
    const { page } = watched;
    await page.goto(address.sample);
    const heads = await page.evaluate(
      () => [...document.querySelectorAll("thead th")].filter((head) => head.checkVisibility()).length,
    );
    expect(heads > 0).toBe(size === DESK);
  });
});

describe.each(["sample", "hostile", "long"] as const)("the page: %s", (name) => {
  it("asks for nothing but itself, complains of nothing and runs nothing of what it shows", async () => {
    const { page, requests, complaints } = watched;
    await page.goto(address[name], { waitUntil: "networkidle0" });
    await page.click('[name="unfold"]');
    expect(requests).toEqual([address[name]]);
    expect(complaints).toEqual([]);
  });
});

it("lets nothing run or load that is put into it", async () => {
  const { page } = watched;
  await page.goto(address.sample);
  const refused = await page.evaluate(`new Promise((done) => {
    const refused = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      refused.push(effectiveDirective);
      if (refused.length === 4) done(refused.sort());
    });
    document.body.insertAdjacentHTML("beforeend", '<img src="https://example.org/a.png" onerror="document.title = 1">');
    const script = document.createElement("script");
    script.textContent = "document.title = 2";
    document.body.append(script);
    fetch("https://example.org/").catch(() => undefined);
  })`);
  expect(refused).toEqual(["connect-src", "img-src", "script-src-attr", "script-src-elem"]);
  expect(await page.title()).toBe("永川区2025年规划监测总览");
});

describe("without script", () => {
  beforeEach(async () => {
    await watched.page.setJavaScriptEnabled(false);
    await watched.page.goto(address.sample);
  });

  it("shows every row, no field that would do nothing, and unfolds", async () => {
    const { page } = watched;
    expect(await idsOf(page)).toHaveLength(90);
    expect(await page.evaluate(() => document.querySelector(".looking")?.checkVisibility())).toBe(false);
    expect(await page.$$("button:not([type])")).toEqual([]);
    await page.click("#women-W04 summary");
    expect(await openOf(page)).toEqual(["women-W04"]);
  });
});

describe("what is looked at", () => {
  beforeEach(() => watched.page.goto(address.sample));

  it("narrows with each filter, and says how many rows are left", async () => {
    const { page } = watched;
    await choose(page, "nature", "约束性");
    const binding = await idsOf(page);
    await choose(page, "domain", "妇女与健康");
    const both = await idsOf(page);
    expect([binding.length, both.length]).toEqual([16, 3]);
    expect(both.every((id) => binding.includes(id))).toBe(true);
    expect(await toldBy(page)).toMatch(/^共90项，显示3项（领域：妇女与健康；属性：约束性）/u);
  });

  it("offers every option of a filter for the rows that answer to it, and for those alone", async () => {
    const { page } = watched;
    const { filters } = await sampleOverview();
    const counts = await page.evaluate(
      (names) =>
        names.map((name) =>
          [...document.querySelectorAll(`[name="${name}"] option`)].map(({ value }) => value),
        ),
      filters.map(({ name }) => name),
    );
    expect(counts).toEqual(filters.map(({ options }) => ["", ...options]));
    for (const { name, options } of filters) {
      for (const option of options) {
        await choose(page, name, option);
        expect([name, option, (await idsOf(page)).length > 0]).toEqual([name, option, true]);
      }
      await choose(page, name, "");
    }
  });

  it("finds a row by a piece of its name, an id, however wide they are typed, and by its parts", async () => {
    const { page } = watched;
    for (const [typed, found] of [
      ["死亡率", 5],
      ["ｗ03", 1],
      ["W22.1", 1],
      ["没有这项", 0],
    ] as const) {
      await page.evaluate(`document.querySelector("#text").value = ""`);
      await page.type("#text", typed);
      expect([typed, (await idsOf(page)).length]).toEqual([typed, found]);
    }
    expect(await toldBy(page)).toContain("没有符合条件的");
  });

  it("leaves headings only where rows of theirs are shown, in the plans' order", async () => {
    const { page } = watched;
    const headings = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll(".heading")]
          .filter((each) => each.checkVisibility())
          .map(({ innerText }) => innerText.trim()),
      );
    await choose(page, "domain", "妇女与健康");
    expect(await headings()).toEqual(["永川区妇女发展规划 · 妇女与健康"]);
    await choose(page, "order", "status");
    expect(await headings()).toEqual([]);
  });

  it("is sorted, worst first, those without a rank last, and turned round", async () => {
    const { page } = watched;
    const ranksOf = (name: string): Promise<string[]> =>
      page.evaluate(
        (attribute) => [...document.querySelectorAll(".row")].map((row) => row.getAttribute(attribute) ?? ""),
        `data-by-${name}`,
      );
    await choose(page, "order", "alert");
    const alerts = await ranksOf("alert");
    const ranked = alerts.filter((rank) => rank !== "");
    expect(ranked).toEqual([...ranked].sort());
    expect(alerts.slice(0, ranked.length)).toEqual(ranked);
    await page.click('[name="back"]');
    expect(await ranksOf("alert")).toEqual([...ranked.toReversed(), ...alerts.slice(ranked.length)]);
    await choose(page, "order", "value");
    const values = (await ranksOf("value")).filter((rank) => rank !== "").map(Number);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it("is kept in the address, and shown again by whoever opens it", async () => {
    const { page } = watched;
    const [before] = await idsOf(page);
    await choose(page, "status", "进展偏慢");
    await choose(page, "order", "name");
    await page.click(".row:not([hidden]) summary");
    const [ids, open] = [await idsOf(page), await openOf(page)];
    const kept = page.url();
    expect(kept).toMatch(/#status=.*&order=name&row=/u);
    await page.goto("about:blank");
    await page.goto(kept);
    expect([await idsOf(page), await openOf(page)]).toEqual([ids, open]);
    await page.click('[type="reset"]');
    await page.waitForFunction(() => [...document.querySelectorAll(".row[hidden]")].length === 0);
    expect((await idsOf(page))[0]).toBe(before);
    expect(page.url()).toBe(`${address.sample}#`);
  });

  it.each(["#status=%", "#status=<b>&order=none&row=nobody", "#%E4%A", "#rows", "#form=1&__proto__=1"])(
    "is all rows at an address that says nothing: %s",
    async (hash) => {
      const { page, complaints } = watched;
      await page.goto("about:blank");
      await page.goto(address.sample + hash);
      expect(await idsOf(page)).toHaveLength(90);
      expect(complaints).toEqual([]);
    },
  );

  it("leads to one row by its own name, also where it was hidden", async () => {
    const { page } = watched;
    await choose(page, "status", "已达标");
    await page.evaluate(`location.hash = "women-W03"`);
    await page.waitForSelector("#women-W03 details[open]");
    expect(await idsOf(page)).toHaveLength(90);
    const [top, bottom] = await page.evaluate(() => {
      const box = document.querySelector("#women-W03")?.getBoundingClientRect();
      return [box?.top ?? -1, box?.bottom ?? -1] as const;
    });
    expect(top >= 0 && top < DESK.height && bottom > 0).toBe(true);
  });
});

describe("the keyboard", () => {
  beforeEach(() => watched.page.goto(address.sample));

  it("skips to the table, keeping what is looked at", async () => {
    const { page } = watched;
    await choose(page, "status", "进展偏慢");
    const url = page.url();
    await page.focus("body");
    await page.evaluate(`document.activeElement.blur()`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement.textContent)).toBe("跳到指标表");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement.id)).toBe("rows");
    expect(page.url()).toBe(url);
  });

  it("reaches fields, heads and explanations, sorts, unfolds and goes from one to the next", async () => {
    const { page } = watched;
    await reach(page, "#text");
    await page.keyboard.type("死亡率");
    await reach(page, '[data-order="status"] button');
    await page.keyboard.press("Enter");
    expect(await sortOf(page, "status")).toBe("ascending");
    await page.keyboard.press("Enter");
    expect(await sortOf(page, "status")).toBe("descending");
    await reach(page, ".row:not([hidden]) summary");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const ids = await idsOf(page);
    expect(ids).toHaveLength(5);
    expect(await openOf(page)).toEqual([ids[1]]);
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement.closest(".row")?.id)).toBe(ids[0]);
  });

  it("shows where it is: what has the focus is never below the head of the table", async () => {
    const { page } = watched;
    await page.evaluate(`scrollTo(0, 2000)`);
    await page.focus("#women-W20 summary");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    const covered = await page.evaluate(() => {
      const head = document.querySelector("thead th")?.getBoundingClientRect().bottom ?? 0;
      return document.activeElement.getBoundingClientRect().top < head;
    });
    expect(covered).toBe(false);
  });
});

describe("on paper", () => {
  async function sheets(hash: string) {
    const { page } = watched;
    await page.goto(address.sample + hash);
    return sheetsOf(await openPdf(await page.pdf({ preferCSSPageSize: true })));
  }
  /** A PDF spells 目 as the radical it looks like. */
  const textOf = ({ runs }: { runs: readonly { text: string }[] }): string =>
    runs
      .map(({ text }) => text)
      .join("")
      .normalize("NFKC");

  it("has every row, the head of the table on each page of it, and no field or folded explanation", async () => {
    const printed = await sheets("");
    const text = printed.map(textOf).join("");
    const model = await sampleOverview();
    const ids = model.plans.flatMap(({ domains }) =>
      domains.flatMap(({ rows }) => rows.map(({ lines }) => lines[0]?.id ?? "")),
    );
    expect(ids.filter((id) => !text.includes(id))).toEqual([]);
    const heads = ["编号", "指标", "目标", "本年", "比上年", "状态", "预警"];
    const headless = printed.filter((sheet) => heads.some((head) => !textOf(sheet).includes(head)));
    expect(headless.map(textOf)).toEqual([]);
    expect(text).not.toMatch(/排序|全部显示|判定过程/u);
    expect(printed.length).toBeLessThan(8);
  });

  it("has what is looked at, says so, and explains what is unfolded", async () => {
    const [first, ...more] = await sheets(`#status=${encodeURIComponent("达标困难")}&row=women-W03`);
    expect(textOf(first!)).toContain("共90项,显示7项(状态:达标困难)");
    expect([first!, ...more].map(textOf).join("")).toContain("判定过程");
    expect(more.length).toBeLessThan(2);
  });
});
