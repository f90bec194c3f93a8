import { quoted } from "../../data/sheet/quoted.js";
import { isCheck, type Issue } from "../../issues/issue.js";
import { cellKey } from "../../issues/place.js";
import type { Returned } from "./returned.js";

/** A remark that answers for the figure beside it. */
const ANSWER = /核实|核对|属实|无误|确(?:为|实|系|是)|由于|因|口径/u;

type Answering = Pick<Returned, "entries">;

/**
 * What a finding on figures is answered with in 备注, where every one of its cells is: the office was told to say there
 * why a figure is right, and is not asked twice. null for what is not answered, or is more than a doubt.
 */
export function answerTo(found: Issue, { entries }: Answering): string | null {
  if (!isCheck(found.code)) return null;
  const remarks = new Map(entries.map(({ source, remark }) => [cellKey(source), remark]));
  const places = [...(found.where === null ? [] : [found.where]), ...found.cells];
  const said = places.map((place) => remarks.get(cellKey(place)) ?? "");
  return said.length > 0 && said.every((remark) => ANSWER.test(remark)) ? (said[0] ?? null) : null;
}

/** The findings as the bureau hears them: with the answer there is. */
export function withAnswers(issues: readonly Issue[], returned: Answering): Issue[] {
  return issues.map((each) => {
    const answer = answerTo(each, returned);
    if (answer === null) return each;
    return { ...each, message: `${each.message}；备注说“${quoted(answer)}”`, hint: DECIDE };
  });
}

const DECIDE = "认可的，在 manifest.yaml 的 silences 中写明，以后不再提示；不认可的，请与填报单位核对";
