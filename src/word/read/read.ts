import { readBytes, type Refusal } from "../../files/read.js";
import { issue, type Issue } from "../../issues/issue.js";
import { openArchive, type Archive } from "../../workbook/read/archive.js";
import { openCompound } from "../../workbook/read/compound.js";
import { LIMITS, megabytes, Refused } from "../../workbook/read/guard.js";
import { contentName } from "../../workbook/read/kind.js";
import { relations } from "../../workbook/read/package-parts.js";
import { readBody, type Draft } from "./body.js";
import { readComments } from "./comments.js";
import { countVersions } from "./joined.js";
import { countsOfDraft, type Counts } from "./limits.js";
import { readLists } from "./lists.js";
import type { Story, WordContent } from "./document.js";
import { withNotes } from "./notes.js";
import { ownNames } from "./own-text.js";
import { createdOn, readProperties } from "./properties.js";
import { readStyles } from "./styles.js";

/** A Word file, or why it could not be read. */
export type WordReading =
  | { content: WordContent; issues: readonly [] }
  | { content: null; issues: readonly Issue[] };

/**
 * Reads the .docx at `path`, which findings call `name`. Never throws for what a file may be: of all that is no Word
 * document the finding says what it is and what to do. Pictures are never unpacked; the
 * limits are those of containers and of drafts.
 */
export async function readWord(path: string, name: string): Promise<WordReading> {
  const { content, refusal } = await readBytes(path, LIMITS.fileBytes);
  if (refusal !== null) return told(refusedFile(refusal, name));
  return readWordBytes(content, name);
}

/** The same of bytes at hand; of what the program wrote by itself nothing need be counted. */
export async function readWordBytes(
  content: Buffer,
  name: string,
  count: Counts = countsOfDraft(),
): Promise<WordReading> {
  const other = notWord(content, name);
  if (other !== null) return told(other);
  try {
    const archive = await openArchive(content);
    return await readPackage(archive, name, count);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return told(asWord(error.finding(name), name));
  }
}

function told(found: Issue): WordReading {
  return { content: null, issues: [found] };
}

async function readPackage(archive: Archive, file: string, count: Counts): Promise<WordReading> {
  const roots = await relations(archive, "");
  const named = (type: string) => roots.find((each) => each.type === type)?.part;
  const main = [named("officeDocument"), "word/document.xml"].find(
    (part) =>
      part !== undefined && archive.has(part) && !/(?:workbook|presentation)\.(?:xml|bin)$/iu.test(part),
  );
  if (main === undefined) return told(foreignPackage(archive, file));
  const related = await relations(archive, main);
  const partOf = (type: string) => related.find((each) => each.type === type)?.part;
  const own = ownNames();
  const draft: Draft = {
    styles: await readStyles(archive, partOf("styles"), { count, own }),
    lists: await readLists(archive, partOf("numbering"), own),
    count,
    own,
  };
  const bodies = [await readBody(archive, main, draft, "body")];
  for (const { type, story } of STORIES) {
    const parts = related.filter((each) => each.type === type && archive.has(each.part));
    // Several sections may have one header.
    for (const part of new Set(parts.map((each) => each.part)))
      bodies.push(await readBody(archive, part, draft, story));
  }
  const paragraphs = withNotes(
    bodies.flatMap((body) => body.paragraphs),
    count,
  );
  countVersions(paragraphs, count);
  const content = {
    paragraphs,
    comments: await readComments(archive, partOf("comments"), draft),
    properties: await readProperties(archive, named("custom-properties")),
    created: await createdOn(archive, named("core-properties")),
    relooked: bodies.reduce((sum, { relooked }) => sum + relooked, 0),
  };
  return { content, issues: [] };
}

/** What runs beside the text, by the type of its part. */
const STORIES: readonly { type: string; story: Story }[] = [
  { type: "footnotes", story: "footnote" },
  { type: "endnotes", story: "endnote" },
  { type: "header", story: "header" },
  { type: "footer", story: "footer" },
];

/** Containers of other programs, told by a part only they have. */
const PACKAGES: readonly { part: string; finding: (file: string) => Issue }[] = [
  { part: "content.xml", finding: (file) => issue("word/old-format", { file }, { format: "ODT文档" }) },
  { part: "xl/workbook.xml", finding: (file) => issue("word/not-a-document", { file }, { what: "工作簿" }) },
  {
    part: "ppt/presentation.xml",
    finding: (file) => issue("word/not-a-document", { file }, { what: "演示文稿" }),
  },
];

function foreignPackage(archive: Archive, file: string): Issue {
  const known = PACKAGES.find(({ part }) => archive.has(part));
  return known?.finding(file) ?? issue("word/not-a-document", { file }, { what: "普通压缩包" });
}

/** What a file is that is no zip container; null for one that is. */
function notWord(content: Buffer, file: string): Issue | null {
  const what = contentName(content);
  if (what === "RTF文档") return issue("word/old-format", { file }, { format: what });
  if (what === "OLE2") return compoundFile(content, file);
  return what === "zip" ? null : issue("word/not-a-document", { file }, { what });
}

/** .doc, .wps and every encrypted .docx lie in the same container. */
function compoundFile(content: Buffer, file: string): Issue {
  try {
    const { names } = openCompound(content);
    if (names.includes("encryptedpackage")) return issue("word/encrypted", { file }, {});
    if (names.includes("worddocument") || /\.(?:doc|wps)$/iu.test(file)) {
      const format = /\.wps$/iu.test(file) ? "WPS文字格式（.wps）" : "旧版Word格式（.doc）";
      return issue("word/old-format", { file }, { format });
    }
    return issue("word/not-a-document", { file }, { what: "其他程序的文件" });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return asWord(error.finding(file), file);
  }
}

/** The refusals of the container's readers, which speak of workbooks, said of a Word document. */
function asWord(found: Issue, file: string): Issue {
  const { code, message } = found;
  if (code === "word/too-long") return found;
  if (code === "workbook/encrypted") return issue("word/encrypted", { file }, {});
  if (code === "workbook/inflates-too-far" || code === "workbook/too-many")
    return issue("word/too-large", { file }, {});
  return issue("word/damaged", { file }, { detail: message.replace(/^.*?：/u, "") });
}

function refusedFile({ why, reason, size }: Refusal, file: string): Issue {
  if (why === "missing") return issue("word/missing-file", { file }, {});
  if (why === "too-large") return issue("word/file-too-large", { file }, megabytes(size, LIMITS.fileBytes));
  return issue("word/unreadable", { file }, { reason });
}
