import { follow, objectText, writePdf, type PdfFile } from "./file.js";
import { PdfRef, textOf, textString } from "./syntax.js";

/** What a viewer shows as the document's properties. */
export interface PdfFacts {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  /** The document's day, ISO: 2026-05-20. It stands in for the clock, so that prints are repeatable. */
  date: string;
}

/** What is the same for all documents of one program. */
export interface PdfMaker {
  /** The program's name. */
  creator: string;
  /** RFC 3066: "zh-CN". */
  language: string;
  /** The zone the day is of: "+08:00". */
  zone: string;
  /** How a viewer labels the sheets before page 1. */
  front: string;
}

/**
 * Puts properties, dates and page labels into a printed PDF: the first `unnumbered` sheets have no
 * number, the next one is page 1. Everything else stays as the browser wrote it.
 */
export function describe(pdf: PdfFile, facts: PdfFacts & PdfMaker, unnumbered: number): Uint8Array {
  const root = objectNumber(pdf, "Root");
  const info = objectNumber(pdf, "Info");
  const metadata = pdf.offsets.length;
  const objects = new Map([
    [info, infoObject(pdf, facts)],
    [root, catalog(objectText(pdf, root), metadata, facts, unnumbered)],
    [metadata, metadataStream(pdf, facts)],
  ]);
  return writePdf(pdf, objects, `/Root ${root} 0 R\n/Info ${info} 0 R`);
}

function objectNumber(pdf: PdfFile, key: "Root" | "Info"): number {
  const reference = pdf.trailer.get(key);
  if (!(reference instanceof PdfRef)) throw new Error(`the printed PDF has no ${key}`);
  return reference.object;
}

function infoObject(pdf: PdfFile, facts: PdfFacts & PdfMaker): string {
  const day = `(D:${facts.date.replaceAll("-", "")}000000${facts.zone.replace(":", "'")}')`;
  return `<</Title ${textString(facts.title)}
/Author ${textString(facts.author)}
/Subject ${textString(facts.subject)}
/Keywords ${textString(facts.keywords)}
/Creator ${textString(facts.creator)}
/Producer ${textString(producer(pdf))}
/CreationDate ${day}
/ModDate ${day}>>`;
}

/** The browser's own writer, as it named itself. */
function producer(pdf: PdfFile): string {
  return textOf(follow(pdf, pdf.trailer, "Info", "Producer"));
}

/** Adds to the document's root, of which `text` is all, what the browser leaves out. */
function catalog(text: string, metadata: number, { front, language }: PdfMaker, unnumbered: number): string {
  const spoken = text.includes("/Lang") ? "" : `\n/Lang (${language})`;
  return text.replace(
    />>$/,
    `\n/Metadata ${metadata} 0 R\n/PageLabels ${pageLabels(front, unnumbered)}${spoken}>>`,
  );
}

/** ISO 32000-1, 12.4.2: sheets before the first number are all labelled `front`, then come 1, 2, 3 …. */
function pageLabels(front: string, unnumbered: number): string {
  const first = unnumbered > 0 ? `0 <</P ${textString(front)}>> ` : "";
  return `<</Nums [${first}${unnumbered} <</S /D /St 1>>]>>`;
}

/** XMP (ISO 16684-1): the same properties for those who read no Info dictionary. */
function metadataStream(pdf: PdfFile, facts: PdfFacts & PdfMaker): string {
  const day = `${facts.date}T00:00:00${facts.zone}`;
  const alternative = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title>${alternative(facts.title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(facts.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternative(facts.subject)}</dc:description>
<pdf:Keywords>${xml(facts.keywords)}</pdf:Keywords>
<pdf:Producer>${xml(producer(pdf))}</pdf:Producer>
<xmp:CreatorTool>${xml(facts.creator)}</xmp:CreatorTool>
<xmp:CreateDate>${day}</xmp:CreateDate>
<xmp:ModifyDate>${day}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const bytes = Buffer.from(packet, "utf8").toString("latin1");
  return `<</Type /Metadata\n/Subtype /XML\n/Length ${bytes.length}>> stream\n${bytes}\nendstream`;
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
]);

function xml(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES.get(character) ?? character);
}
