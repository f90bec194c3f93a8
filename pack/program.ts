import { readFile } from "node:fs/promises";
import path from "node:path";
import { FACES, type Face } from "../src/render/faces/faces.js";
import { filesIn, joined, type Files } from "./files.js";
import { licences } from "./licences.js";

/** What the program's package.json tells of it once it is installed; what it is built from is left out. */
const TOLD = ["name", "version", "private", "description", "license", "type", "bin", "exports", "engines"];

const TEXTS = ["LICENSE", "CHANGELOG.md", "README.md"];

/** The sample data; beside them lie the programs that make them. */
const SAMPLES = /^(?:data|data-2030|national)\/|^README\.md$/u;

/**
 * The program as it runs anywhere, without what it is built from: dist/ holds its libraries, so that of node_modules
 * the fonts alone are wanted. `root` is the project's folder, built.
 */
export async function programFiles(root: string): Promise<Files> {
  const folder = (name: string, wanted?: (name: string) => boolean): Promise<Files> =>
    filesIn(path.join(root, name), name, wanted);
  return joined([
    new Map([
      ["package.json", await packageJson(root)],
      ["THIRD-PARTY.txt", await licences(root)],
    ]),
    new Map(
      await Promise.all(TEXTS.map(async (name) => [name, await readFile(path.join(root, name))] as const)),
    ),
    await folder("dist", isRun),
    await folder("plans"),
    await folder("templates"),
    await folder("fixtures", (name) => SAMPLES.test(name)),
    ...(await faceFiles(root)),
  ]);
}

/**
 * Declarations are for those who program; other folders of dist/ hold declarations, and what tests and fixtures compile.
 * What V8 compiled when the program was built is for the Node it was built with.
 */
function isRun(name: string): boolean {
  return !name.includes("/") && !/\.(?:d\.ts|compiled)$/u.test(name);
}

async function packageJson(root: string): Promise<Buffer> {
  const own = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as Record<string, unknown>;
  const told = Object.fromEntries(TOLD.filter((key) => key in own).map((key) => [key, own[key]]));
  return Buffer.from(`${JSON.stringify(told, null, 2)}\n`);
}

function faceFiles(root: string): Promise<Files[]> {
  const packs = [...new Set(FACES.map(({ pack }) => pack))];
  return Promise.all(
    packs.map((pack) => {
      const faces = FACES.filter((face) => face.pack === pack);
      const name = `node_modules/${pack}`;
      return filesIn(path.join(root, name), name, (file) => isOfFaces(file, faces));
    }),
  );
}

/** Whether a file of a font's package is read by one of the faces made of it: the cuts of rarer characters, too. */
export function isOfFaces(file: string, faces: readonly Face[]): boolean {
  if (["package.json", "LICENSE", "unicode.json"].includes(file)) return true;
  return faces.some((face) => {
    const [before = "", after] = face.file.split("chinese-simplified");
    if (after === undefined) return file === `files/${face.file}`;
    return file.startsWith(`files/${before}`) && file.endsWith(after);
  });
}
