/**
 * A text as Windows reads it. Its shell looks for labels wrongly where lines do not end in CR LF, and takes a batch
 * file's bytes for the code page of the console, whichever that is: what stands in one is ASCII. Notepad knows UTF-8
 * by its mark. Throws where a batch file is not ASCII.
 */
export function asWindowsText(name: string, text: string): Buffer {
  const lines = text.replaceAll(/\r?\n/gu, "\r\n");
  if (!name.endsWith(".cmd")) return Buffer.from(`\ufeff${lines}`);
  if (/[^\0-\x7f]/u.test(lines)) throw new Error(`${name} is not ASCII`);
  return Buffer.from(lines);
}
