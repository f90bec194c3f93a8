import { refused } from "./guard.js";

/**
 * Text of a CSV file or the manifest. Excel writes UTF-16 with a mark or, in Chinese Windows, GB18030 without one;
 * other programs write UTF-8 with or without a mark. Bytes that are valid UTF-8 are hardly ever
 * meant as GB18030, so that is tried first.
 */
export function decodeText(bytes: Buffer): string {
  const encodings = markedEncoding(bytes) ?? ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && !text.includes("\0")) return text;
  }
  throw refused("workbook/unknown-encoding", {});
}

function markedEncoding(bytes: Buffer): readonly string[] | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  return null;
}

/** Decodes without the byte order mark; null where the bytes do not fit the encoding. */
function decodeStrictly(bytes: Buffer, encoding: string): string | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
