import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** What package-lock.json tells of a package, by its folder. */
interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
}

/**
 * The terms of every library that dist/ may hold: they ask that their words go along with their code. Types and tools
 * of ours are not among them.
 */
export async function licences(root: string): Promise<Buffer> {
  const lock = JSON.parse(await readFile(path.join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  const shipped = Object.entries(lock.packages).filter(
    ([folder, { dev, link }]) => folder !== "" && !dev && !link,
  );
  const texts = shipped.map(async ([folder, { version = "", license = "" }]) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    return [`${name} ${version}　${license}`, ...(await termsIn(path.join(root, folder)))].join("\n\n");
  });
  return Buffer.from(`${(await Promise.all(texts)).join(`\n\n${"─".repeat(60)}\n\n`)}\n`);
}

/** None where the package brings none, or is not for this machine. */
async function termsIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const terms = (await readdir(folder))
    .filter((name) => /^(?:licen[cs]e|copying|notice)/iu.test(name))
    .sort();
  return Promise.all(terms.map(async (name) => (await readFile(path.join(folder, name), "utf8")).trim()));
}
