import { refused } from "./guard.js";

/** What a file is to be read as. */
export type FileKind = "xlsx" | "compound" | "csv";

interface Signature {
  /** How a message calls such a file. */
  name: string;
  matches: (content: Buffer) => boolean;
}

/** Recognised by the first bytes, in this order. */
const FOREIGN: readonly Signature[] = [
  { name: "PDF文件", matches: startsWith("%PDF") },
  { name: "PNG图片", matches: startsWith("\x89PNG") },
  { name: "JPEG图片", matches: startsWith("\xff\xd8\xff") },
  { name: "GIF图片", matches: startsWith("GIF8") },
  { name: "RAR压缩包", matches: startsWith("Rar!") },
  { name: "7z压缩包", matches: startsWith("7z\xbc\xaf") },
  { name: "GZIP压缩包", matches: startsWith("\x1f\x8b") },
  { name: "RTF文档", matches: startsWith("{\\rtf") },
  {
    name: "XML表格",
    matches: (content) => head(content).includes("urn:schemas-microsoft-com:office:spreadsheet"),
  },
  { name: "网页文件", matches: (content) => /<(!doctype\s+html|html|table|meta)[\s>]/i.test(head(content)) },
];

/** Formats that are not read, told by the extension whatever the bytes are. */
const OLD_EXTENSIONS: ReadonlyMap<string, string> = new Map([
  [".wps", "WPS文字格式（.wps）"],
  [".xlsb", "二进制工作簿（.xlsb）"],
  [".ods", "ODS表格（.ods）"],
]);

/**
 * Decides by extension and first bytes how to read a file, or throws the refusal that says what it
 * is instead. `name` is only looked at for its extension.
 */
export function fileKind(name: string, content: Buffer): FileKind {
  const extension = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? "";
  const old = OLD_EXTENSIONS.get(extension);
  if (isCompoundFile(content)) {
    if (old !== undefined) throw refused("workbook/old-format", { format: old });
    return "compound";
  }
  const foreign = FOREIGN.find((each) => each.matches(content));
  if (foreign) throw refused("workbook/not-a-workbook", { what: foreign.name });
  const zipped = isZip(content);
  if (zipped && extension === ".csv") throw refused("workbook/wrong-extension", { extension });
  if (old !== undefined) throw refused("workbook/old-format", { format: old });
  if (extension === ".csv") return "csv";
  if (zipped) return "xlsx";
  throw refused("workbook/not-a-workbook", { what: isText(content) ? "文本文件" : "无法识别的文件" });
}

/** What the first bytes say a file is, whatever it is called: "zip" and "OLE2" for the two containers. */
export function contentName(content: Buffer): string {
  if (isZip(content)) return "zip";
  if (isCompoundFile(content)) return "OLE2";
  const foreign = FOREIGN.find((each) => each.matches(content));
  if (foreign !== undefined) return foreign.name;
  return content.length > 0 && isText(content) ? "文本文件" : "无法识别的文件";
}

function head(content: Buffer): string {
  return content.toString("latin1", 0, 1024);
}

function startsWith(signature: string): (content: Buffer) => boolean {
  const bytes = Buffer.from(signature, "latin1");
  return (content) => content.subarray(0, bytes.length).equals(bytes);
}

/** The marks of an archive's parts: of one that lost its beginning, too, which is told as damaged. */
const MARKS = ["\x03\x04", "\x05\x06", "\x01\x02", "\x06\x06", "\x06\x07", "\x07\x08"];

const isZip = (content: Buffer): boolean => MARKS.some((mark) => startsWith(`PK${mark}`)(content));

/** What texts do not hold: control characters but for white space, and the end mark of DOS. */
const NO_TEXT = /[^\P{Cc}\t\n\v\f\r\x1a\x80-\x9f]/u;

function isText(content: Buffer): boolean {
  return !NO_TEXT.test(content.toString("latin1", 0, 4096));
}

/** OLE2 ([MS-CFB] 2.2). */
const isCompoundFile = startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
