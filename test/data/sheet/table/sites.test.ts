import { expect, test } from "vitest";
import { figures, reading, told, type Rows } from "../layout.js";

const rows = (heading: string, ...sites: readonly (readonly [string, number])[]): Rows => [
  ["2025年孕产妇系统管理率"],
  ["指标名称", heading, "2025年"],
  ...sites.map(([site, value]) => ["孕产妇系统管理率", site, value]),
];

test.each(["助产机构", "医院", "医院名称"])(
  "%s over their names is a column of institutions; 全区 is the district's",
  (heading) => {
    const all = rows(heading, ["区妇幼保健院", 96.1], ["区中医院", 94], ["全区", 94.88]);
    expect(figures(all, ["W04"])).toEqual(["W04 2025:94.88"]);
    expect(reading(all).dataset.groups.map(({ group }) => group)).toEqual(["区妇幼保健院", "区中医院"]);
    expect(told(all)).toEqual(["note data/grouped-by B2"]);
  },
);

test("合计 of some institutions may be of those alone", () => {
  const some = rows("医院", ["区妇幼保健院", 96.1], ["区中医院", 94], ["合计", 95]);
  expect(figures(some, ["W04"])).toEqual(["W04"]);
});

test("over figures it says what is counted", () => {
  const counted: Rows = [
    ["指标名称", "2025年", "助产机构"],
    ["孕产妇系统管理率", 94.88, 12],
    ["婚前医学检查率", 68.28, 3],
  ];
  expect(figures(counted, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2025:68.28"]);
});
