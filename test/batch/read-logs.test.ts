import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { SHARDS_FOLDER, shardFile } from "../../src/batch/layout.js";
import { readShardLogs } from "../../src/batch/read-logs.js";
import { logLine, unfinishedIn } from "../../src/batch/shard-log.js";
import { freshFolder } from "../files/folder.js";
import { DONE, FAILED, shardHead } from "./log.js";

const place = freshFolder();

function write(name: string, text: string): void {
  mkdirSync(place(SHARDS_FOLDER), { recursive: true });
  writeFileSync(path.join(place(SHARDS_FOLDER), name), text);
}

describe("the logs of a run", () => {
  it("are read as they were written, in the order of their shards", async () => {
    const heads = [1, 2, 10].map((shard) => shardHead({ shard, of: 10 }));
    for (const head of heads) {
      write(shardFile({ index: head.shard, of: 10 }), logLine(head) + logLine(FAILED));
    }
    const { logs, issues } = await readShardLogs(place());
    expect(issues).toEqual([]);
    expect(logs.map(({ head }) => head)).toEqual(heads);
    expect(logs.map(({ lines }) => lines)).toEqual([[FAILED], [FAILED], [FAILED]]);
  });

  it("tell what a killed run had done, a torn last line left out", async () => {
    write("1-of-1.jsonl", logLine(shardHead()) + logLine(DONE) + logLine(FAILED).slice(0, 30));
    const { logs, issues } = await readShardLogs(place());
    expect(issues).toEqual([]);
    expect(logs[0]?.lines).toEqual([DONE]);
    expect(logs.flatMap(unfinishedIn)).toEqual([{ code: "500102", name: "涪陵区" }]);
  });

  it("hold one line a district, the last that was written of it", async () => {
    write("1-of-1.jsonl", logLine(shardHead()) + logLine(FAILED) + logLine(DONE));
    expect((await readShardLogs(place())).logs[0]?.lines).toEqual([DONE]);
  });

  it.each([
    ["another program's head", "{}\n", 1],
    ["a line that somebody has changed", `${logLine(shardHead())}{"code":1}\n${logLine(DONE)}`, 2],
    ["a log under another shard's name", logLine(shardHead({ shard: 2, of: 2 })), undefined],
    ["an empty file", "", 1],
  ])("that are not ours are told, with their line: %s", async (_, text, line) => {
    write("1-of-1.jsonl", text);
    const { logs, issues } = await readShardLogs(place());
    expect(logs).toEqual([]);
    expect(issues.map(({ code, where }) => [code, where?.line])).toEqual([["batch/log-unreadable", line]]);
  });

  it("are none where nothing was run, and no other file is one", async () => {
    expect(await readShardLogs(place("nowhere"))).toEqual({ logs: [], issues: [] });
    write("0-of-1.jsonl", "x");
    write("1-of-1.jsonl.bak", "x");
    expect(await readShardLogs(place())).toEqual({ logs: [], issues: [] });
  });
});
