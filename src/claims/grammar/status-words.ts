import { STATUS, STATUSES, type Status } from "../../terms/status.js";

const NOT_JUDGED = "(?:暂|尚|还)?(?:未|无法|不)(?:能|予|作|做|予以)?(?:评价|判定|评估)";
const LACKING = "缺失|缺少|空缺|暂缺|缺报|不全|尚未取得|未取得|未反馈|未报送|待核";

/** What people call a status beside its name. */
export const STATUS_WORDS: readonly { statuses: readonly Status[]; words: string }[] = [
  { statuses: ["noData"], words: `(?:因|由于)?(?:数据|资料)(?:${LACKING})(?:而?${NOT_JUDGED})?` },
  {
    statuses: ["noData"],
    words: `(?:因|由于)?(?:暂)?[缺无](?:少|乏)?(?:\\d{4}年|当年|本年度?)?(?:监测|统计)?数据(?:而?${NOT_JUDGED})?`,
  },
  // 缺报的2项; 缺报原因 is none.
  {
    statuses: ["noData"],
    words: "(?:目前|尚)?(?:缺报|漏报|未报送数据)(?!率|原因|情况|单位|情形|问题|现象|数据)",
  },
  {
    statuses: STATUSES.filter((status) => status !== "noData"),
    words: "(?:取得|获取)了?(?:监测|统计)?数据|数据齐全",
  },
  { statuses: ["observed"], words: "(?:仅作|只作|仅|只)监测(?:、?(?:不作?|不予)(?:评价|判定))?" },
  { statuses: ["onTrack"], words: "(?:预期|有望)(?:能够?|可以)?达标|预期可?实现" },
  // 进展滞后: of all that are behind.
  { statuses: STATUSES.filter((status) => STATUS[status].behind), words: "(?:总体)?(?:进展|进度)滞后" },
];

/** The statuses that words other than their names stand for; null where they stand for none. */
export function statusesCalled(text: string): readonly Status[] | null {
  return STATUS_WORDS.find(({ words }) => new RegExp(`^(?:${words})$`, "u").test(text))?.statuses ?? null;
}

/** Whether words say that there are no data. */
export function saysNoData(text: string): boolean {
  return statusesCalled(text)?.includes("noData") === true;
}
