import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headingOf } from "../../../../src/data/sheet/head/heading.js";
import { lexiconOf } from "../../../../src/data/sheet/head/lexicon.js";
import { placesOf } from "../../../../src/data/sheet/head/places.js";
import { plans } from "../../book.js";

const LEXICON = lexiconOf(placesOf(plans));

/** "yearValue 2025", "target 2025", "leftover 调整前": what a heading comes to. Its rows stand apart by |. */
function said(text: string): string {
  const { role, year, other, leftover } = headingOf(text.split("|"), LEXICON);
  const what = leftover === "" ? (other?.other ?? role ?? "nothing") : `leftover ${leftover}`;
  return year === null ? what : `${what} ${year}`;
}

function noted(text: string): string {
  return headingOf(text.split("|"), LEXICON)
    .noted.map(({ why }) => why)
    .join();
}

describe("headingOf", () => {
  test.each([
    ...["2020年", "2020", "2020 年", "2020 年实际", "2020年（实际）", "２０２０年", "二〇二〇年", "二○二○年"],
    ...["2020年度", "基期（2020年）", "2020年实际值", "2020年数", "2020年现状", "2020年末", "2020年底数"],
    ...["2020年|实际", "监测值|2020年", "年份|2020", "永川区|2020年", "重庆市永川区|2020年", "2020年|全区"],
    ...["2020年①", "2020年²", "2020年[1]", "2020年（注1）", "2020年|男女合计", "2020年水平"],
    ...["2020年1月—2020年12月", "2020.1.1—12.31", "2020年1月1日至12月31日"],
    ...["2020年|合计", "2020年（1—12月）", "2020年全年", "2020年|完成情况", "上年数（2020年）"],
  ])("%s holds the figures of 2020", (text) => {
    expect([said(text), noted(text)]).toEqual(["yearValue 2020", ""]);
  });

  test.each([
    ["25年", "short"],
    ["’25年", "short"],
    ["2025年12月31日", "short"],
    ["2025-12-31 0:00:00", "short"],
    ["2024年10月—2025年9月", "short"],
    ["2025年（2024.10—2025.9）", "short"],
    ["截至2025年12月底", "short"],
    ["2025年快报", "preliminary"],
    ["2025年|初步数", "preliminary"],
    ["2025年核定数", "confirmed"],
    ["2025年（修订）", "confirmed"],
  ])("%s holds those of 2025, and people are told what it says (%s)", (text, why) => {
    expect([said(text), noted(text)]).toEqual(["yearValue 2025", why]);
  });

  test.each([
    ["本年数", "value"],
    ["本期实际", "value"],
    ["指标值（%）", "value"],
    ["全区", "value"],
    ["完成数", "done"],
    ["上年同期", "previous"],
    ["基期数", "base"],
    ["指标编号", "code"],
    ["序 号", "number"],
    ["指标名称（单位）", "name"],
    ["指标|名称", "name"],
    ["基本情况|指标名称", "name"],
    ["计量单位", "unit"],
    ["单位", "unit"],
    ["分子（人）", "numerator"],
    ["2025年|分子", "numerator 2025"],
    ["资料来源", "dataSource"],
    ["填报单位", "reporter"],
    ["备　注", "remark"],
    ["镇（街道）", "town"],
    ["2025年报数", "yearValue 2025"],
    ["2025—2026学年初", "yearValue 2025"],
    ["2025学年秋季学期", "yearValue 2025"],
    ["规划目标", "target"],
    ["存在问题及原因", "problems"],
    ["变化趋势", "text"],
  ])("%s is %s", (text, role) => {
    expect(said(text)).toBe(role);
  });

  test.each([
    ["2025年（目标）", "target 2025"],
    ["2025年|目标", "target 2025"],
    ["目标值|2030年", "target 2030"],
    ["2030年规划", "target 2030"],
    ["2025年预计", "forecast 2025"],
    ["预计完成", "forecast"],
    ["2025年比2024年增减", "change 2025"],
    ["同比增长（%）", "change"],
    ["较上年±百分点", "change"],
    ["2025年位次", "rank 2025"],
    ["2025年实际完成率", "completion 2025"],
    ["占比", "share"],
    ["2025年（全市）", "region 2025"],
    ["重庆市|2025年", "region 2025"],
    ["2025年|全国", "region 2025"],
    ["2025年|农村", "group 2025"],
    ["2025年|其中：男", "group 2025"],
    ["2025年|镇街", "group 2025"],
    ["2025年上半年", "period 2025"],
    ["2025年1—9月", "period 2025"],
    ["2025年|第三季度", "period 2025"],
    ["2025年初", "period 2025"],
    ["2025-06", "period"],
    ["2024—2025学年", "schoolYear"],
    ["2021—2025年", "span"],
    ["2024、2025年", "span 2024"],
    ["2025年|平均", "statistic 2025"],
    ["全市|分子", "region"],
    ["在全市位次", "rank"],
    ["与上年比", "change"],
    ["“十四五”末目标值", "target"],
    ["近五年平均", "span"],
    ["大足区", "region"],
    ["中山路街道", "site"],
    ["2025年|松溉镇", "site 2025"],
    ["人数", "count"],
    ["2025年|应检人数", "count 2025"],
    ["2025年（常住口径）", "group 2025"],
  ])("%s is another figure: %s", (text, other) => {
    expect(said(text)).toBe(other);
  });

  test.each([
    ["2025年调整前", "leftover 调整前 2025"],
    ["2025年（口径二）", "leftover 口径二 2025"],
    ["2025年|数据来源", "dataSource 2025"],
    ["2025年指标", "leftover 指标 2025"],
    ["江津区2025年", "region 2025"],
    ["12年", "leftover 12"],
    ["2025年实际及目标说明", "leftover 及…说明 2025"],
  ])("%s says more than is understood: %s", (text, left) => {
    expect(said(text)).toBe(left);
  });

  test("a unit is heard wherever it stands, two units are none", () => {
    const unit = (text: string) => headingOf(text.split("|"), LEXICON).unit;
    expect(
      ["2025年(‰)", "2025年|单位：人", "2025年（％）", "2025年人数", "2025年（人、%）"].map(unit),
    ).toEqual(["‰", "人", "%", "人", ""]);
  });
});

test("the places come from the plan: a city's own plan calls 全市 its own", () => {
  const none = { sites: [], terms: { neighbours: [], areas: [] } };
  const city = lexiconOf(
    placesOf([{ region: "常州市", title: "江苏省常州市妇女发展规划（2021—2030年）", ...none }]),
  );
  expect(headingOf(["2025年（全市）"], city).role).toBe("yearValue");
  expect(headingOf(["2025年（全省）"], city).other?.other).toBe("region");
  expect(headingOf(["2025年（江苏省）"], city).other?.other).toBe("region");
  const nation = lexiconOf(placesOf([{ region: "全国", title: "中国妇女发展纲要（2021—2030年）", ...none }]));
  expect(headingOf(["2025年（全国）"], nation).role).toBe("yearValue");
});

test("what a plan calls its sites heads a column of them, unless the word heads another column", () => {
  const none = { sites: [], title: "" };
  const words = (region: string, sites: string) =>
    lexiconOf(placesOf([{ ...none, region, terms: { neighbours: [], areas: [], sites } }]));
  expect(headingOf(["县市"], words("黔宁州", "县市")).role).toBe("town");
  expect(headingOf(["各县市"], words("黔宁州", "县市")).role).toBe("town");
  expect(headingOf(["县市"], LEXICON).role).toBeNull();
  expect(headingOf(["地区"], words("全国", "地区")).role).toBe("region");
});

test("whatever words a heading is made of, it is read only where every one of them is accounted for", () => {
  const words =
    "2025年 25年 本年数 上年数 基期 实际 完成 快报 合计 全区 全年 目标 预计 同比 位次 完成率 占比 上半年 1—9月 全市 江津区 松溉镇 男 农村 （%） 人数 编号 指标名称 镇街 备注 分子 ① [1]".split(
      " ",
    );
  const strange = ["口径二", "调整前", "甲", "？七", "x"];
  const figures = ["yearValue", "value", "previous", "base", "done"];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
      fc.nat(4),
      fc.constantFrom(...strange),
      fc.constantFrom("", "|"),
      (known, at, word, between) => {
        const { role, other, leftover } = headingOf(known.join(between).split("|"), LEXICON);
        if (figures.includes(String(role))) expect([other, leftover]).toEqual([null, ""]);
        const more = [...known.slice(0, at), word, ...known.slice(at)].join(between).split("|");
        expect(figures).not.toContain(headingOf(more, LEXICON).role);
      },
    ),
    { numRuns: 1000 },
  );
});
