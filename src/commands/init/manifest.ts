/** A first manifest.yaml for `region`: it says what most folders say, and shows how to say the rest. */
export function firstManifest(region: string, issuer: string): string {
  return `# 数据说明：数据是哪里的、是初步的还是最终的，报告是第几稿。
# 用“记事本”打开修改，按 UTF-8 保存。冒号用半角，冒号后空一格；“#”以后是注释，去掉行首的“#”才起作用。

region: ${region}

# 数据状态：初步、最终。写“初步”时封面注明以最终核定数据为准。
status: 初步

# 报告稿次：初稿、征求意见稿、送审稿、定稿。定稿以前印在封面上。
review: 初稿

# 年度统计监测报告封面上的编制单位。不写时用规划文件中的：${issuer}
#issuedBy: ${region}统计局

# 年度报告导语里的一句区情，只写数的按人计，也可以连单位写；没有的不写。
#context: { population: 1149000, women: 568000, births: 6236, source: 统计局人口抽样调查 }

# 印在报告里的说明，一条一行。
notes:
#  - 妇幼健康指标统计年度为上年10月1日至当年9月30日。

# 核实无误、不必再提醒的单元格。代码和位置照 report validate 列出的写，并写明理由；理由列入核查底稿。
silences:
#  - code: data/jump
#    file: 年度填报/卫生健康委.xlsx
#    sheet: 妇女规划
#    cell: E14
#    reason: 2025年起按新口径统计，已与卫生健康委核实
`;
}
