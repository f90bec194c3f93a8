/** 进展状态 of a key project, least advanced first. */
export const PROJECT_STATUSES = ["未启动", "推进中", "基本完成", "已完成"] as const;

export type ProjectStatus = (typeof PROJECT_STATUSES)[number];
