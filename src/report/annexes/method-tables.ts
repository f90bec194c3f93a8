import { hasNatures } from "../../plan/lookup.js";
import { isLastYear } from "../../plan/period.js";
import type { Plan } from "../../plan/plan.js";
import type { Scorecard } from "../../score/scorecard.js";
import { ALERT, ALERTS } from "../../terms/alert.js";
import { STATUS, STATUSES, statusName, type Status } from "../../terms/status.js";
import type { UnnumberedTable } from "../numbering/unnumbered.js";
import { groupedTableOf, tableOf, type Column } from "../tables/table.js";
import { CLASS_NAMES } from "../words/labels.js";
import { FLAG_NAMES } from "../../terms/flag.js";

/** When a status is given: in the years before the plan's last, and in the last; null where it is not. */
interface Explained {
  before: string | null;
  atEnd: string | null;
}

const same = (meaning: string): Explained => ({ before: meaning, atEnd: meaning });

function explained({ method }: Plan): Readonly<Record<Status, Explained>> {
  const { numeric, directional } = CLASS_NAMES;
  const [onTrack, slow] = [method.pace.onTrack.toFixed(), method.pace.slow.toFixed()];
  return {
    achieved: { before: "当年达到目标", atEnd: "达到目标或符合方向要求" },
    onTrack: { before: `${numeric}指标ρ≥${onTrack}；${directional}指标变化符合要求`, atEnd: null },
    slow: {
      before: `${numeric}指标${slow}≤ρ＜${onTrack}；${directional}指标与基期持平，或优于基期但未做到逐年、逐步改善`,
      atEnd: null,
    },
    offTrack: {
      before: `${numeric}指标ρ＜${slow}，或${FLAG_NAMES.metAtBaseline}而现未达标；${directional}指标比基期变差`,
      atEnd: null,
    },
    unmet: { before: "未达到目标，且没有基期数据，无法评价进度", atEnd: null },
    nearlyAchieved: { before: null, atEnd: `未达到目标，但ρ≥${onTrack}` },
    notAchieved: { before: null, atEnd: `未达到目标，且不属于${STATUS.nearlyAchieved.name}` },
    observed: same("只监测的指标；缺基期或对照数据、无法判定的指标"),
    noData: same("没有当年数据"),
  };
}

/** In the plan's last year those of the years before are shown, too: the heat maps and changes have them. */
export function statusTable({ plan, year }: Pick<Scorecard, "plan" | "year">): UnnumberedTable {
  const meanings = explained(plan);
  const lines = (time: keyof Explained, wanted: (each: Explained) => boolean) =>
    STATUSES.flatMap((status): Term[] => {
      const meaning = meanings[status][time];
      return meaning === null || !wanted(meanings[status])
        ? []
        : [[statusName(status, time === "atEnd"), meaning]];
    });
  const facts = { id: "statuses", title: "状态及其含义" };
  const columns = termColumns(["状态", "含义"]);
  if (!isLastYear({ plan, year }))
    return tableOf(
      facts,
      columns,
      lines("before", () => true),
    );
  const isSame = ({ before, atEnd }: Explained): boolean => before === atEnd;
  const differs = (each: Explained): boolean => !isSame(each);
  return groupedTableOf(facts, columns, [
    { heading: `${plan.period.end}年`, rows: lines("atEnd", differs) },
    { heading: `${plan.period.end}年以前`, rows: lines("before", differs) },
    { heading: "各年", rows: lines("before", isSame) },
  ]);
}

export function alertTable({ plan, year }: Pick<Scorecard, "plan" | "year">): UnnumberedTable {
  const final = isLastYear({ plan, year });
  return tableOf(
    { id: "alert-levels", title: "预警等级" },
    termColumns(["等级", "条件（依次判断，先符合者为准）"]),
    ALERTS.flatMap((alert): Term[] => {
      const { name, meaning, meaningWithoutBinding } = ALERT[alert];
      const said = hasNatures(plan) ? meaning : meaningWithoutBinding;
      return said === null ? [] : [[name, said(final)]];
    }),
  );
}

/** A name and what it means. */
type Term = [name: string, meaning: string];

function termColumns(heads: [string, string]): Column<Term>[] {
  return [
    { head: heads[0], width: 14, align: "centre", cell: ([term]) => term },
    { head: heads[1], width: 86, align: "left", cell: ([, meaning]) => meaning },
  ];
}
