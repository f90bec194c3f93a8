import { BuilderElement, ImportedXmlComponent, Run, type ParagraphChild, type XmlComponent } from "docx";
import { escapeMarkup } from "../../terms/markup.js";
import { run } from "./runs.js";

/* Elements the library has no name for, or names at random. */

function fieldMark(type: "begin" | "separate" | "end"): XmlComponent {
  return new BuilderElement({
    name: "w:fldChar",
    attributes: { type: { key: "w:fldCharType", value: type } },
  });
}

function instruction(code: string): XmlComponent {
  return ImportedXmlComponent.fromXmlString(
    `<w:instrText xml:space="preserve"> ${escapeMarkup(code)} </w:instrText>`,
  );
}

/** The beginning of a field that holds more than a line; `fieldEnd` closes it. */
export function fieldBegin(code: string): ParagraphChild {
  return new Run({ children: [fieldMark("begin"), instruction(code), fieldMark("separate")] });
}

export function fieldEnd(): ParagraphChild {
  return new Run({ children: [fieldMark("end")] });
}

/** A field with its result. It is clean: Word shows what is there and asks nothing. */
export function field(code: string, result: string): ParagraphChild[] {
  return [fieldBegin(code), run(result), fieldEnd()];
}
