import { countsOf } from "../../claims/check.js";
import { issue, type Issue } from "../../issues/issue.js";
import { changesOf, positionsOf } from "../../word/compare/changes.js";
import { comparedFigures, type ComparedFigure } from "../../word/compare/figures.js";
import { pairsOf, plain, type Pair } from "../../word/compare/pairs.js";
import { isTracked, passagesOf, type Passage } from "../../word/compare/passages.js";
import { placedComments } from "../../word/compare/remarks.js";
import { cellsTogether } from "../../word/compare/table-changes.js";
import { withoutFigure, type Finding, type Rechecked, type ReportOf } from "../../word/compare/rechecked.js";
import type { WordContent } from "../../word/read/document.js";
import { readWord } from "../../word/read/read.js";
import { groupBy } from "../../terms/group-by.js";
import type { Input } from "../input.js";
import { reportId } from "../report-id.js";
import { checkedClaims, frameOf } from "./claims.js";
import { figureCounts, figureFindings } from "./figures.js";
import { numberFindings } from "./numbers.js";
import { picturesIn, type Original, type OriginalFor } from "./original.js";
import { referenceFindings } from "./references.js";
import { reportOf } from "./report-of.js";
import { withheldFindings } from "./withheld.js";

/** A copy, with what it was held against. */
export interface RecheckedCopy extends Rechecked {
  original: Original | null;
  /** It was made of other data, other texts or by another version: what nobody tracked may be the report's own change. */
  isOther: boolean;
  passages: readonly Passage[];
  pairs: readonly Pair[];
  compared: readonly ComparedFigure[];
}

/** Reads one copy and holds it against the data. Whatever the file may be is a finding. */
export async function recheckFile(
  file: string,
  input: Input,
  originalFor: OriginalFor,
): Promise<RecheckedCopy> {
  const { content, issues } = await readWord(file, file);
  if (content === null) return { ...NOTHING, file, findings: issues.map((each) => withoutFigure(each)) };
  const report = reportOf(file, content, input.plans);
  const plan = input.chosen.find(({ id }) => id === report?.plan);
  const passages = passagesOf(content);
  const comments = placedComments(content.comments, passages);
  const told = { ...NOTHING, file, report, comments, relooked: content.relooked };
  if (report === null || plan === undefined) {
    const found = withoutFigure(strange(file, report, input));
    const positions = positionsOf(passages, []);
    return { ...told, changes: changesOf(passages, []), positions, findings: [found] };
  }
  const copy = { hash: content.properties.get("report-model") ?? "", created: content.created };
  const original = await originalFor(report, plan, copy);
  return { ...told, ...heldAgainst({ file, content, passages, comments, hash: copy.hash }, original) };
}

/** A copy as it was read. */
interface Copy {
  file: string;
  content: WordContent;
  passages: readonly Passage[];
  comments: RecheckedCopy["comments"];
  /** What it says of the model it was made from. */
  hash: string;
}

/** A copy beside the report it was made of. */
function heldAgainst(
  { file, content, passages, comments, hash }: Copy,
  original: Original,
): Omit<RecheckedCopy, "file" | "report" | "comments" | "relooked"> {
  const pairs = pairsOf(original.passages, passages);
  const figures = comparedFigures(original.passages, passages, pairs);
  const { findings, claims } = checkedClaims(file, passages, pairs, original);
  const ofFigures = figureFindings(file, figures, original.facts);
  const isOther = hash !== original.hash;
  const ofNumbers = numberFindings(
    file,
    pairs,
    original,
    (passage) => !isOther || isTracked(passage),
    ofFigures,
  );
  const ofWithheld = withheldFindings({ file, passages, pairs, comments }, original);
  const others = [...ofFigures, ...ofNumbers];
  const [isWithheld, isOfFigure] = [tellers(ofWithheld), tellers([...ofWithheld, ...ofFigures])];
  return {
    original,
    isOther,
    claims,
    passages,
    pairs,
    compared: figures,
    figures: figureCounts(figures),
    changes: cellsTogether(changesOf(passages, pairs), passages, pairs),
    positions: positionsOf(passages, pairs),
    findings: [
      ...inOrder([
        ...ofWithheld,
        ...others.filter((each) => !isWithheld(each)),
        ...findings.filter((each) => !isOfFigure(each)),
        ...referenceFindings(file, passages, original),
      ]),
      ...(isOther ? [withoutFigure(issue("word/not-original", { file }, {}))] : []),
      ...pictures(file, content, original),
      ...formulas(file, content),
    ],
  };
}

const NOTHING: Omit<RecheckedCopy, "file" | "findings"> = {
  report: null,
  original: null,
  isOther: false,
  claims: countsOf([]),
  figures: figureCounts([]),
  changes: [],
  positions: new Map(),
  comments: [],
  passages: [],
  pairs: [],
  compared: [],
  relooked: 0,
};

/** A document of other people, or a report of other plans. */
function strange(file: string, report: ReportOf | null, { chosen }: Input): Issue {
  if (report === null) return issue("word/foreign", { file }, {});
  const plans = chosen.map(({ shortTitle }) => shortTitle);
  return issue("word/other-report", { file }, { report: reportId(report), plans });
}

/** A figure that was typed over is told once: by its bookmark, which knows its cell. Whether `others` tell a finding. */
function tellers(others: readonly Finding[]): (finding: Finding) => boolean {
  const paragraphOf = ({ issue: { where } }: Finding) => where?.paragraph;
  const told = new Map(
    [...groupBy(others, paragraphOf)].map(([paragraph, own]) => [
      paragraph,
      [...new Set(own.map(({ written }) => plain(written)))].filter((written) => written !== ""),
    ]),
  );
  return (finding) => {
    const written = plain(finding.written);
    return told.get(paragraphOf(finding))?.some((other) => written.includes(other)) ?? false;
  };
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const at = ({ issue: { where } }: Finding) => where?.paragraph ?? Number.MAX_SAFE_INTEGER;
  return [...findings].sort((a, b) => at(a) - at(b));
}

/** The report has none of its own. */
function formulas(file: string, { paragraphs }: WordContent): Finding[] {
  const own = paragraphs.filter((each) => each.formulas > 0);
  const [first] = own;
  if (first === undefined) return [];
  const count = own.reduce((sum, each) => sum + each.formulas, 0);
  const shown = frameOf(first.pieces.map(({ text }) => text).join(""));
  return [withoutFigure(issue("word/formulas", { file }, { count, shown }))];
}

/** What was pasted as a picture is no text. */
function pictures(file: string, content: WordContent, { pictures: ours }: Original): Finding[] {
  const count = picturesIn(content) - ours;
  return count <= 0 ? [] : [withoutFigure(issue("word/pictures", { file }, { count }))];
}
