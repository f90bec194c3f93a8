/** The page with these rules at the end of its head; at its beginning where it has no head. */
export function withStyle(html: string, rules: string): string {
  const style = `<style>\n${rules}</style>\n`;
  const head = html.indexOf("</head>");
  return head < 0 ? style + html : html.slice(0, head) + style + html.slice(head);
}
