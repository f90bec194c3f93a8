import { fromBufferPromise } from "yauzl";
import { zip } from "../../workbook/read/zip.js";
import type { WordContent } from "../../../src/word/read/document.js";
import { readWordBytes } from "../../../src/word/read/read.js";

const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a Word file made by hand; what is absent is not there. */
export interface Parts {
  body: string;
  styles?: string;
  numbering?: string;
  comments?: string;
  footnotes?: string;
  endnotes?: string;
  properties?: Readonly<Record<string, string>>;
}

/** A .docx with these parts. */
export function docx({ body, styles, numbering, comments, footnotes, endnotes, properties }: Parts): Buffer {
  const parts = Object.entries({ styles, numbering, comments, footnotes, endnotes }).flatMap(([name, xml]) =>
    xml === undefined ? [] : [{ name, xml: `<w:${name} ${W}>${xml}</w:${name}>` }],
  );
  const relation = (type: string, target: string, at: number) =>
    `<Relationship Id="r${at}" Type="${TYPES}/${type}" Target="${target}"/>`;
  const relations = (all: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`;
  const own = Object.entries(properties ?? {}).map(
    ([name, value]) => `<property name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
  );
  return zip([
    {
      name: "_rels/.rels",
      data: relations(
        relation("officeDocument", "word/document.xml", 1) +
          relation("custom-properties", "docProps/custom.xml", 2),
      ),
    },
    { name: "word/document.xml", data: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    {
      name: "word/_rels/document.xml.rels",
      data: relations(parts.map(({ name }, at) => relation(name, `${name}.xml`, at)).join("")),
    },
    ...parts.map(({ name, xml }) => ({ name: `word/${name}.xml`, data: xml })),
    { name: "docProps/custom.xml", data: `<Properties xmlns:vt="urn:v">${own.join("")}</Properties>` },
  ]);
}

/** The same, read. */
export async function contentOf(parts: Parts): Promise<WordContent> {
  const { content, issues } = await readWordBytes(docx(parts), "修改稿.docx");
  if (content === null) throw new Error(JSON.stringify(issues));
  return content;
}

export function p(...inside: readonly string[]): string {
  return `<w:p>${inside.join("")}</w:p>`;
}

export function r(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-05-21T09:00:00Z"`;

export function ins(author: string, text: string): string {
  return `<w:ins ${by(author)}>${r(text)}</w:ins>`;
}

export function del(author: string, text: string): string {
  return `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
}

/** Properties of a paragraph whose end was put in (`ins`) or taken out (`del`). */
export function end(what: "ins" | "del", author: string): string {
  return `<w:pPr><w:rPr><w:${what} ${by(author)}/></w:rPr></w:pPr>`;
}

export function marked(name: string, ...inside: readonly string[]): string {
  return `<w:bookmarkStart w:id="${name}" w:name="${name}"/>${inside.join("")}<w:bookmarkEnd w:id="${name}"/>`;
}

/** A Word file with some of its parts written anew, and others that it did not have: what somebody did to it. */
export async function amended(
  bytes: Uint8Array,
  parts: Readonly<Record<string, (xml: string) => string>>,
  added: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const file = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const entries: { name: string; data: string | Uint8Array }[] = [];
  for await (const entry of file.eachEntry()) {
    const chunks: Buffer[] = [];
    const stream = await file.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const data = Buffer.concat(chunks);
    const change = parts[entry.fileName];
    entries.push({ name: entry.fileName, data: change === undefined ? data : change(data.toString("utf8")) });
  }
  return zip([...entries, ...Object.entries(added).map(([name, data]) => ({ name, data }))]);
}

/** The part with the comments, and what names it to the document. */
export function commentsPart(...comments: readonly string[]) {
  const relation = `<Relationship Id="rIdRemarks" Type="${TYPES}/comments" Target="comments.xml"/>`;
  return {
    added: { "word/comments.xml": `<w:comments ${W}>${comments.join("")}</w:comments>` },
    parts: {
      "word/_rels/document.xml.rels": (xml: string) =>
        xml.replace("</Relationships>", `${relation}</Relationships>`),
    },
  };
}
