import { issue } from "../../issues/issue.js";
import { alike, pointersIn } from "../../narrative/references.js";
import { plain } from "../../word/compare/pairs.js";
import { PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { withoutFigure, type Finding } from "../../word/compare/rechecked.js";
import { REPORT_KINDS } from "../report-kinds.js";
import { frameOf, placeIn } from "./claims.js";
import type { Original } from "./original.js";

/** Numbers in people's words of a picture, a table or an annex that neither the report nor their copy has. */
export function referenceFindings(
  file: string,
  passages: readonly Passage[],
  { passages: ours, own, model }: Pick<Original, "passages" | "own" | "model">,
): Finding[] {
  const known = new Set([...ours, ...passages].flatMap(captionsOf));
  const report = REPORT_KINDS[model.kind].name;
  return passages.flatMap((passage) =>
    passage.after
      .split(PARAGRAPH_END)
      .filter((text) => !own.has(plain(text)))
      .flatMap((text) => {
        const unknown = new Set(pointersIn(text).flatMap(({ label }) => (known.has(label) ? [] : [label])));
        return [...unknown].map((label) => {
          const args = { label, report, known: alike(label, known) };
          const found = issue("narrative/reference-missing", placeIn(file, passage), args, frameOf(text));
          return withoutFigure(found, text);
        });
      }),
  );
}

/** 图3　孕产妇健康, 附件1: a passage that begins with its number and goes on with nothing else, or with a title. */
function captionsOf({ after }: Passage): string[] {
  const [first] = pointersIn(after.trimStart());
  return first?.at === 0 && /^(?:\s|$)/u.test(after.trimStart().slice(first.length)) ? [first.label] : [];
}
