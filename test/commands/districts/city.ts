import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../../src/commands/program.js";
import { OTHER_DISTRICT } from "../../plan/other-district.js";
import { indicatorCsv } from "../folder.js";
import { silentSurroundings } from "../surroundings.js";

/** Four districts of a made-up city, each with a plan and data of its own. */
export const DISTRICTS = [
  { code: "500101", name: "临湖区" },
  { code: "500102", name: "临江区" },
  { code: "500103", name: "临海区" },
  { code: "500104", name: "临山区" },
] as const;

export interface City {
  home: string;
  list: string;
  at: (...names: string[]) => string;
  /** Writes a file of a district's, relative to its folder. */
  write: (code: string, name: string, text: string) => void;
  remove: () => void;
}

export function makeCity(): City {
  const home = mkdtempSync(path.join(tmpdir(), "city-"));
  const at = (...names: string[]) => path.join(home, ...names);
  const write = (code: string, name: string, text: string): void => {
    mkdirSync(path.dirname(at(code, name)), { recursive: true });
    writeFileSync(at(code, name), text);
  };
  for (const [index, { code, name }] of DISTRICTS.entries()) {
    write(code, "plans/disabled.yaml", OTHER_DISTRICT.replaceAll("临湖区", name));
    write(code, "data/监测数据.csv", figures(80 + index));
  }
  const lines = DISTRICTS.map(
    ({ code, name }) => `  - { code: ${code}, name: ${name}, plans: ${code}/plans, data: ${code}/data }\n`,
  );
  const list = at("districts.yaml");
  writeFileSync(list, `districts:\n${lines.toReversed().join("")}`);
  return { home, list, at, write, remove: () => rmSync(home, { recursive: true }) };
}

/** A district's sheet; a figure that cannot be is an error. */
export function figures(services: number): string {
  return indicatorCsv(
    [2023, 2024, 2025],
    [
      ["LH1", "残疾人基本康复服务率", services - 2, services - 1, services],
      ["LH2", "辅具适配率", 78, 79, 80],
    ],
  );
}

/** Runs `report batch` in this process: the scores of all districts. */
export function batch(city: City, out: string, ...options: string[]) {
  return batchOf(city, ["score", "2025"], out, options);
}

/** The same with their reports. */
export function reports(city: City, out: string, ...options: string[]) {
  return batchOf(city, ["annual", "2025", "--format", "xlsx"], out, options);
}

async function batchOf({ list, at }: City, kind: readonly string[], out: string, options: readonly string[]) {
  const surroundings = silentSurroundings({});
  const argv = ["batch", list, ...kind, "--as-of", "2026-05-20", "--out", at(out), ...options];
  const code = await run(argv, surroundings);
  return { code, ...surroundings.said };
}

/** All that a run leaves, by name; what differs from run to run left out. */
export function tree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)))
    .filter((name) => !name.startsWith("_shards") && !name.endsWith("stamp.json"))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), "latin1")]));
}
