import { unitOf } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import { inLetters } from "../grammar/names.js";
import { sentencesOf } from "../text/tight.js";
import type { Slip } from "./slip.js";

/** A rate, a verb that gives its level, and a number with nothing behind it: 参保率达到95，. */
const BARE_RATE =
  /([\p{Script=Han}]{0,6}(?:率|比例|比重|占比))(?:\d{4}年)?(?:已|均|稳定在|保持在|提高到|提升到|上升到|下降到|降低到|升至|降至|达到了?|达|为|是)+(\d+(?:\.\d+)?)(?=[，,、;；)）]|$)/gu;
/** Rates that are plain numbers. */
const UNITLESS = /(?:生育率|更替率|师生比例)$/u;

/** A percentage sign lost beside a rate. */
export const lostSigns: Slip = (paragraph, { vocabulary }) =>
  sentencesOf(paragraph).flatMap(({ text: sentence, at }) => {
    const bare = [...sentence.matchAll(BARE_RATE)];
    const known = bare.length === 0 ? [] : vocabulary.names.find(inLetters(sentence));
    return bare.flatMap((found) => {
      const [whole, name = "", figure = ""] = found;
      if (UNITLESS.test(name) || Number(figure) === 0) return [];
      const nameEnd = found.index + name.length;
      const thing = known.find(({ end }) => end === nameEnd)?.thing;
      const indicator = thing?.kind === "indicators" ? thing.options[0] : undefined;
      const unit = unitOf(indicator?.unit ?? "%").behind;
      const start = found.index + whole.length - figure.length;
      const args = { name: indicator?.name ?? name, shown: figure, unit };
      return [
        { at: at[start] ?? 0, issue: (where, frame) => issue("narrative/sign-lost", where, args, frame) },
      ];
    });
  });
