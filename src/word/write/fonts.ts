import type { IFontAttributesProperties } from "docx";

/* The faces GB/T 9704 asks for, by the names they have on a government machine; figures in Times New Roman. */

const FIGURES = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman" };

function face(eastAsia: string): IFontAttributesProperties {
  return { ...FIGURES, eastAsia };
}

/** Latin letters, too: 黑体 and 小标宋 headings are set in one face. */
function whole(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, cs: "Times New Roman", eastAsia: name };
}

export const FONT = {
  body: face("仿宋_GB2312"),
  kai: face("楷体_GB2312"),
  hei: whole("黑体"),
  /** In the heads of tables, where figures are as narrow as those below them. */
  heiOfTables: face("黑体"),
  song: face("宋体"),
  title: whole("方正小标宋简体"),
} as const;
