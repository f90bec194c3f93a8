/** The page with these rules at the end of its head. */
export function withStyle(html: string, rules: string): string {
  return inHead(html, `<style>\n${rules}</style>\n`);
}

/** The page with this at the end of its head; at its beginning where it has no head. */
export function inHead(html: string, markup: string): string {
  const head = html.indexOf("</head>");
  return head < 0 ? markup + html : html.slice(0, head) + markup + html.slice(head);
}
