import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readShardLogs } from "../../../src/batch/read-logs.js";
import { builtProgram, type Built } from "../../built.js";
import { DISTRICTS, makeCity, tree, type City } from "./city.js";

/** Runs of processes of their own, which can be killed as a machine may kill them. */
describe("a city's reports", () => {
  let program: Built;
  let city: City;
  beforeAll(async () => {
    program = await builtProgram();
    city = makeCity();
    expect(await ended(start("whole"))).toEqual([0, null]);
  });
  afterAll(() => {
    program.remove();
    city.remove();
  });

  function start(out: string, ...options: string[]): ChildProcess {
    const asked = ["annual", "2025", "--format", "xlsx", "--as-of", "2026-05-20", "--out", city.at(out)];
    const argv = [program.cli, "batch", city.list, ...asked, ...options];
    return spawn(process.execPath, argv, { stdio: ["ignore", "ignore", "inherit"] });
  }

  const ended = (child: ChildProcess) => once(child, "exit") as Promise<[number | null, string | null]>;

  function linesOf(out: string): number {
    const log = city.at(out, "_shards", "1-of-1.jsonl");
    return existsSync(log) ? readFileSync(log, "utf8").split("\n").length - 1 : 0;
  }

  it("are the same in three shards at once", async () => {
    const shards = ["1/3", "2/3", "3/3"].map((shard) => ended(start("parts", "--shard", shard)));
    expect(await Promise.all(shards)).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
    expect(tree(city.at("parts"))).toEqual(tree(city.at("whole")));
  });

  it("are the same where the run was killed half-way, twice, and run once more", async () => {
    let killed = 0;
    for (const lines of [1, 3]) {
      const child = start("killed");
      const exit = ended(child);
      while (linesOf("killed") < lines && child.exitCode === null) await pause(5);
      child.kill("SIGKILL");
      if ((await exit)[1] === "SIGKILL") killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    expect(await ended(start("killed"))).toEqual([0, null]);
    expect(tree(city.at("killed"))).toEqual(tree(city.at("whole")));
    const { logs } = await readShardLogs(city.at("killed"));
    expect(logs.flatMap(({ lines }) => lines.map(({ code }) => code))).toEqual(
      DISTRICTS.map(({ code }) => code),
    );
    const left = readdirSync(city.at("killed"), { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => name.includes(".report-"))).toEqual([]);
  });
});
