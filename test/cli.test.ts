import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtProgram, type Built } from "./built.js";
import { indicatorCsv } from "./commands/folder.js";
import { OTHER_DISTRICT } from "./plan/other-district.js";

/** What is said of streams is a matter of a process of its own; other systems have no /dev/full and no shell like this. */
describe.runIf(process.platform === "linux")("the streams of the program", () => {
  let program: Built;
  beforeAll(async () => {
    program = await builtProgram();
    const { home } = program;
    for (const name of ["plans", "data"]) mkdirSync(path.join(home, name));
    writeFileSync(path.join(home, "plans", "a.yaml"), OTHER_DISTRICT);
    const lines = [["LH1", "残疾人基本康复服务率", 80.5, 81]] as const;
    writeFileSync(path.join(home, "data", "a.csv"), indicatorCsv([2024, 2025], lines));
  });
  afterAll(() => program.remove());

  async function score(
    stdout: "pipe" | number,
    listen: boolean,
  ): Promise<{ code: unknown; out: string; err: string }> {
    const command = [program.cli, "score", "2025"];
    const child = spawn(process.execPath, command, { cwd: program.home, stdio: ["ignore", stdout, "pipe"] });
    const said = { out: "", err: "" };
    child.stdout?.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
    if (listen) child.stderr?.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
    else child.stderr?.destroy();
    const [code] = (await once(child, "close")) as unknown[];
    return { code, ...said };
  }

  it("that are full are told without a stack", { tags: ["patience"] }, async () => {
    const { code, err } = await score(openSync("/dev/full", "w"), true);
    expect(code).toBe(2);
    expect(err).toContain("磁盘空间不足");
    expect(err).not.toMatch(/\bat /u);
  });

  it(
    "are needed for the product alone: with nobody listening to the rest it is made",
    { tags: ["patience"] },
    async () => {
      const { code, out } = await score("pipe", false);
      expect(code).toBe(0);
      expect(out).toContain("残疾人事业发展规划");
    },
  );
});
