import { expect, test } from "vitest";
import { Chalk } from "chalk";
import { plainText, processTerminal } from "../../src/terminal/terminal.js";

/** A process that remembers what was written to its streams. */
function pretended(): { process: NodeJS.Process; written: string[] } {
  const written: string[] = [];
  const stream = { isTTY: true, columns: 80, write: (text: string) => written.push(text) };
  return { process: { env: {}, stdout: stream, stderr: stream } as unknown as NodeJS.Process, written };
}

test.each([
  ["clears the screen", "甲\u001b[2J乙"],
  ["renames the window", "甲\u001b]0;名\u0007乙"],
  ["hides what follows", "甲\u001b[8m乙"],
  ["goes back to the line's start", "甲\r乙"],
  ["goes back a character", "甲\b乙"],
  ["is an escape of one byte", "甲\u009b2J乙"],
  ["turns the direction of reading", "甲\u202e乙"],
  ["turns it for a part", "甲\u2067乙"],
  ["ends a line unseen", "甲\u2028乙"],
  ["ends a paragraph unseen", "甲\u2029乙"],
  ["parts a word unseen", "甲\u200b乙"],
  ["joins words unseen", "甲\u2060乙"],
  ["begins a file in its midst", "甲\ufeff乙"],
])("a text that %s is shown and not obeyed", (_, text) => {
  expect(plainText(text)).toMatch(/^甲\ufffd.*乙$/u);
  const { process, written } = pretended();
  const terminal = processTerminal(process);
  terminal.out(text);
  terminal.err(text);
  terminal.progress(text);
  expect(written).toHaveLength(3);
  for (const each of written) expect(each.endsWith(plainText(text))).toBe(true);
});

test("lines, tables and our own colours are left as they are", () => {
  const chalk = new Chalk({ level: 1 });
  const text = `\ufeff编号,数值\r\nW04,94.88\n\t${chalk.red.bold("错误")}${chalk.white.bgRed("红色")}${chalk.dim("—")}`;
  expect(plainText(text)).toBe(text);
});
