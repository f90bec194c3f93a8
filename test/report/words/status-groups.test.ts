import { expect, it } from "vitest";
import { statusGroups } from "../../../src/report/words/status-groups.js";
import type { ScoredRow } from "../../../src/score/scorecard.js";
import { STATUSES } from "../../../src/terms/status.js";
import { EXAMPLE_TARGETS } from "../../plan/example-targets.js";
import { scored } from "../plans.js";

const { row } = scored("W04", { 2025: "94.12" });

it("every row is told in one group, whatever its status and its kind of target", () => {
  for (const status of STATUSES) {
    for (const target of EXAMPLE_TARGETS) {
      const one = { ...row, status, row: { ...row.row, target } } as ScoredRow;
      const groups = statusGroups([one], { final: false, period: 2030 });
      expect(groups.map(({ rows }) => rows)).toEqual([[one]]);
    }
  }
});
