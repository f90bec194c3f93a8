import { issue } from "../issues/issue.js";
import { checkParagraph, type Checked } from "./check.js";
import type { Claim, Verdict } from "./claim.js";
import type { Facts } from "./facts.js";
import { blanks, placeholders } from "./slips/blanks.js";
import { otherRegions } from "./slips/regions.js";
import { lostSigns } from "./slips/signs.js";
import type { Remark, Slip } from "./slips/slip.js";
import { stretchesOf } from "./text/lines.js";
import { oddYears } from "./slips/years.js";

const SLIPS: readonly Slip[] = [lostSigns, otherRegions, oddYears, blanks, placeholders];

/** What is wrong in one paragraph, in its order, and every claim in it with what came of it. Pure. */
export function remarksOn(paragraph: string, facts: Facts): { remarks: Remark[]; checked: Checked[] } {
  const checked = checkParagraph(paragraph, facts);
  const wrong = wrongIn(checked);
  const slips = textsIn(paragraph).flatMap(({ text, start }) =>
    slipsIn(text, facts).map((each) => ({ ...each, at: start + each.at })),
  );
  return { remarks: [...onePlaceOnce(wrong), ...slips].sort((a, b) => a.at - b.at), checked };
}

/** What is wrong in one cell of a table of which every claim is `checked`, in its order. Pure. */
export function remarksInCell(text: string, checked: readonly Checked[], facts: Facts): Remark[] {
  const wrong = wrongIn(checked);
  return [...onePlaceOnce(wrong), ...slipsIn(text, facts)].sort((a, b) => a.at - b.at);
}

function wrongIn(checked: readonly Checked[]): Remark[] {
  return checked.flatMap(({ claim, verdict }) =>
    verdict.state === "differ" ? [wrongClaim(claim, verdict)] : [],
  );
}

function slipsIn(text: string, facts: Facts): Remark[] {
  return SLIPS.flatMap((slip) => slip(text, facts));
}

/** What is looked through for slips by itself: the space between two cells is no blank to be filled in. */
function textsIn(paragraph: string): { text: string; start: number }[] {
  return stretchesOf(paragraph).flatMap((stretch): { text: string; start: number }[] =>
    stretch.kind === "table" ? stretch.rows.flat() : [stretch],
  );
}

/** A figure that is wrong in two ways is told once. */
function onePlaceOnce(remarks: readonly Remark[]): Remark[] {
  const told = new Set<number>();
  return remarks.filter(({ at }) => !told.has(at) && told.add(at));
}

type Differing = Extract<Verdict, { state: "differ" }>;

function wrongClaim(claim: Claim, verdict: Differing): Remark {
  const args = { about: verdict.about, written: claim.written, right: verdict.right, from: verdict.from };
  const code = CODES[claim.kind];
  return {
    at: claim.at,
    issue: (where, frame) =>
      code === "narrative/wrong-figure"
        ? issue(code, where, { ...args, pointLost: pointLost(args.written, args.right) }, frame)
        : issue(code, where, args, frame),
  };
}

const CODES = {
  level: "narrative/wrong-figure",
  cases: "narrative/wrong-figure",
  part: "narrative/wrong-figure",
  caseShare: "narrative/wrong-figure",
  quantity: "narrative/wrong-figure",
  change: "narrative/wrong-change",
  multiple: "narrative/wrong-change",
  direction: "narrative/wrong-change",
  streak: "narrative/wrong-change",
  record: "narrative/wrong-change",
  timesMoved: "narrative/wrong-change",
  beside: "narrative/wrong-change",
  than: "narrative/wrong-change",
  rowTimes: "narrative/wrong-change",
  groupsApart: "narrative/wrong-change",
  lone: "narrative/wrong-change",
  growth: "narrative/wrong-change",
  yearsMoved: "narrative/wrong-change",
  widened: "narrative/wrong-change",
  courses: "narrative/wrong-change",
  alert: "narrative/wrong-status",
  nature: "narrative/wrong-status",
  target: "narrative/wrong-goal",
  gap: "narrative/wrong-goal",
  timesGoal: "narrative/wrong-goal",
  wayGone: "narrative/wrong-goal",
  beyond: "narrative/wrong-goal",
  pace: "narrative/wrong-goal",
  early: "narrative/wrong-goal",
  reach: "narrative/wrong-goal",
  met: "narrative/wrong-goal",
  short: "narrative/wrong-goal",
  status: "narrative/wrong-status",
  sites: "narrative/wrong-figure",
  sitesMoved: "narrative/wrong-figure",
  sitesApart: "narrative/wrong-change",
  extreme: "narrative/wrong-status",
  extremum: "narrative/wrong-figure",
  tally: "narrative/wrong-status",
  ranked: "narrative/wrong-change",
  together: "narrative/wrong-figure",
  listed: "narrative/wrong-status",
  many: "narrative/wrong-sum",
  project: "narrative/wrong-status",
  milestone: "narrative/wrong-status",
  share: "narrative/wrong-sum",
  sum: "narrative/wrong-sum",
  unmatched: "narrative/wrong-figure",
} as const satisfies Record<Claim["kind"], string>;

/** 9488 for 94.88: the same digits, ten times or more as much. */
function pointLost(written: string, right: string): boolean {
  const [one, other] = [written, right].map(
    (text) => /\d+(?:\.\d+)?/u.exec(text.normalize("NFKC"))?.[0] ?? "",
  );
  const digits = (text = ""): string => text.replace(".", "").replace(/0+$/u, "");
  return digits(one) !== "" && digits(one) === digits(other) && Number(one) > Number(other);
}
