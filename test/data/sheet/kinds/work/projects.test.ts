import { describe, expect, test } from "vitest";
import { book, codesOf, read, sheet } from "../../../book.js";

const HEAD = [
  "项目编号",
  "项目名称",
  "年份",
  "进展状态",
  "量化内容",
  "目标数",
  "完成数",
  "年度进展",
  "存在问题",
  "下年计划",
  "填报单位",
];

function progress(...rows: Parameters<typeof sheet>[1]): ReturnType<typeof read> {
  return read(book("a.xlsx", sheet("重点项目进展", [["2025年重点项目进展"], HEAD, ...rows])));
}

describe("重点项目进展", () => {
  test("the quantities of one project are one progress, its words as they were written", () => {
    const found = progress(
      [
        "WP09",
        "普惠养老服务项目",
        2025,
        "推进中",
        "照护中心",
        2,
        2,
        "建成2所（城区），运营。",
        null,
        null,
        "区民政局",
      ],
      ["WP09", "普惠养老服务项目", 2025, "推进中", "镇街养老服务中心", "23个", "２１", null, "选址难。"],
    );
    expect(found.dataset.progress).toHaveLength(1);
    expect(found.dataset.progress[0]).toMatchObject({
      project: "WP09",
      year: 2025,
      status: "推进中",
      progress: "建成2所（城区），运营。",
      problems: "选址难。",
      reporter: "区民政局",
      source: { cell: "D3" },
    });
    expect(found.dataset.progress[0]?.quantities.map(({ done }) => done?.toString())).toEqual(["2", "21"]);
  });

  test("目标任务 and 完成情况 may tell in words: the year's progress, and no slip", () => {
    const head = ["项目名称", "目标任务", "完成情况", "进展状态"];
    const rows = [
      ["2025年重点项目"],
      head,
      ["妇女健康服务促进项目", "三甲创建", "已通过2次评审", "推进中"],
      ["普惠养老服务项目", "照护中心2所", "2所", "基本完成"],
    ];
    const found = read(book("a.xlsx", sheet("重点项目", rows)));
    expect(codesOf(found)).toEqual([]);
    expect(
      found.dataset.progress.map(({ project, progress: said, quantities }) => [
        project,
        said,
        quantities.map(({ done }) => done?.toString()),
      ]),
    ).toEqual([
      ["WP01", "已通过2次评审", []],
      ["WP09", "", ["2"]],
    ]);
    const numbers = rows.map((row) => row.map((text) => text.replace("完成情况", "完成数")));
    expect(codesOf(read(book("a.xlsx", sheet("重点项目", numbers))))).toEqual(["data/not-a-number C3"]);
  });

  test("完成数 beside 完成情况 is the number, and the words are the year's progress", () => {
    const rows = [
      ["2025年重点项目"],
      ["项目名称", "进展状态", "完成情况", "目标数", "完成数"],
      ["女性职业教育提升项目", "正在推进", "新增专业3个", 5, 3],
    ];
    const found = read(book("a.xlsx", sheet("重点项目", rows)));
    expect(codesOf(found)).toEqual([]);
    expect(found.dataset.progress[0]).toMatchObject({ progress: "新增专业3个", quantities: [{ name: "" }] });
    expect(found.dataset.progress[0]?.quantities[0]?.done?.toString()).toBe("3");
  });

  test("a quantity that the plan does not ask of the project is told: the report counts it", () => {
    const asked = ["CP10", null, 2025, "推进中", "独立的区未成年人保护机构", 1, 1] as const;
    const more = [null, null, 2025, "推进中", "儿童之家", 50, 40] as const;
    expect(codesOf(progress([...asked], [...more]))).toEqual(["data/quantity-name E4"]);
  });

  test("a quantity that the plan does not name says its own unit", () => {
    const found = progress(["WP09", null, 2025, "推进中", "托位点", "2所", "3 所"]);
    expect(found.dataset.progress[0]?.quantities).toMatchObject([{ name: "托位点", unit: "" }]);
    expect(
      found.dataset.progress[0]?.quantities.map(
        ({ goal, done }) => `${goal?.toString()} ${done?.toString()}`,
      ),
    ).toEqual(["2 3"]);
    expect(
      progress(["WP09", null, 2025, "推进中", "托位点", "2万", "3家半"]).issues.map(({ code }) => code),
    ).toEqual(["data/quantity-name", "data/not-a-number", "data/not-a-number"]);
  });

  test("a line of half a year, or of what is planned, tells nothing of the year", () => {
    const found = progress(
      ["WP09", null, "2025年上半年", "推进中"],
      ["WP09", null, "2026年（计划）", "已完成"],
      ["WP09", null, "2025年", "基本完成"],
    );
    expect(found.dataset.progress).toMatchObject([{ year: 2025, status: "基本完成" }]);
    // Each by what it is: no whole year, and a plan.
    expect(found.issues.map(({ code }) => code)).toEqual(["data/only-others-rows", "data/only-others-rows"]);
  });

  test("a line of another quantity goes on with the project above it; one of nothing is told", () => {
    const found = progress(
      ["WP09", null, 2025, "推进中", "照护中心", 2, 1],
      [null, null, null, null, "镇街养老服务中心", 23, 21],
      [null, null, null, null, null, 5, 5],
    );
    expect(found.dataset.progress[0]?.quantities.map(({ done }) => done?.toString())).toEqual(["1", "21"]);
    expect(found.issues.map(({ code }) => code)).toEqual(["data/nameless-rows"]);
  });

  test("a table of half a year, of another district or a plan for later tells nothing of the year", () => {
    for (const title of [
      "2025年上半年重点项目进展",
      "江津区2025年重点项目进展",
      "2025年重点项目进展（草稿）",
    ]) {
      const found = read(
        book(
          "a.xlsx",
          sheet("重点项目进展", [[title], HEAD, ["CP10", null, 2025, "推进中", "儿童主任", 23, 20]]),
        ),
      );
      expect(found.dataset.progress).toEqual([]);
      expect(codesOf(found)).toEqual(["data/other-table A1"]);
    }
    // How far they had come by its end is how far they came in the year, and goals are named over what was done.
    for (const title of ["2025年第四季度重点项目进展", "2025年重点项目目标任务分解及进展"]) {
      const found = read(
        book("a.xlsx", sheet("重点项目进展", [[title], HEAD, ["CP14", null, 2025, "推进中"]])),
      );
      expect(found.dataset.progress).toHaveLength(1);
      expect(codesOf(found)).toEqual([]);
    }
  });

  test("what brackets say makes another status of it", () => {
    for (const more of ["（计划）", "（预计12月完成）", "（待验收）", "（除1所外）", "（上半年）"])
      expect(codesOf(progress(["CP14", null, 2025, `已完成${more}`]))).toEqual(["data/unknown-status D3"]);
    for (const more of ["（2所）", "（市级验收）"])
      expect(codesOf(progress(["CP14", null, 2025, `已完成${more}`]))).toEqual([]);
  });

  test("a code beside the name of something else is told", () => {
    expect(codesOf(progress(["CP01", "妇女就业创业帮扶行动", 2025, "推进中"]))).toEqual([
      "data/code-unlike-name D3",
    ]);
    for (const name of ["医疗保健机构提质", "儿童医疗卫生机构提质工程", null])
      expect(codesOf(progress(["CP01", name, 2025, "推进中"]))).toEqual([]);
  });

  test("statuses of several years beside each other are each their year's, and what is undated the latest's", () => {
    for (const heads of [
      ["2024年进展状态", "2025年进展状态"],
      ["进展状态（2024年）", "进展状态（2025年）"],
    ]) {
      const rows = [
        ["重点项目进展"],
        ["项目编号", ...heads, "目标数", "完成数", "年度进展"],
        ["CP10", "推进中", "基本完成", 23, 20, "工作站建成20个"],
      ];
      const found = read(book("a.xlsx", sheet("重点项目进展", rows)));
      expect(found.dataset.progress.map(({ year, status, progress: said }) => [year, status, said])).toEqual([
        [2024, "推进中", ""],
        [2025, "基本完成", "工作站建成20个"],
      ]);
      expect(codesOf(found)).toEqual([]);
    }
  });

  test("23个 is 23 where the plan gives no unit", () => {
    const found = progress([
      "CP10",
      null,
      2025,
      "推进中",
      "每个镇（街道）设立未成年人保护工作站",
      "23",
      "23个",
    ]);
    expect(codesOf(found)).toEqual([]);
    expect(found.dataset.progress[0]?.quantities[0]?.done?.toString()).toBe("23");
  });

  test("matched by name where there is no code, the year from the title", () => {
    const { dataset } = progress([null, " 智慧教育\u00a0提升项目", null, "已完成"]);
    expect(dataset.progress).toMatchObject([{ project: "CP06", year: 2025, status: "已完成" }]);
  });

  test("lines that disagree stand where the slowest stands", () => {
    const found = progress(["WP09", null, 2025, "已完成"], ["WP09", null, 2025, "推进中"]);
    expect(found.dataset.progress).toMatchObject([{ status: "推进中" }]);
    expect(codesOf(found)).toEqual(["data/statuses-differ D3"]);
  });

  test("yes or no is a quantity too", () => {
    const found = progress(
      ["CP01", null, 2025, "推进中", "区妇幼保健院创建三级甲等医院", null, "是"],
      ["CP01", null, 2025, "推进中", "区儿童医院创建三级甲等医院", null, "否"],
    );
    expect(found.dataset.progress[0]?.quantities.map(({ done }) => done?.toString())).toEqual(["1", "0"]);
    expect(found.dataset.readerNotes).toHaveLength(2);
  });

  test("unknown status words, projects and figures are told; empty lines are not", () => {
    const found = progress(
      ["WP01", null, 2025, "顺利"],
      ["WP99", "高铁站项目", 2025, "推进中"],
      ["WP02", "智慧教育提升项目", 2025, "推进中"],
      ["WP03", null, 2025, null, null, null, null, "有进展。"],
      ["WP04", null, 2025, "推进中", "安全校园", 10, "若干"],
      ["WP05", "性别歧视清理整顿项目", 2025],
    );
    expect(codesOf(found)).toEqual([
      "data/unknown-status D3",
      "data/unknown-project D4",
      "data/code-contradicts-name D5",
      "data/no-status D6",
      "data/not-a-number G7",
    ]);
    expect(found.dataset.progress.map(({ project }) => project)).toEqual(["WP04"]);
  });

  test.each([
    ["未完成", "请填写：未启动、推进中、基本完成、已完成"],
    ["以完成", "是否是“已完成”？请填写：未启动、推进中、基本完成、已完成"],
  ])("%s is not guessed to be its opposite", (status, hint) => {
    const rows = [HEAD, ["WP05", "性别歧视清理整顿项目", 2025, status]];
    const found = read(book("a.xlsx", sheet("重点项目进展", rows)));
    expect(found.issues.find(({ code }) => code === "data/unknown-status")?.hint).toBe(hint);
  });

  test("an unknown status over several rows is told once, with all of them", () => {
    const rows = [
      HEAD,
      ["CP10", null, 2025, "进行到一半", "独立的区未成年人保护机构", 1, 0],
      [null, null, null, null, "村（居）儿童主任培训参训率", 100, 98],
    ];
    const merges = [1, 2, 3, 4].map((column) => ({ top: 2, bottom: 3, left: column, right: column }));
    const found = read(book("a.xlsx", sheet("重点项目进展", rows, { merges })));
    expect(codesOf(found)).toEqual(["data/unknown-status D2"]);
    expect(found.issues[0]?.message).toContain("第2—3行");
  });

  test("a row of another year than the table's is told, unless the table tells of several", () => {
    const old = progress(["WP01", null, 2024, "推进中"]);
    expect(codesOf(old)).toEqual(["data/row-year-differs C3"]);
    expect(old.dataset.progress.map(({ year }) => year)).toEqual([2024]);
    expect(codesOf(progress(["WP01", null, 2024, "推进中"], ["WP01", null, 2025, "推进中"]))).toEqual([]);
  });

  describe("figures under other names than 目标数 and 完成数", () => {
    const head = ["项目编号", "项目名称", "进展状态", "量化内容"];
    const line = ["WP02", "妇女宫颈癌、乳腺癌防治项目", "推进中", "免费筛查（人）"];
    const of = (names: readonly string[], values: readonly number[]) =>
      read(
        book(
          "a.xlsx",
          sheet("重点项目", [["2025年重点项目进展"], [...head, ...names], [...line, ...values]]),
        ),
      );

    test("are told, with the names to write", () => {
      const names = ["规划期目标数", "2025年目标数", "截至2025年累计完成数", "2025年完成数", "完成率"];
      const found = of(names, [100000, 10000, 52000, 9800, 98]);
      expect(codesOf(found)).toEqual(["data/quantity-columns E2", "data/unplaced H3"]);
      expect(found.issues[0]?.message).toContain("F列“2025年目标数”看不出是不是项目的目标数，");
      const [quantity] = found.dataset.progress[0]?.quantities ?? [];
      expect([quantity?.goal, quantity?.done?.toString()]).toEqual([null, "52000"]);
      const yearly = of(["规划期目标数", "2025年完成数"], [100000, 9800]);
      expect(yearly.issues[0]?.message).toContain("F列“2025年完成数”看不出是不是项目的目标数、完成数");
      expect(yearly.issues[0]?.hint).toContain("“目标数”、“完成数”");
      expect(yearly.dataset.progress[0]?.quantities).toMatchObject([{ goal: null, done: null }]);
    });

    test.each(["截至2025年累计完成数", "截至2025年底累计完成", "累计完成数", "累计建成", "累计完成情况"])(
      "%s is 完成数, of the rows' own year and where nothing else is",
      (name) => {
        const doneOf = (found: ReturnType<typeof of>) =>
          found.dataset.progress[0]?.quantities.map(({ done }) => done?.toString() ?? null);
        expect(doneOf(of(["目标数", name], [100000, 52000]))).toEqual(["52000"]);
        expect(doneOf(of(["目标数", name, "完成数"], [100000, 52000, 9800]))).toEqual(["9800"]);
        expect(doneOf(of(["目标数", name.replace("2025", "2024")], [100000, 43000]))).toEqual([
          name.includes("2025") ? null : "43000",
        ]);
      },
    );

    test("of another year are told", () => {
      expect(codesOf(of(["目标数", "截至2024年累计完成数"], [100000, 43000]))).toEqual([
        "data/quantity-columns F2",
      ]);
    });

    test("are none beside 目标数 and 完成数, and money is none", () => {
      const names = ["目标数", "完成数", "年度目标数", "上年完成数", "计划投资（万元）"];
      const found = of(names, [100000, 52000, 10000, 43000, 120]);
      expect(found.issues.map(({ code }) => code)).not.toContain("data/quantity-columns");
      expect(found.dataset.progress[0]?.quantities[0]?.done?.toString()).toBe("52000");
    });

    test("only what is missing is asked for", () => {
      const found = of(["目标数", "2025年完成数"], [100000, 52000]);
      expect(found.issues.map(({ message }) => message)).toEqual([
        expect.stringContaining("F列“2025年完成数”看不出是不是项目的完成数"),
      ]);
    });
  });
});
