import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from "docx";
import { FONT } from "./fonts.js";
import { INDENT, LINE, pt, size, TEXT_WIDTH, TRACKING } from "./measures.js";

type Style = Omit<IParagraphStyleOptions, "id" | "name">;

export const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT });
const CENTRE = { alignment: AlignmentType.CENTER };
const TEXT_INDENT = { firstLine: INDENT, firstLineChars: 200 };
const FLUSH = { firstLine: 0, firstLineChars: 0 };

/** A heading in the text: it stays with what follows it. */
function heading(font: (typeof FONT)[keyof typeof FONT], outlineLevel: number, line: number): Style {
  return {
    basedOn: "Normal",
    next: "BodyText",
    quickFormat: true,
    run: { font, size: size(16), bold: false, color: "000000" },
    paragraph: {
      indent: TEXT_INDENT,
      keepNext: true,
      outlineLevel,
      spacing: { before: 0, after: 0, ...exact(line) },
    },
  };
}

const title: Style = {
  basedOn: "Normal",
  run: { font: FONT.title, size: size(22), bold: false, characterSpacing: 0 },
  paragraph: { ...CENTRE, spacing: exact(pt(36)) },
};

const small = (points: number, line: number): Style => ({
  basedOn: "Normal",
  run: { font: FONT.song, size: size(points), characterSpacing: 0 },
  paragraph: { alignment: AlignmentType.LEFT, spacing: exact(pt(line)) },
});

function entry(points: number, line: number, left: number, font: (typeof FONT)[keyof typeof FONT]): Style {
  const tabs = { rightTabStop: TEXT_WIDTH };
  return {
    basedOn: "Normal",
    run: { font, size: size(points) },
    paragraph: { ...tabs, alignment: AlignmentType.LEFT, indent: { left }, spacing: exact(pt(line)) },
  };
}

/** By id: what Word calls it, and how it looks. Each is a paragraph style. */
const STYLES = {
  BodyText: { name: "Body Text", basedOn: "Normal", quickFormat: true, paragraph: { indent: TEXT_INDENT } },
  SummaryText: {
    name: "摘要正文",
    basedOn: "BodyText",
    run: { size: size(14) },
    paragraph: { spacing: exact(pt(23)), indent: { firstLine: pt(28), firstLineChars: 200 } },
  },
  SummaryHeading: {
    name: "摘要标题",
    basedOn: "Heading2",
    run: { size: size(14) },
    paragraph: { spacing: exact(pt(23)), indent: { firstLine: pt(28), firstLineChars: 200 } },
  },
  FrontTitle: {
    name: "目录标题",
    ...title,
    paragraph: { ...title.paragraph, spacing: { before: pt(8), after: pt(16), ...exact(pt(36)) } },
  },
  SummaryTitle: {
    name: "摘要题目",
    ...title,
    basedOn: "Heading1",
    paragraph: { ...title.paragraph, outlineLevel: 0, indent: FLUSH },
  },
  AnnexLabel: { name: "附件序号", basedOn: "Normal", run: { font: FONT.hei }, paragraph: { keepNext: true } },
  AnnexTitle: {
    name: "附件标题",
    ...title,
    basedOn: "Heading1",
    paragraph: {
      ...CENTRE,
      outlineLevel: 0,
      indent: FLUSH,
      spacing: { before: pt(6), after: pt(10), ...exact(pt(36)) },
    },
  },
  TableCaption: {
    name: "表题",
    basedOn: "Caption",
    paragraph: { ...CENTRE, keepNext: true, spacing: { before: pt(8), after: pt(3), ...exact(pt(20)) } },
  },
  TableUnit: {
    name: "表的单位",
    ...small(10.5, 14),
    paragraph: { alignment: AlignmentType.RIGHT, keepNext: true, spacing: exact(pt(14)) },
  },
  TableText: { name: "表文", ...small(10, 14) },
  WideTableText: { name: "宽表文", ...small(9, 12) },
  TableNote: { name: "表注", ...small(9, 13) },
  Picture: {
    name: "图",
    basedOn: "Normal",
    paragraph: {
      ...CENTRE,
      keepNext: true,
      spacing: { before: pt(8), line: 240, lineRule: LineRuleType.AUTO },
    },
  },
  ProseHeading: {
    name: "文字材料小标题",
    basedOn: "BodyText",
    run: { font: FONT.kai },
    paragraph: { keepNext: true },
  },
  ProseItem: {
    name: "文字材料列项",
    basedOn: "BodyText",
  },
  CoverTitle: {
    name: "封面标题",
    ...title,
    run: { ...title.run, size: size(26) },
    paragraph: { ...CENTRE, spacing: exact(pt(46)) },
  },
  CoverText: { name: "封面文字", basedOn: "Normal", paragraph: CENTRE },
  CoverNotice: {
    name: "封面说明",
    basedOn: "Normal",
    run: { font: FONT.kai, size: size(12) },
    paragraph: { ...CENTRE, spacing: exact(pt(20)) },
  },
  RedHead: {
    name: "红头",
    ...title,
    run: { font: FONT.title, size: size(36), color: "FF0000", characterSpacing: 0 },
    paragraph: { ...CENTRE, spacing: exact(pt(60)) },
  },
  RedHeadNumber: { name: "发文字号", basedOn: "Normal", paragraph: CENTRE },
  TOC1: { name: "toc 1", ...entry(16, 26, 0, FONT.body) },
  TOC2: { name: "toc 2", ...entry(14, 19, INDENT, FONT.song) },
  Footer: {
    name: "footer",
    basedOn: "Normal",
    run: { font: FONT.song, size: size(14), characterSpacing: 0 },
    paragraph: { alignment: AlignmentType.LEFT, spacing: exact(pt(20)) },
  },
  Header: {
    name: "header",
    basedOn: "Normal",
    run: { size: size(9) },
    paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
  },
} as const satisfies Record<string, Style & { name: string }>;

/** A style of ours by its id. */
export type StyleId =
  | keyof typeof STYLES
  | "Normal"
  | "Heading1"
  | "Heading2"
  | "Heading3"
  | "Heading4"
  | "Caption"
  | "FootnoteText"
  | "Title";

/** `line`: the pitch of the text, in twips. */
export function reportStyles({ line = LINE }: { line?: number } = {}): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: FONT.body,
          size: size(16),
          characterSpacing: TRACKING,
          language: { value: "en-US", eastAsia: "zh-CN" },
        },
        paragraph: { alignment: AlignmentType.BOTH, spacing: { before: 0, after: 0, ...exact(line) } },
      },
      title: { ...title, basedOn: "Normal", paragraph: { ...title.paragraph } },
      heading1: heading(FONT.hei, 0, line),
      heading2: heading(FONT.kai, 1, line),
      heading3: heading(FONT.body, 2, line),
      heading4: heading(FONT.body, 3, line),
      footnoteText: {
        basedOn: "Normal",
        run: { font: FONT.song, size: size(10.5), characterSpacing: 0 },
        paragraph: { alignment: AlignmentType.LEFT, indent: FLUSH, spacing: exact(pt(16)) },
      },
      caption: {
        basedOn: "Normal",
        run: {
          font: FONT.hei,
          size: size(12),
          bold: false,
          italics: false,
          color: "000000",
          characterSpacing: 0,
        },
        paragraph: { ...CENTRE, spacing: { before: 0, after: pt(4), ...exact(pt(20)) } },
      },
    },
    paragraphStyles: Object.entries(STYLES).map(([id, style]) => ({ id, ...style })),
  };
}
