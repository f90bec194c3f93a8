/** Text in which Markdown takes no sign for its own, as it stands within a line. */
export function escaped(text: string): string {
  return text.replace(/[\\*_`[\]<&]/gu, "\\$&");
}

/** The same at the beginning of a line, where 1. or - or # would begin a list or a heading. */
export function escapedLine(text: string): string {
  return escapedStart(escaped(text));
}

/** Of text that is escaped already, its beginning. */
export function escapedStart(text: string): string {
  return text.replace(/^(\s*(?:\d{1,9})?)([-+#＃>.)])/u, "$1\\$2");
}
