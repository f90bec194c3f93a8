import { issue } from "../../issues/issue.js";
import type { Check } from "./check.js";
import { cellToFind } from "../../issues/place.js";

/** A past figure that a later form changed: nothing wrong, but both are to be seen. */
export const revised: Check = ({ revisions }, { byId }) =>
  revisions.flatMap(({ indicator, year, old, new: now }) => {
    const name = byId.get(indicator)?.indicator.name;
    if (name === undefined) return [];
    const args = { name, year, old: old.display, now: now.display, cell: cellToFind(old.source) };
    return issue("data/revised", now.source, args);
  });
