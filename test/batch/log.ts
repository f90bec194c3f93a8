import type { DistrictLine, ShardHead } from "../../src/batch/shard-log.js";

/** The head of a log of two districts, as `report batch` writes it. */
export function shardHead(given: Partial<ShardHead> = {}): ShardHead {
  return {
    schemaVersion: 1,
    tool: "0.2.0",
    kind: "annual",
    year: 2025,
    plans: "0".repeat(64),
    shard: 1,
    of: 1,
    options: {
      plans: [],
      formats: ["pdf", "xlsx"],
      edition: "internal",
      asOf: "2026-05-20",
      draft: false,
      strict: false,
    },
    listed: 2,
    districts: [
      { code: "500102", name: "涪陵区" },
      { code: "500118", name: "永川区" },
    ],
    ...given,
  };
}

export const DONE: DistrictLine = { code: "500118", name: "永川区", outcome: "done" };
export const FAILED: DistrictLine = {
  code: "500118",
  name: "永川区",
  outcome: "failed",
  scored: true,
  failure: {
    message: "数据有1个错误",
    findings: [
      { code: "data/negative", message: "负数", where: { file: "a.xlsx", sheet: "指标数据", cell: "F7" } },
    ],
  },
};
