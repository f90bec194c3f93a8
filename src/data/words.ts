import type { ProjectStatus } from "./dataset.js";

/** 进展状态, least advanced first: what a form offers and a reader understands. */
export const PROJECT_STATUSES: readonly ProjectStatus[] = ["未启动", "推进中", "基本完成", "已完成"];

/** 缺报原因 as a form offers them; a reader takes any other words just as they stand. */
export const MISSING_REASONS = ["未开展", "未到报送期", "口径调整", "涉密", "其他"] as const;

/** What a quantity that is reached or not is answered with. */
export const YES_OR_NO = ["是", "否"] as const;

/** The sheet of a form that explains how to fill it; nobody reports a figure there. */
export const GUIDE_SHEET = "填报说明";

/** Who vouches for a form, as the last line of each of its sheets asks. */
export const SIGNATURES = ["填报人", "审核人", "联系电话", "填报日期", "单位（盖章）"] as const;
