import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { InputFile } from "../data/dataset.js";
import { issue, type Issue } from "../issues/issue.js";

/** What became of one narrative file: its text, or why it has none. `content` is null where it is absent. */
export interface FileText {
  content: string | null;
  /** For the provenance: null where nothing was read. */
  input: InputFile | null;
  issues: Issue[];
}

/** Some 60,000 Chinese characters: a hundred printed pages. */
const MOST_BYTES = 200_000;
/** The Markdown library's work grows with the square of these; a person's text has a few hundred at most. */
const LIMITS: readonly { counts: RegExp; most: number; unit: string }[] = [
  { counts: /[*_`[\]<>&!\\]/gu, most: 3_000, unit: "个格式符号" },
  { counts: /\r\n?|\n/gu, most: 5_000, unit: "行" },
];

/** Reads the file at `path`, which findings call `name`. Never throws for what a file may be. */
export async function readText(path: string, name: string): Promise<FileText> {
  const bytes = await readBytes(path);
  if (bytes === null) return { content: null, input: null, issues: [] };
  const refuse = (why: Issue): FileText => ({ content: "", input: null, issues: [why] });
  if (typeof bytes === "string")
    return refuse(issue("narrative/unreadable", { file: name }, { reason: bytes }));
  if (bytes.length > MOST_BYTES) {
    return refuse(issue("narrative/too-large", { file: name }, { limit: `${MOST_BYTES / 1000} KB` }));
  }
  const decoded = decode(bytes);
  if (decoded === null) return refuse(issue("narrative/not-text", { file: name }, {}));
  const { content, encoding } = decoded;
  const passed = LIMITS.find(({ counts, most }) => (content.match(counts)?.length ?? 0) > most);
  if (passed !== undefined) {
    const limit = `${passed.most}${passed.unit}`;
    return refuse(issue("narrative/too-large", { file: name }, { limit }));
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const issues = encoding === "gb18030" ? [issue("narrative/gb18030", { file: name }, {})] : [];
  return { content, input: { file: name, bytes: bytes.length, sha256 }, issues };
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: "这是文件夹",
  EACCES: "没有读取权限",
  EPERM: "没有读取权限",
  EBUSY: "文件正被其他程序占用",
};

/** Bytes up to just beyond the limit; null for no such file, the reason where it cannot be read. */
async function readBytes(path: string): Promise<Buffer | string | null> {
  try {
    // O_NONBLOCK, undefined on Windows: a named pipe would otherwise wait for ever for its writer.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await handle.stat()).isFile()) return "不是普通文件";
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    return REASONS[code] ?? `系统错误 ${code}`;
  }
}

/** Notepad writes UTF-8, or what a Chinese Windows calls ANSI; bytes that fit UTF-8 are hardly ever the latter. */
const ENCODINGS = ["utf-8", "gb18030"] as const;

function decode(bytes: Buffer): { content: string; encoding: (typeof ENCODINGS)[number] } | null {
  for (const encoding of ENCODINGS) {
    const content = decodeStrictly(bytes, encoding);
    if (content !== null && !content.includes("\0")) return { content, encoding };
  }
  return null;
}

function decodeStrictly(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
