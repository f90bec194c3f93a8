/** Where output goes. Product goes to `out`, everything else to `err`; tests hand in a silent one. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Replaces the progress line on a person's terminal; writes nothing elsewhere. "" clears it. */
  progress(text: string): void;
  /** Columns of the terminal, for tables; 100 where unknown. */
  readonly width: number;
  /** Whether colour may be used on stdout and stderr (TTY and no NO_COLOR). */
  readonly colour: { readonly out: boolean; readonly err: boolean };
}

const CLEAR_LINE = "\r\u001b[2K";

/**
 * What would move the cursor, rename the window or hide what is said, and what nobody sees that ends a line, parts a word
 * or turns the reading round: any file's text may hold it. Colours pass, line ends, and the mark a CSV begins with.
 */
const COMMANDS =
  /\u001b(?!\[(?!8m)\d{1,3}m)|\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f]|(?<!^)\ufeff/gu;

/** The text with nothing in it that a terminal would obey instead of showing. */
export function plainText(text: string): string {
  return text.replace(COMMANDS, "\ufffd");
}

/** The terminal of a running process. Colour only for people: a TTY, and NO_COLOR is unset or empty. */
export function processTerminal(process: NodeJS.Process): Terminal {
  const mayColour = !process.env["NO_COLOR"];
  const clear = process.stderr.isTTY ? CLEAR_LINE : "";
  return {
    out: (text) => void process.stdout.write(plainText(text)),
    err: (text) => void process.stderr.write(clear + plainText(text)),
    progress: (text) => void (process.stderr.isTTY && process.stderr.write(clear + plainText(text))),
    width: process.stdout.columns || 100,
    colour: {
      out: mayColour && process.stdout.isTTY,
      err: mayColour && process.stderr.isTTY,
    },
  };
}
