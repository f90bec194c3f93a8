import { Document, Packer, type IPropertiesOptions } from "docx";
import type { DocumentFacts } from "../../report/model.js";
import { escapeMarkup } from "../../terms/markup.js";
import { datedZip } from "../../workbook/write/zip-date.js";
import { clean } from "./runs.js";

/** A part of the package that the library would write otherwise. */
export interface PackagePart {
  path: string;
  data: string;
}

const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const WORD = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;

/** What a Word file says of itself. */
type FileFacts = Pick<DocumentFacts, "title" | "author" | "subject" | "keywords">;

/**
 * A Word document of ours as a file; `date`, YYYY-MM-DD, stands in for the clock: the same input gives the same bytes.
 * `tracked`: whoever amends it is tracked.
 */
export async function packed(
  content: Pick<IPropertiesOptions, "styles" | "customProperties" | "sections" | "footnotes">,
  facts: FileFacts,
  date: string,
  { tracked }: { tracked: boolean },
): Promise<Uint8Array> {
  const options = { evenAndOddHeaderAndFooters: true, title: facts.title, externalStyles: NORMAL };
  const file = new Document({ ...content, ...options });
  const bytes = await Packer.toBuffer(file, undefined, [settingsPart({ tracked }), corePart(facts, date)]);
  return datedZip(bytes, new Date(`${date}T00:00:00Z`));
}

/**
 * The style that all others rest on. No gap of a quarter character between 2025 and 年: in a narrow cell it is the gap
 * that breaks the two apart, and a line of the text would hold fewer characters than the printed one. The library has an
 * option for one of the two, and puts it where Word does not look for it.
 */
const NORMAL =
  `<w:styles ${WORD}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>` +
  `<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style></w:styles>`;

/** What Chinese Word writes into its own files; without it WPS and Word set lines and punctuation as in Latin text. */
const COMPATIBILITY =
  `<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>` +
  `<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>` +
  `<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`;

/**
 * settings.xml: leaves that mirror each other, which the library has no option for, and whether whoever amends the
 * report is tracked.
 */
function settingsPart({ tracked }: { tracked: boolean }): PackagePart {
  const data =
    `${DECLARATION}<w:settings ${WORD}><w:mirrorMargins/>${tracked ? "<w:trackRevisions/>" : ""}` +
    `<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>` +
    `<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
    `<w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>` +
    `${COMPATIBILITY}<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
  return { path: "word/settings.xml", data };
}

/** core.xml: the document's properties and its day, which stands in for the clock. `day` as YYYY-MM-DD. */
function corePart({ title, author, subject, keywords }: FileFacts, day: string): PackagePart {
  const text = (name: string, value: string): string => `<${name}>${escapeMarkup(clean(value))}</${name}>`;
  const when = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  const data =
    `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    text("dc:title", title) +
    text("dc:subject", subject) +
    text("dc:creator", author) +
    text("cp:keywords", keywords) +
    text("cp:lastModifiedBy", author) +
    `<cp:revision>1</cp:revision>${when("created")}${when("modified")}</cp:coreProperties>`;
  return { path: "docProps/core.xml", data };
}
