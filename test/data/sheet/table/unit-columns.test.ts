import { describe, expect, test } from "vitest";
import { figures, told } from "../layout.js";

const SCALE = "error data/unit-scale";

describe("a column of units, whatever heads it", () => {
  const rows = (heading: string | null) => [
    ["编号", "指标名称", heading, "2024年", "2025年"],
    ["C12", "每千名（0—14岁）儿童拥有医疗床位数", "张/万人", 26.5, 27.1],
    ["C32", "未成年人犯罪人数占未成年人人口数量的比重", "‰", 0.251, 0.243],
    ["W04", "孕产妇系统管理率", "%", 94.52, 94.88],
  ];

  test.each(["计量", "量纲", "Unit", "计算单位", "填报单位（计量）", "单位名称", "数据单位", null])(
    "headed %s",
    (heading) => {
      expect(figures(rows(heading), ["C12", "C32", "W04"])).toEqual([
        "C12",
        "C32",
        "W04 2024:94.52 2025:94.88",
      ]);
      expect(told(rows(heading))).toEqual([`${SCALE} C2`, `${SCALE} C3`]);
    },
  );
});

test("a column of offices, or of words that are units by chance, is none", () => {
  const rows = [
    ["编号", "指标名称", "单位", "备注", "2025年"],
    ["W44", "女性法官占比", "区法院", "%", 42.86],
    ["W04", "孕产妇系统管理率", "区卫生健康委", "比上年多3所", 94.88],
  ];
  expect(figures(rows, ["W44", "W04"])).toEqual(["W44 2025:42.86", "W04 2025:94.88"]);
  expect(told(rows)).toEqual([]);
});
