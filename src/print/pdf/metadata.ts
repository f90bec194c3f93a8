import { follow, objectText, writePdf, type PdfFile } from "./file.js";
import { PdfRef, textOf, textString } from "./syntax.js";

/** What a viewer shows as the document's properties. */
export interface PdfFacts {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  /** The day of the report, ISO: 2026-05-20. It stands in for the clock, so that prints are repeatable. */
  date: string;
}

/**
 * Puts properties, dates and page labels into a printed PDF: the first `unnumbered` sheets have no
 * number, the next one is page 1. Everything else stays as the browser wrote it.
 */
export function describe(pdf: PdfFile, facts: PdfFacts, unnumbered: number): Uint8Array {
  const root = objectNumber(pdf, "Root");
  const info = objectNumber(pdf, "Info");
  const metadata = pdf.offsets.length;
  const objects = new Map([
    [info, infoObject(pdf, facts)],
    [root, catalog(pdf, root, metadata, unnumbered)],
    [metadata, metadataStream(pdf, facts)],
  ]);
  return writePdf(pdf, objects, `/Root ${root} 0 R\n/Info ${info} 0 R`);
}

function objectNumber(pdf: PdfFile, key: "Root" | "Info"): number {
  const reference = pdf.trailer.get(key);
  if (!(reference instanceof PdfRef)) throw new Error(`the printed PDF has no ${key}`);
  return reference.object;
}

function infoObject(pdf: PdfFile, facts: PdfFacts): string {
  const day = `(D:${facts.date.replaceAll("-", "")}000000+08'00')`;
  return `<</Title ${textString(facts.title)}
/Author ${textString(facts.author)}
/Subject ${textString(facts.subject)}
/Keywords ${textString(facts.keywords)}
/Creator ${textString("monitoring-report")}
/Producer ${textString(producer(pdf))}
/CreationDate ${day}
/ModDate ${day}>>`;
}

/** The browser's own writer, as it named itself. */
function producer(pdf: PdfFile): string {
  return textOf(follow(pdf, pdf.trailer, "Info", "Producer"));
}

/** Adds to the document's root what the browser leaves out. */
function catalog(pdf: PdfFile, root: number, metadata: number, unnumbered: number): string {
  const text = objectText(pdf, root);
  const language = text.includes("/Lang") ? "" : "\n/Lang (zh-CN)";
  return text.replace(
    />>$/,
    `\n/Metadata ${metadata} 0 R\n/PageLabels ${pageLabels(unnumbered)}${language}>>`,
  );
}

/** ISO 32000-1, 12.4.2: sheets before the first number are labelled 封面, then 1, 2, 3 …. */
function pageLabels(unnumbered: number): string {
  const front = unnumbered > 0 ? `0 <</P ${textString("封面")}>> ` : "";
  return `<</Nums [${front}${unnumbered} <</S /D /St 1>>]>>`;
}

/** XMP (ISO 16684-1): the same properties for those who read no Info dictionary. */
function metadataStream(pdf: PdfFile, facts: PdfFacts): string {
  const day = `${facts.date}T00:00:00+08:00`;
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
<xmp:CreatorTool>monitoring-report</xmp:CreatorTool>
<xmp:CreateDate>${day}</xmp:CreateDate>
<xmp:ModifyDate>${day}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const bytes = Buffer.from(packet, "utf8").toString("latin1");
  return `<</Type /Metadata\n/Subtype /XML\n/Length ${bytes.length}>> stream\n${bytes}\nendstream`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function xml(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}
