import { posix } from "node:path";
import type { Archive } from "./archive.js";
import { LIMITS, refused, type Refused } from "./guard.js";
import { attribute, readXml } from "./xml.js";

/** The parts of a workbook that hold what we read (ECMA-376-1, 12.3). */
export interface WorkbookParts {
  date1904: boolean;
  sheets: readonly { name: string; hidden: boolean; part: string }[];
  /** Null where the workbook has none. */
  sharedStrings: string | null;
  styles: string | null;
}

interface Relation {
  id: string;
  /** The last segment of the type: transitional and strict files differ in what comes before. */
  type: string;
  part: string;
}

/** Finds the workbook's parts, or refuses a package that is no workbook. */
export async function findParts(archive: Archive): Promise<WorkbookParts> {
  const roots = await relations(archive, "");
  const workbook = roots.find((each) => each.type === "officeDocument")?.part ?? "xl/workbook.xml";
  if (!archive.has(workbook) || !/\.xml$/i.test(workbook)) throw foreignPackage(archive);
  const { date1904, sheets, isWorkbook } = await readWorkbookXml(archive, workbook);
  if (!isWorkbook) throw foreignPackage(archive);
  const related = await relations(archive, workbook);
  const partOfType = (type: string) => related.find((each) => each.type === type)?.part ?? null;
  const worksheets = new Map(
    related.filter((each) => each.type === "worksheet").map((each) => [each.id, each.part]),
  );
  return {
    date1904,
    // A sheet without a worksheet part is a chart or a dialog: no cells to read.
    sheets: sheets.flatMap(({ id, name, hidden }) => {
      const part = worksheets.get(id);
      return part === undefined ? [] : [{ name, hidden, part }];
    }),
    sharedStrings: partOfType("sharedStrings"),
    styles: partOfType("styles"),
  };
}

async function readWorkbookXml(archive: Archive, part: string) {
  const sheets: { id: string; name: string; hidden: boolean }[] = [];
  let date1904 = false;
  let isWorkbook = false;
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === "workbook") isWorkbook = true;
      if (name === "workbookPr") date1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      if (sheets.length >= LIMITS.sheets)
        throw refused("workbook/too-many", { what: "工作表", limit: LIMITS.sheets });
      const hidden = /hidden$/i.test(attributes["state"] ?? "");
      sheets.push({ id: attribute(attributes, "id") ?? "", name: attributes["name"] ?? "", hidden });
    },
  });
  return { date1904, sheets, isWorkbook };
}

/** The relations of a part; of the package itself for "". None where there is no such file. */
async function relations(archive: Archive, part: string): Promise<Relation[]> {
  const folder = part === "" ? "" : posix.dirname(part);
  const file = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  if (!archive.has(file)) return [];
  const found: Relation[] = [];
  await readXml(archive, file, {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), part: target });
    },
  });
  return found;
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
