import { posix } from "node:path";
import type { Archive } from "./archive.js";
import { isTrue } from "./cell-reader.js";
import { LIMITS, refused, Refused } from "./guard.js";
import { sheetName } from "./sheet-name.js";
import { readXml } from "./xml.js";

/** The parts of a workbook that hold what we read (ECMA-376-1, 12.3). */
export interface WorkbookParts {
  date1904: boolean;
  sheets: readonly { name: string; hidden: boolean; part: string }[];
  /** Null where the workbook names none; one that is named need not be there. */
  sharedStrings: string | null;
  styles: string | null;
  /** "" where there are none. */
  keywords: string;
}

interface Relation {
  id: string;
  /** The last segment of the type: transitional and strict files differ in what comes before. */
  type: string;
  part: string;
}

const ORDINARY_WORKBOOK = "xl/workbook.xml";

/** Finds the workbook's parts, or refuses a package that is no workbook. */
export async function findParts(archive: Archive): Promise<WorkbookParts> {
  const roots = await relations(archive, "");
  const named = roots.filter(({ type }) => type === "officeDocument").map(({ part }) => part);
  const workbook = [...named, ORDINARY_WORKBOOK].find((part) => archive.has(part));
  if (workbook === undefined || !/\.xml$/iu.test(workbook)) throw foreignPackage(archive);
  const { date1904, sheets, isWorkbook } = await readWorkbookXml(archive, workbook);
  if (!isWorkbook) throw foreignPackage(archive);
  const related = await relations(archive, workbook);
  const partOfType = (type: string) => related.find((each) => each.type === type)?.part ?? null;
  const found = sheets.flatMap((sheet) => worksheetOf(sheet, related, archive));
  if (found.length === 0) throw refused("workbook/no-sheets", {});
  refuseShared(found);
  return {
    date1904,
    sheets: found,
    sharedStrings: partOfType("sharedStrings"),
    styles: partOfType("styles"),
    keywords: await keywordsIn(archive, roots.find(({ type }) => type === "core-properties")?.part),
  };
}

interface NamedSheet {
  id: string;
  name: string;
  hidden: boolean;
}

/** The part of a sheet; none for a chart or a dialog, which have no cells to read. */
function worksheetOf(
  { id, name, hidden }: NamedSheet,
  related: readonly Relation[],
  archive: Archive,
): WorkbookParts["sheets"] {
  const relation = related.find((each) => each.id === id);
  if (relation !== undefined && relation.type !== "worksheet") return [];
  if (relation === undefined || !archive.has(relation.part)) {
    throw refused("workbook/damaged", { detail: `工作表“${name}”的内容不在文件里` });
  }
  return [{ name, hidden, part: relation.part }];
}

/** The figures of a part that several sheets share would be read as often. */
function refuseShared(sheets: WorkbookParts["sheets"]): void {
  const owners = new Map<string, string>();
  for (const { name, part } of sheets) {
    const owner = owners.get(part.toLowerCase());
    if (owner !== undefined)
      throw refused("workbook/damaged", { detail: `与工作表“${owner}”指向同一段内容` }, { sheet: name });
    owners.set(part.toLowerCase(), name);
  }
}

async function readWorkbookXml(archive: Archive, part: string) {
  const sheets: NamedSheet[] = [];
  const parents: string[] = [];
  let date1904 = false;
  let isWorkbook = false;
  await readXml(archive, part, {
    open(name, attributes) {
      const parent = parents.at(-1);
      parents.push(name);
      if (parent === undefined) isWorkbook = name === "workbook";
      if (name === "workbookPr" && parent === "workbook") date1904 = isTrue(attributes.get("date1904"));
      if (name !== "sheet" || parent !== "sheets") return;
      if (sheets.length >= LIMITS.sheets)
        throw refused("workbook/too-many", { what: "工作表", limit: LIMITS.sheets });
      const hidden = /hidden$/iu.test(attributes.get("state") ?? "");
      sheets.push({ id: attributes.get("id") ?? "", name: sheetName(attributes.get("name") ?? ""), hidden });
    },
    close: () => void parents.pop(),
  });
  return { date1904, sheets, isWorkbook };
}

/** What the file says of itself does not decide whether its figures can be read: damaged, it says nothing. */
async function keywordsIn(archive: Archive, part: string | undefined): Promise<string> {
  if (part === undefined || !archive.has(part)) return "";
  const read = { isOpen: false, text: "" };
  try {
    await readXml(archive, part, {
      open: (name) => void (read.isOpen = name === "keywords"),
      text: (text) => void (read.isOpen && read.text.length < LONGEST_KEYWORDS && (read.text += text)),
      close: () => void (read.isOpen = false),
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  return read.text;
}

const LONGEST_KEYWORDS = 1_000;

/** Longer paths lead nowhere: a part's name has its place in the package's directory. */
const LONGEST_TARGET = 1_000;

/** The relations of a part; of the package itself for "". None where there is no such file. */
export async function relations(archive: Archive, part: string): Promise<Relation[]> {
  const folder = part === "" ? "" : posix.dirname(part);
  const file = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  if (!archive.has(file)) return [];
  const found: Relation[] = [];
  await readXml(archive, file, {
    root: "Relationships",
    open(name, attributes) {
      if (name !== "Relationship" || attributes.get("TargetMode") === "External") return;
      const [id = "", type = "", target = ""] = ["Id", "Type", "Target"].map((key) => attributes.get(key));
      if (found.length >= LIMITS.relations)
        throw refused("workbook/damaged", { detail: "部件之间的关系过多" });
      if (target.length > LONGEST_TARGET) throw refused("workbook/damaged", { detail: "部件的路径过长" });
      found.push({ id, type: type.slice(type.lastIndexOf("/") + 1), part: partNamed(target, folder) });
    },
  });
  return found;
}

/** The part a target leads to, from the package's root or from `folder`, in whatever way programs write it. */
function partNamed(target: string, folder: string): string {
  const path = unescaped(target.replaceAll("\\", "/").replace(/[?#].*$/su, ""));
  return path.startsWith("/") ? posix.normalize(path.slice(1)) : posix.join(folder, path);
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Zip containers that people take for workbooks, told by a part only they have. */
const PACKAGES: readonly { part: string; finding: () => Refused }[] = [
  { part: "word/document.xml", finding: () => refused("workbook/not-a-workbook", { what: "Word文档" }) },
  { part: "ppt/presentation.xml", finding: () => refused("workbook/not-a-workbook", { what: "演示文稿" }) },
  {
    part: "xl/workbook.bin",
    finding: () => refused("workbook/old-format", { format: "二进制工作簿（.xlsb）" }),
  },
  { part: "content.xml", finding: () => refused("workbook/old-format", { format: "ODS表格（.ods）" }) },
];

function foreignPackage(archive: Archive): Refused {
  const known = PACKAGES.find((each) => archive.has(each.part));
  return known ? known.finding() : refused("workbook/not-a-workbook", { what: "普通压缩包" });
}
