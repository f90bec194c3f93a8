import path from "node:path";
import { filesIn, type Files } from "./files.js";

const CHROMIUM = "node_modules/@sparticuz/chromium";

/** Of the browser's package the archives that are unpacked, and what names it: its fonts and its software drawing are not used. */
const WANTED = /^(?:LICENSE|package\.json|build\/.*(?:js|json)|bin\/(?:chromium|al2023\.tar)\.br)$/u;

/** The browser that is carried along, in a package that needs no others: none of its code is run. */
export async function chromiumFiles(root: string): Promise<Files> {
  const files = await filesIn(path.join(root, CHROMIUM), CHROMIUM, (name) => WANTED.test(name));
  const own = jsonOf(files, `${CHROMIUM}/package.json`);
  const told = ["name", "version", "license", "type", "main", "exports"].map((key) => [key, own[key]]);
  return files.set(`${CHROMIUM}/package.json`, asJson(Object.fromEntries(told)));
}

/** The program with a package.json that says which packages lie in it: npm packs them along, and asks no registry for them. */
export function withBundled(files: Files): Files {
  const packages = [...files.keys()].filter((name) =>
    /^node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/u.test(name),
  );
  const inside = packages.map((name) => jsonOf(files, name));
  const dependencies = Object.fromEntries(inside.map(({ name, version }) => [String(name), String(version)]));
  const own = {
    ...jsonOf(files, "package.json"),
    dependencies,
    bundleDependencies: Object.keys(dependencies),
  };
  return new Map(files).set("package.json", asJson(own));
}

function jsonOf(files: Files, name: string): Record<string, unknown> {
  return JSON.parse(String(files.get(name) ?? "{}")) as Record<string, unknown>;
}

function asJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
