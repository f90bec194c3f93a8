import { describe, expect, it } from "vitest";
import { slips } from "../manuscript.js";

/** A table in Markdown, below a line. */
function table(rows: readonly string[], above = ""): string {
  const [head = "", ...lines] = rows;
  const rule = head.replaceAll(/[^|]+/gu, "---");
  return `${above}\n\n|${[head, rule, ...lines].join("|\n|")}|`;
}

const RIGHT: Record<string, [string[], string?]> = {
  "years above, names beside": [
    ["指标|2020年|2025年", "孕产妇系统管理率（%）|92.99|94.88", "住院分娩率|90|95"],
  ],
  "bare years": [["指标|单位|2024|2025", "孕产妇系统管理率|%|94.52|94.88"]],
  "names above, years beside": [["年份|孕产妇系统管理率（%）", "2024年|94.52", "2025|94.88"]],
  "lines that are counted": [["序号|指标|2025年", "1|孕产妇系统管理率（%）|94.88", "2|住院分娩率|95"]],
  "no years at all": [["指标|实际值", "孕产妇系统管理率|94.88%"]],
  "a goal, a change": [["指标|目标值|2025年|比2024年增减（百分点）", "孕产妇系统管理率（%）|94|94.88|0.36"]],
  "a fall with its sign": [["指标|2025年|比2024年增减", "女性基本医疗保险参保率|94.72|-0.34"]],
  "two lines of heads": [["指标|单位|2025年", " | |实际", "孕产妇系统管理率|%|94.88"]],
  "a name that is left out": [["指标|年份|数值", "孕产妇系统管理率（%）|2024年|94.52", " |2025年|94.88"]],
  "words in a cell": [["指标|2025年|说明", "孕产妇系统管理率|94.88%|比2024年提高0.36个百分点。已达到目标。"]],
  "domains, and all of them": [["领域|指标数|已达标", "妇女与健康|11|2", "妇女与法律|4|0", "合计|49|3"]],
};

const FOREIGN: Record<string, [string[], string?]> = {
  "another place above": [["指标|2025年", "孕产妇系统管理率（%）|98.01"], "全市主要指标"],
  "another place beside": [["地区|孕产妇系统管理率（%）", "全市|98.01"]],
  "a column of another place": [["指标|全市2025年", "孕产妇系统管理率（%）|98.01"]],
  "half a year": [["指标|2025年上半年", "孕产妇系统管理率（%）|98.01"]],
  "a column that is not known": [["指标|权重", "孕产妇系统管理率（%）|5"]],
  "another measure": [["指标|2025年", "高危孕产妇系统管理率（%）|98.01"]],
  "a group without figures": [["指标|2025年农村", "孕产妇系统管理率（%）|98.01"]],
  "a survey": [["项目|2025年", "孕产妇系统管理率（%）|98.01"], "问卷调查结果"],
  "a sum of other lines": [["单位|指标数|已达标", "区卫生健康委|20|8", "合计|30|12"]],
  "a goal to come": [["指标|2026年计划", "孕产妇系统管理率（%）|98.01"]],
};

const WRONG: Record<string, [string[], string]> = {
  "years above, names beside": [["指标|2020年|2025年", "孕产妇系统管理率（%）|92.99|95.88"], "95.8"],
  "bare years": [["指标|单位|2024|2025", "孕产妇系统管理率|%|94.25|94.88"], "94.2"],
  "names above, years beside": [["年份|孕产妇系统管理率（%）", "2024年|94.52", "2025|94.25"], "94.2"],
  "lines that are counted": [["序号|指标|2025年", "1|孕产妇系统管理率（%）|93.88"], "93.8"],
  "no years at all": [["指标|实际值", "孕产妇系统管理率|96.48%"], "96.4"],
  "a goal": [["指标|目标值|2025年", "孕产妇系统管理率（%）|95|94.88"], "95|9"],
  "a change": [["指标|2025年|比2024年增减（百分点）", "孕产妇系统管理率（%）|94.88|0.63"], "0.63"],
  "a change the other way": [["指标|2025年|比2024年提高", "女性基本医疗保险参保率（%）|94.72|0.34"], "0.34"],
  "a name that is left out": [
    ["指标|年份|数值", "孕产妇系统管理率（%）|2024年|94.52", " |2025年|94.52"],
    "94.5",
  ],
  "words in a cell": [["指标|2025年|说明", "孕产妇系统管理率|94.88%|比2024年提高0.63个百分点。"], "0.63"],
  "so many of a domain": [["领域|指标数|已达标", "妇女与健康|12|2"], "12"],
  "so many of all": [["领域|指标数|已达标", "妇女与健康|11|2", "合计|49|14"], "14"],
  "all of them": [["领域|指标数|已达标", "妇女与健康|11|2", "合计|48|3"], "48"],
  "a domain in the last column": [["领域|已达标|合计", "妇女与健康|2|13"], "13"],
  "a cell behind a full stop": [["指标|说明|2025年", "孕产妇系统管理率|完成。|95.88%"], "95.8"],
};

describe("a table that people typed", () => {
  it.each(Object.entries(RIGHT))("is left alone where it is right: %s", (_name, [rows, above]) => {
    expect(slips(table(rows, above))).toEqual([]);
  });
  it.each(Object.entries(FOREIGN))(
    "is left alone where it is of something else: %s",
    (_name, [rows, above]) => {
      expect(slips(table(rows, above))).toEqual([]);
    },
  );
  it.each(Object.entries(WRONG))("has a wrong figure told: %s", (_name, [rows, at]) => {
    expect(slips(table(rows))).toEqual([
      expect.stringMatching(new RegExp(`^wrong-\\S+ ${at.replace("|", "\\|")}`, "u")),
    ]);
  });
});

it("a tab before a sentence sets it in, and is no cell", () => {
  expect(slips("文字\n\n\u3000\t2025年，孕产妇系统管理率达到95.88%。")).toEqual(["wrong-figure 95.8"]);
});
