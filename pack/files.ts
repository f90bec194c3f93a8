import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** The files of a folder that is to be: their content by the path below it, with forward slashes. */
export type Files = Map<string, Buffer>;

/** Reads the files below `folder` whose path, with forward slashes, is `wanted`; they are to stand below `to`. */
export async function filesIn(
  folder: string,
  to: string,
  wanted: (name: string) => boolean = () => true,
): Promise<Files> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)).replaceAll(path.sep, "/"))
    .filter(wanted)
    .sort();
  const files: Files = new Map();
  for (const name of names) files.set(path.posix.join(to, name), await readFile(path.join(folder, name)));
  return files;
}

/** Puts the files into `folder`, and nothing else: what stood there goes. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** Several sets as one. Throws where two hold the same path. */
export function joined(sets: readonly Files[]): Files {
  const all: Files = new Map();
  for (const [name, content] of sets.flatMap((each) => [...each])) {
    if (all.has(name)) throw new Error(`two files would stand at ${name}`);
    all.set(name, content);
  }
  return all;
}

/** The same files below a folder. */
export function below(folder: string, files: Files): Files {
  return new Map([...files].map(([name, content]) => [path.posix.join(folder, name), content]));
}
