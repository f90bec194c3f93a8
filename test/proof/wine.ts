import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeAll } from "vitest";

/** What a program left behind. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** What is said to a program. */
export interface Spoken {
  folder: string;
  /** What a person types. */
  input?: string;
}

/** Of the machine's own settings none but these: proofs ask for the same on both sides. */
const ENVIRONMENT = {
  PATH: process.env["PATH"] ?? "",
  HOME: process.env["HOME"] ?? "",
  TZ: "Asia/Shanghai",
  // Wine knows no names of files outside ASCII without.
  LC_ALL: "C.UTF-8",
};

/** Runs a program to its end. Its streams are files: Wine's pipes are none that Node knows. */
export async function ended(
  command: string,
  argv: readonly string[],
  { folder, input = "" }: Spoken,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const streams = await mkdtemp(path.join(tmpdir(), "streams-"));
  const [typed, out, err] = ["in", "out", "err"].map((name) => path.join(streams, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(typed, input);
  const handles = [await open(typed, "r"), await open(out, "w"), await open(err, "w")];
  try {
    const stdio = handles.map(({ fd }) => fd);
    const child = spawn(command, argv, { cwd: folder, env: { ...ENVIRONMENT, ...more }, stdio });
    const [code] = (await once(child, "exit")) as [number | null];
    return { code, out: await readFile(out, "utf8"), err: await readFile(err, "utf8") };
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
    await rm(streams, { recursive: true });
  }
}

/** A Windows of its own, for the proofs of one file. */
export function wineFolder() {
  let folder = "";
  const environment = () => ({ WINEPREFIX: path.join(folder, "prefix"), WINEDEBUG: "-all" });
  const run = (argv: readonly string[], spoken: Spoken): Promise<Ended> =>
    ended("wine", argv, spoken, environment());
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "wine-"));
    await run(["wineboot", "--init"], { folder });
    await run(["winecfg", "-v", "win10"], { folder });
  });
  afterAll(async () => {
    await ended("wineserver", ["--kill", "--wait"], { folder }, environment());
    await rm(folder, { recursive: true });
  });
  return { run, file: (...names: readonly string[]) => path.join(folder, ...names) };
}

/** A path of this machine as Windows has it in Wine. */
export function onWindows(file: string): string {
  return `Z:${file.replaceAll("/", "\\")}`;
}

const PLACEHOLDERS = "VirtualAlloc2\0";

/**
 * Makes a node.exe run in Wine 8, which has the function that Node's engine reserves memory with but not the kind of
 * reservation it asks for: under a name that nobody has, the engine does not find it, and takes the older way. What is
 * shipped stays as it is; nothing else in the copy is touched.
 */
export async function withoutPlaceholders(program: string): Promise<void> {
  const bytes = await readFile(program);
  const at = bytes.indexOf(PLACEHOLDERS, 0, "latin1");
  if (at < 0) throw new Error(`${program} does not ask for ${PLACEHOLDERS}`);
  bytes.write(PLACEHOLDERS.replace("2", "0"), at, "latin1");
  await writeFile(program, bytes);
}
