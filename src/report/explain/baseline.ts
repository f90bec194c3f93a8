import type { Dataset } from "../../data/dataset.js";
import type { SourceBaseline } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Baseline } from "../../score/scorecard.js";
import { figure } from "../words/number.js";
import type { RowFacts } from "../row-facts.js";
import type { Line } from "./explanation.js";
import { type CellPlace, cellText } from "../../issues/place.js";

type Teller = (baseline: Baseline, facts: RowFacts, dataset: Dataset) => Line[];

const ORIGINS: Record<Baseline["origin"], Teller> = { data: fromData, source: fromText, fallback };

/** 基期: the figure and where it is from. */
export function baselineLines(facts: RowFacts, dataset: Dataset): Line[] {
  const { baseline, indicator } = facts.scored;
  if (traitsOf(indicator.target).class === "watched" && baseline === null) return [];
  if (baseline === null) return noneLines(facts);
  const own = { label: "基期", text: `${baseline.year}年${figure(facts.scale, baseline.value)}` };
  return [own, ...ORIGINS[baseline.origin](baseline, facts, dataset)];
}

function noneLines({ scored, plan }: RowFacts): Line[] {
  const because = `没有${plan.period.baseline}年数据，${plan.terms.named}文本没有列出，${scored.year}年以前也没有其他年份的数据`;
  return [{ label: "基期", text: scored.previous === null ? `无：${because}` : "无" }];
}

function fromData(baseline: Baseline, facts: RowFacts, dataset: Dataset): Line[] {
  const named = facts.scored.indicator.baseline;
  const differs = named !== null && named.year === baseline.year && !named.value.eq(baseline.value);
  return [
    { label: "出处", text: originText(baseline, facts, dataset) },
    ...(differs
      ? [
          {
            label: "说明",
            text: `${facts.plan.terms.named}文本写的是${figure(facts.scale, named.value)}，不一致的以报送数据为准`,
          },
        ]
      : []),
  ];
}

function fromText(_: Baseline, { scored, plan }: RowFacts): Line[] {
  const named = scored.indicator.baseline;
  if (named === null) return [];
  return [
    {
      label: "出处",
      text: `没有报送${plan.period.baseline}年数据，取自${plan.terms.named}文本：“${named.clause}”`,
    },
    ...noteLines(named),
  ];
}

function noteLines({ yearNote, doubtful }: SourceBaseline): Line[] {
  const year = yearNote === "" ? [] : [{ label: "年份", text: yearNote }];
  return doubtful === null ? year : [...year, { label: "存疑", text: doubtful }];
}

function fallback(baseline: Baseline, facts: RowFacts, dataset: Dataset): Line[] {
  const { plan, scored } = facts;
  const inText =
    scored.groups === null
      ? `${plan.terms.named}文本也没有列出`
      : `${plan.terms.named}文本所列是${plan.terms.area}数，不用作分单位的基期`;
  return [
    { label: "出处", text: originText(baseline, facts, dataset) },
    {
      label: "说明",
      text: `没有${plan.period.baseline}年数据，${inText}，取最早有数据的${baseline.year}年，进度从该年算起`,
    },
  ];
}

function originText(baseline: Baseline, { scored }: RowFacts, dataset: Dataset): string {
  const source = sourceOf(baseline, scored.id, scored.groups !== null, dataset);
  return source === null ? "报送数据" : `报送数据　${cellText(source)}`;
}

/** The cell of the baseline; for a row judged site by site, that of the site which gave it. */
function sourceOf({ year, value }: Baseline, id: string, sites: boolean, dataset: Dataset): CellPlace | null {
  const figures = sites
    ? dataset.groups.filter(({ indicator }) => indicator === id)
    : (dataset.series[id] ?? []);
  return figures.find((each) => each.year === year && each.value.eq(value))?.source ?? null;
}
