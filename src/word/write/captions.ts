import { type IParagraphOptions, Paragraph, SimpleField } from "docx";
import { clean, run } from "./runs.js";
import type { StyleId } from "./styles.js";

/** 表3　title, with a number that Word can count on: a SEQ field that already holds it. */
export function captioned(
  number: string,
  title: string,
  style: StyleId,
  options: IParagraphOptions = {},
): Paragraph {
  const [, name = "", count = ""] = /^(.*?)(\d+)$/u.exec(number) ?? [];
  if (count === "") return new Paragraph({ ...options, style, children: [run(`${number}${title}`)] });
  // 附表1-2: the annex is part of the name, and no sign may stand in one.
  const sequence = name.replaceAll("-", "");
  return new Paragraph({
    ...options,
    style,
    children: [run(name), new SimpleField(`SEQ ${clean(sequence)} \\* ARABIC`, count), run(`　${title}`)],
  });
}
