import { describe, expect, test } from "vitest";
import { book, codesOf, percent, read, sheet, valuesOf } from "../../book.js";

describe("指标数据 in the layouts bureaus use", () => {
  test("under a title and an empty row, columns in any order, notes below, heads repeated", () => {
    const found = read(
      book(
        "a.xlsx",
        sheet("Sheet1", [
          ["永川区妇女发展规划（2021—2030年）监测数据"],
          [],
          ["备注", "2021年", "指标名称", "2020 年实际", "序号"],
          [null, null, "一、妇女与健康"],
          ["户籍口径", 93.5, "孕产妇系统管理率（%）", 92.99, 4],
          ["备注", "2021年", "指标名称", "2020 年实际", "序号"],
          [null, 12.1, "孕产妇死亡率（1/10万）", 0, 3],
          ["注：妇幼数据为上年10月1日至本年9月30日。"],
          ["填表人：张三", null, null, "2026年3月20日"],
        ]),
      ),
    );
    expect(valuesOf(found, "W04")).toBe("2020:92.99 2021:93.5");
    expect(valuesOf(found, "W03")).toBe("2020:0 2021:12.1");
    expect(found.dataset.series["W04"]?.[1]).toMatchObject({
      source: { file: "a.xlsx", sheet: "Sheet1", cell: "B5" },
      remark: "户籍口径",
      display: "93.5",
      formYear: 2021,
    });
    expect(codesOf(found)).toEqual([]);
  });

  test("with a two-row head: 监测值 merged over the years, the other heads merged downwards", () => {
    const merges = [
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 2, bottom: 3, right: 2 },
      { top: 2, left: 3, bottom: 2, right: 4 },
      { top: 2, left: 5, bottom: 3, right: 5 },
    ];
    const rows = [
      ["儿童规划监测表"],
      ["指标编号", "指标", "监测值", null, "来源"],
      [null, null, 2024, 2025, null],
      ["C04", "5岁以下儿童死亡率", 4.61, 4.49, "区卫生健康委"],
    ];
    const found = read(book("a.xlsx", sheet("数据", rows, { merges })));
    expect(valuesOf(found, "C04")).toBe("2024:4.61 2025:4.49");
    expect(found.dataset.series["C04"]?.[0]?.dataSource).toBe("区卫生健康委");
  });

  test("with 目标值 and 实际值 beneath each year only what was measured is read", () => {
    const merges = [{ top: 1, left: 2, bottom: 1, right: 3 }];
    const rows = [
      ["指标名称", "2025年", null, "2030年目标值"],
      [null, "目标值", "实际值", null],
      ["婚前医学检查率", 60, 66.15, 70],
    ];
    expect(valuesOf(read(book("a.xlsx", sheet("数据", rows, { merges }))), "W01")).toBe("2025:66.15");
  });

  test("compound rows: parts with short names, in a second name column, or by their own codes", () => {
    const name = "区人大代表和区人大常委会委员中女性比例";
    const head = ["编号", "指标名称", "2025年"];
    const rows: Record<string, Parameters<typeof sheet>[1]> = {
      short: [head, ["W22", name, null], [null, "其中：区人大代表", 30.1], [null, "区人大常委会委员", 33.3]],
      codes: [head, ["W22.1", null, 30.1], ["W22.2", "", 33.3]],
      columns: [
        ["编号", "指标名称", "指标名称", "2025年"],
        ["W22", name, "区人大代表", 30.1],
        ["W22", name, "区人大常委会委员中女性比例", 33.3],
      ],
    };
    for (const each of Object.values(rows)) {
      const found = read(book("a.xlsx", sheet("数据", each)));
      expect([valuesOf(found, "W22.1"), valuesOf(found, "W22.2")]).toEqual(["2025:30.1", "2025:33.3"]);
      expect(codesOf(found)).toEqual([]);
    }
  });

  test("a figure on the compound row itself is nobody's", () => {
    const rows = [
      ["编号", "指标名称", "2025年"],
      ["W22", "区人大代表和区人大常委会委员中女性比例", 30],
    ];
    const found = read(book("a.xlsx", sheet("数据", rows)));
    expect(codesOf(found)).toContain("data/compound-value A2");
    expect(found.dataset.series).toEqual({});
  });

  test("the comparator series W30r is read by its name beside W30", () => {
    const rows = [
      ["序号", "指标名称", "2025年"],
      [30, "企业职工代表大会中女性比例", 34.2],
      [null, "其中：企业职工中女性比例", 36.1],
    ];
    const found = read(book("妇女.xlsx", sheet("数据", rows)));
    expect([valuesOf(found, "W30"), valuesOf(found, "W30r")]).toEqual(["2025:34.2", "2025:36.1"]);
  });

  test("blank years after the last with data are no gaps; marked ones are", () => {
    const rows = [
      ["编号", "指标名称", "2023年", "2024年", "2025年", "2026年"],
      ["W01", "婚前医学检查率", null, "—", 66.15, null],
      ["W02", "妇女人均预期寿命", 82.1, "…", 82.3, "—"],
    ];
    const { dataset } = read(book("a.xlsx", sheet("数据", rows)));
    expect(dataset.gaps.map(({ indicator, year, reason }) => `${indicator} ${year} ${reason}`)).toEqual([
      "W01 2023 blank",
      "W01 2024 dash",
      "W02 2024 belowUnit",
      "W02 2026 dash",
    ]);
  });

  test("what was done to a cell is noted, a refused cell is a gap with its finding", () => {
    const rows = [
      ["编号", "2024年", "2025年"],
      ["W04", percent(0.9412), "约95"],
    ];
    const found = read(book("a.xlsx", sheet("数据", rows)));
    expect(found.dataset.readerNotes).toMatchObject([
      { indicator: "W04", year: 2024, source: { cell: "B2" } },
    ]);
    expect(found.dataset.gaps).toMatchObject([
      { indicator: "W04", year: 2025, reason: "refused", display: "约95" },
    ]);
    expect(codesOf(found)).toEqual(["data/not-a-number C2"]);
  });

  test("a value merged over two rows counts for the first only", () => {
    const rows = [
      ["编号", "2025年"],
      ["W03", 8],
      ["W04", null],
    ];
    const found = read(
      book("a.xlsx", sheet("数据", rows, { merges: [{ top: 2, left: 2, bottom: 3, right: 2 }] })),
    );
    expect([valuesOf(found, "W03"), valuesOf(found, "W04")]).toEqual(["2025:8", ""]);
    expect(codesOf(found)).toContain("data/merged-value B2");
  });

  test("a value merged over several years counts for the first only, and is told once", () => {
    const rows = [
      ["编号", "2022年", "2023年", "2024年", "2025年"],
      ["W04", 94.52],
      ["W01", "—"],
    ];
    const over = (top: number) => ({ top, left: 2, bottom: top, right: 5 });
    const found = read(book("a.xlsx", sheet("数据", rows, { merges: [over(2), over(3)] })));
    expect([valuesOf(found, "W04"), valuesOf(found, "W01")]).toEqual(["2022:94.52", ""]);
    expect(codesOf(found).filter((code) => code.includes("merged"))).toEqual(["data/merged-value B2"]);
  });
});

describe("指标数据, what a person should look at", () => {
  const one = (rows: Parameters<typeof sheet>[1]) => codesOf(read(book("a.xlsx", sheet("数据", rows))));

  test("columns of years out of reach, and of words nobody understands", () => {
    const head = ["编号", "2009年", "2024年", "2025年调整前", "2030年规划"];
    expect(one([head, ["W01", 60, 66, 67, 80]])).toEqual(["data/year-outside B1", "data/unread-column D1"]);
  });

  test("a unit that is not the plan's", () => {
    const head = ["编号", "指标名称", "计量单位", "2025年"];
    expect(one([head, ["W35", "女性失业保险参保人数", "人", 57100]])).toEqual(["data/unit-scale C2"]);
    expect(one([head, ["W35", "女性失业保险参保人数（人）", null, 57100]])).toEqual(["data/unit-scale B2"]);
    expect(one([head, ["W03", "孕产妇死亡率", "/10万", 7]])).toEqual([]);
    expect(one([head, ["W04", "孕产妇系统管理率", "％", 94]])).toEqual([]);
  });

  test("a figure with another unit behind it is asked for in the plan's", () => {
    const rows = [
      ["编号", "指标名称", "2025年"],
      ["W35", "女性失业保险参保人数", "60,800人"],
    ];
    const { issues } = read(book("a.xlsx", sheet("数据", rows)));
    expect(issues.map(({ hint }) => hint)).toEqual([expect.stringContaining("按计量单位“万人”只填数值")]);
  });

  test("a unit on another scale refuses its figures: 57100人 is no 57100万人", () => {
    const head = ["编号", "指标名称", "计量单位", "2025年"];
    const { dataset } = read(
      book("a.xlsx", sheet("数据", [head, ["W35", "女性失业保险参保人数", "人", 57100]])),
    );
    expect(dataset.series).toEqual({});
    expect(dataset.gaps).toMatchObject([
      { indicator: "W35", year: 2025, reason: "refused", display: "57100" },
    ]);
  });

  test("a code that contradicts the name refuses the row, an unknown name beside it is doubted", () => {
    const head = ["编号", "指标名称", "2025年"];
    const contradicted = read(book("a.xlsx", sheet("数据", [head, ["W04", "孕产妇死亡率", 94]])));
    expect(codesOf(contradicted)).toEqual(["data/code-contradicts-name A2"]);
    expect(contradicted.dataset.series).toEqual({});
    expect(contradicted.dataset.gaps).toMatchObject([{ indicator: "W04", year: 2025, reason: "refused" }]);
    expect(one([head, ["W04", "城镇化水平", 94]])).toEqual(["data/code-unlike-name A2"]);
    expect(one([head, ["W04", "孕产妇系统管理", 94]])).toEqual([]);
    expect(one([head, ["W30", "企业职工中女性比例", 36]])).toEqual(["data/code-contradicts-name A2"]);
  });

  test.each([
    ["W44", "男性法官占比"],
    ["W33", "基本养老保险参保率"],
    ["W33", "女性城镇职工基本医疗保险参保率"],
    ["C23", "托育机构数"],
    ["C10b", "小学男生近视率"],
    ["C18", "儿童暴力伤害农村发生率"],
    ["W35", "女性失业保险参保率"],
    ["C09", "7岁以下儿童健康管理人数"],
    ["C17", "儿童意外伤害率"],
  ])("a code does not make %s of %s, another measure", (code, name) => {
    const found = read(
      book(
        "a.xlsx",
        sheet("数据", [
          ["编号", "指标名称", "2025年"],
          [code, name, 88],
        ]),
      ),
    );
    expect(codesOf(found)).toEqual(["data/code-contradicts-name A2"]);
    expect(found.dataset.series).toEqual({});
    expect(found.dataset.gaps).toMatchObject([{ indicator: code, year: 2025, reason: "refused" }]);
    expect(found.issues[0]?.message).toContain(`名称却是“${name}”，第2行未读取`);
  });

  test.each([
    ["W44", "法官女性占比"],
    ["W33", "女性医保参保率"],
    ["W12", "高中阶段女生毛入学率"],
    ["C23", "普惠托育服务机构"],
    ["W40", "出生人口男女性别比"],
    ["C17", "儿童意外伤害死亡"],
  ])("a code stays beside %s %s, our name in other words", (code, name) => {
    const found = read(
      book(
        "a.xlsx",
        sheet("数据", [
          ["编号", "指标名称", "2025年"],
          [code, name, 88],
        ]),
      ),
    );
    expect(valuesOf(found, code)).toBe("2025:88");
  });

  test("流动人口 before our name is one of its parts, whatever the code", () => {
    const rows = [
      ["编号", "指标名称", "2025年"],
      ["W04", "流动人口孕产妇系统管理率", 81],
    ];
    const found = read(book("a.xlsx", sheet("数据", rows)));
    expect(codesOf(found)).toEqual(["data/only-others-rows B2"]);
    expect(found.dataset.series).toEqual({});
  });

  test.each([
    ["2025年（修订前）", "C列“2025年(修订前)”看不出是什么数，整列未读取"],
    ["达标与否（1是0否）", "C列“达标与否(1是0否)”看不出是什么数，整列未读取"],
    ["2025年某某口径", "C列“2025年某某口径”中的“某某口径”看不懂，整列未读取"],
  ])("of the heading %s no fragment is told", (heading, message) => {
    const rows = [
      ["指标名称", "2024年", heading],
      ["孕产妇系统管理率", 94, 95],
    ];
    const { issues } = read(book("a.xlsx", sheet("数据", rows)));
    expect(issues.find(({ code }) => code === "data/unread-column")?.message).toBe(message);
  });

  test("words added to a name are told whole", () => {
    const rows = [
      ["编号", "指标名称", "2025年"],
      ["W04", "2025年某某口径孕产妇系统管理率", 94],
    ];
    const { issues } = read(book("a.xlsx", sheet("数据", rows)));
    expect(issues.find(({ code }) => code === "data/longer-names")?.message).toContain("“2025年某某口径”");
  });

  test("a code that no plan has beside one of our names is told as what it is", () => {
    const rows = [
      ["编号", "指标名称", "2025年"],
      ["W99", "孕产妇系统管理率", 94],
    ];
    const { issues } = read(book("a.xlsx", sheet("数据", rows)));
    const told = issues.find(({ code }) => code === "data/code-unlike-name");
    expect([told?.message, told?.hint]).toEqual([
      "“W99”不是“孕产妇系统管理率”的编号，第2行已按名称读取",
      "请核对编号",
    ]);
  });

  test("how to write a heading is said with its own year", () => {
    const rows = [
      ["编号", "指标名称", "2024年（某某口径）", "2025年"],
      ["W04", "孕产妇系统管理率", 94, 95],
    ];
    const { issues } = read(book("a.xlsx", sheet("数据", rows)));
    const told = issues.find(({ code }) => code === "data/unread-column");
    expect(told?.hint).toContain("列名请只写“2024年”");
  });

  test("rows alike in code and name are told once, however many there are", () => {
    const head = ["编号", "指标名称", "年份", "数值"];
    const rows = Array.from({ length: 60 }, (_, at) => [
      at % 2 === 0 ? "W04" : "W99",
      "城镇化水平",
      2015 + (at % 10),
      94,
    ]);
    const { issues } = read(book("a.xlsx", sheet("数据", [head, ...rows])));
    const told = issues.filter(({ code }) => /code-unlike-name|unknown-code/u.test(code));
    expect(told.map(({ code, where }) => `${code} ${where?.cell}`)).toEqual([
      "data/code-unlike-name A2",
      "data/unknown-code A3",
    ]);
    expect(told[1]?.message).toContain("第3、5、7、9、11、13、15、17、19、21等30行未读取");
  });

  test("codes as people type them, and codes no plan has", () => {
    const head = ["编号", "指标名称", "2025年"];
    const typed = read(book("a.xlsx", sheet("数据", [head, ["w4", null, 94], ["Ｗ０５Ａ", null, 70]])));
    expect([valuesOf(typed, "W04"), valuesOf(typed, "W05a")]).toEqual(["2025:94", "2025:70"]);
    expect(one([head, ["W99", "没有的", 1], ["W01", null, 60]])).toEqual(["data/unknown-code A2"]);
  });

  test("a bureau's hundred other rows are no news; those that look like ours are told in one warning", () => {
    const rows = [
      ["指标名称", "2025年"],
      ["地区生产总值", 1300],
      ["常住人口", 115],
      ["婚前医学检查率", 66],
      ["婚前医学检测率", 65],
      ["初中生近视率", 58],
      ["大学生近视率", 58],
    ];
    const found = read(book("a.csv", sheet("a.csv", rows)));
    const [warning, ...others] = found.issues;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: "data/unmatched-names", where: { file: "a.csv" } });
    expect(warning?.message).toContain("婚前医学检测率");
    expect(warning?.message).not.toContain("常住人口");
    expect(codesOf(read(book("b.csv", sheet("b.csv", rows.slice(0, 4)))))).toEqual([]);
  });

  test("a table of ours in which no row is ours", () => {
    expect(
      one([
        ["指标名称", "2025年"],
        ["地区生产总值", 1300],
      ]),
    ).toEqual(["data/no-rows"]);
  });

  describe("comments on cells", () => {
    const head = ["编号", "指标名称", "2024年", "2025年"];
    const rows = [head, ["W04", "孕产妇系统管理率", 94.5, 94.9]];
    const noted = (...comments: { address: string; text: string }[]) =>
      read(book("a.xlsx", sheet("数据", rows, { comments })));

    test("are told once a sheet, and the figures are read", () => {
      const texts = ["此为全市数", "区卫生健康委提供", "待核", "已核"];
      const { issues, dataset } = noted(...texts.map((text, at) => ({ address: `D${at + 2}`, text })));
      const told = issues.filter(({ code }) => code === "data/comments");
      expect(told).toMatchObject([{ severity: "warning", where: { sheet: "数据", cell: "D2" } }]);
      expect(told[0]?.message).toMatch(/D2“此为全市数”、D3“区卫生健康委提供”、D4“待核”等4处/u);
      expect(dataset.series["W04"]).toHaveLength(2);
    });

    test("of ours on a form that comes in again are not", () => {
      const { issues } = noted({ address: "D2", text: "【核对】“约九成”不是数值，未读取。请只填数值" });
      expect(issues.filter(({ code }) => code === "data/comments")).toEqual([]);
    });

    test("on a sheet of which nothing is read are not", () => {
      const other = sheet(
        "人口",
        [
          ["地区", "人口"],
          ["甲", 5],
        ],
        { comments: [{ address: "B2", text: "估计" }] },
      );
      expect(read(book("a.xlsx", other)).issues.map(({ code }) => code)).not.toContain("data/comments");
    });
  });

  describe("what stands beside the years says how things stand", () => {
    const rows = (status: string) => [
      ["编号", "指标名称", "计量单位", "2024年", "2025年", status],
      ["W04", "孕产妇系统管理率", "%", 94.52, 94.88, "已达标"],
      ["W43", "女性检察官占比", "%", 42.59, 43.64, "推进中"],
    ];

    test.each(["状态", "进展状态", "完成状态", "指标状态", "落实状态", "推进状态", "完成情况", "落实情况"])(
      "%s",
      (status) => {
        const found = read(book("a.xlsx", sheet("数据", rows(status))));
        expect(valuesOf(found, "W04")).toBe("2024:94.52 2025:94.88");
        expect(valuesOf(found, "W43")).toBe("2024:42.59 2025:43.64");
        expect(codesOf(found)).toEqual([]);
      },
    );

    test("under 项目, too", () => {
      const found = read(
        book(
          "a.xlsx",
          sheet("数据", [
            ["项目", "2024年", "2025年", "进展状态"],
            ["孕产妇系统管理率", 94.52, 94.88, "已完成"],
          ]),
        ),
      );
      expect(valuesOf(found, "W04")).toBe("2024:94.52 2025:94.88");
    });

    test("projects and measures under 编号 and 名称 stay what they are", () => {
      const head = ["编号", "名称", "2025年完成数", "状态"];
      const projects = read(
        book("a.xlsx", sheet("2025年", [head, ["WP05", "性别歧视清理整顿项目", 3, "推进中"]])),
      );
      expect(projects.dataset.progress.map(({ project }) => project)).toEqual(["WP05"]);
    });

    test("numbers under 完成情况 beside a year are asked about", () => {
      const asked = read(
        book(
          "a.xlsx",
          sheet("数据", [
            ["编号", "指标名称", "2025年", "完成情况"],
            ["W04", "孕产妇系统管理率", 94.88, 94.9],
          ]),
        ),
      );
      expect(codesOf(asked)).toContain("data/no-year D1");
    });
  });

  describe("目标 and 完成 in a second column of names", () => {
    const merges = [
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ];
    const rows = (first: string, second: string) => [
      ["指标名称", null, "计量单位", "2024年", "2025年"],
      ["孕产妇系统管理率", first, "%", 93, 94],
      [null, second, "%", 94.52, 94.88],
    ];

    test.each([
      ["目标", "完成"],
      ["计划", "实际"],
      ["全市", "全区"],
      ["农村", "合计"],
    ])("say whose the figures are: %s, %s", (first, second) => {
      const found = read(book("a.xlsx", sheet("数据", rows(first, second), { merges })));
      expect(valuesOf(found, "W04")).toBe("2024:94.52 2025:94.88");
      expect(codesOf(found)).toEqual(["data/others-rows B2"]);
    });

    test("names of parts stay names", () => {
      const found = read(
        book(
          "a.xlsx",
          sheet("数据", [
            ["指标名称", "名称", "2024年", "2025年"],
            ["适龄妇女“两癌”人群筛查率", "宫颈癌", 41, 42],
            [null, "乳腺癌", 51, 52],
          ]),
        ),
      );
      expect(valuesOf(found, "W05a")).toBe("2024:41 2025:42");
    });
  });

  test.each([
    ["本学年", "请按规划的口径确定一个学年算哪一年"],
    ["4-6岁", "请用“分组数据”表"],
    ["终期（2030年）", "是目标，请写“2030年目标”；"],
    ["2024年（甲乙）", "列名请只写“2024年”"],
    // 2025年 is read: a second column of that name would undo both.
    ["数值（甲乙）", "2025年的数已从C列读取"],
    ["本年数（甲乙）", "2025年的数已从C列读取"],
    ["修订前", "2025年的数已从C列读取"],
  ])("what to write instead of %s", (heading, hint) => {
    const found = read(
      book(
        "a.xlsx",
        sheet("2025年", [
          ["编号", "指标名称", "2025年", heading],
          ["C10a", "0—6岁儿童眼保健操和视力检查覆盖率", 92.5, 95.2],
        ]),
      ),
    );
    expect(found.issues.find(({ code }) => code === "data/unread-column")?.hint).toContain(hint);
  });
});
