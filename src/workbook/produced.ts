/** Stands in the keywords of a workbook that this program wrote for people to read, and survives being saved anew. */
const MARK = "由report生成，不作数据来源";

/** The keywords of a workbook we write: 数据报表，由report生成，不作数据来源. */
export function producedKeywords(what: string): string {
  return `${what}，${MARK}`;
}

/** What a workbook of ours is by its keywords: 数据报表; null for everybody else's. */
export function producedAs(keywords: string): string | null {
  const end = keywords.indexOf(`，${MARK}`);
  if (end < 0) return null;
  return (
    keywords
      .slice(0, end)
      .split(/[,;，；]/u)
      .at(-1)
      ?.trim() ?? ""
  );
}
