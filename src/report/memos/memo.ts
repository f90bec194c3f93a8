import type { Dataset } from "../../data/dataset.js";
import { fileName } from "../../terms/file-name.js";
import { FIRST_REVIEW, watermarkOf } from "../chapters/cover.js";
import type { ReportContext } from "../context.js";
import type { DocumentFacts, MemoModel } from "../model.js";
import { numbered } from "../numbering/numbered.js";
import { chapter, type Part, type UnnumberedBlock } from "../numbering/unnumbered.js";
import { chineseDate } from "../words/wording.js";

/** What a memo is made of before anything is numbered. */
export interface MemoParts {
  kind: MemoModel["kind"];
  titleLines: string[];
  /** 区教委; "" where it is for nobody in particular. */
  to: string;
  /** What its file is called, without extension; escaped here. */
  file: string;
  /** What it is about, for the document's properties: the plans. */
  subject: string;
  issuer: string;
  opening: UnnumberedBlock[];
  chapters: Part[];
  closing: UnnumberedBlock[];
}

/** The memo, numbered and dated. A 简报 names its issuer and day below the title, the others below the text. */
export function memoOf(
  { kind, titleLines, to, file, subject, issuer, opening, chapters, closing }: MemoParts,
  { status, review }: Pick<Dataset["manifest"], "status" | "review">,
  context: Pick<ReportContext, "asOf" | "draft" | "sample">,
): MemoModel {
  const around = [part(OPENING, opening), ...chapters, part(CLOSING, closing)];
  const { parts } = numbered({ parts: around, annexes: [] });
  const blocksOf = (id: string) => parts.find((each) => each.id === id)?.blocks ?? [];
  const date = chineseDate(context.asOf);
  const state = stateOf(context.draft ? FIRST_REVIEW : review, status);
  const isBrief = kind === "brief";
  return {
    schemaVersion: 1,
    kind,
    document: documentOf({ title: titleLines.join(""), file, subject, issuer, date }, context),
    review: isBrief ? "" : state,
    titleLines,
    byline: isBrief ? [issuer, ...(state === "" ? [] : [state]), date] : [],
    addressee: to === "" ? "" : `${to}：`,
    opening: blocksOf(OPENING),
    chapters: parts
      .filter(({ id }) => id !== OPENING && id !== CLOSING)
      .map(({ number, heading, blocks }) => ({ number, heading, blocks })),
    closing: blocksOf(CLOSING),
    signature: isBrief ? [] : [issuer, date],
  };
}

const OPENING = "opening";
const CLOSING = "closing";

function part(id: string, blocks: UnnumberedBlock[]): Part {
  return { ...chapter(id, "", blocks), counted: false };
}

/** 送审稿, and whether its figures may still change; "" from 定稿 on. */
function stateOf(review: string, status: string): string {
  const said = [review === "定稿" ? "" : review, status === "初步" ? "初步数据" : ""];
  return said.filter((text) => text !== "").join("　");
}

function documentOf(
  {
    title,
    file,
    subject,
    issuer,
    date,
  }: { title: string; file: string; subject: string; issuer: string; date: string },
  context: Pick<ReportContext, "draft" | "sample">,
): DocumentFacts {
  const watermark = watermarkOf(context);
  const name = fileName(file);
  return {
    title,
    author: issuer,
    subject,
    keywords: "",
    fileName: name,
    tablesFileName: "",
    date,
    watermark,
  };
}
