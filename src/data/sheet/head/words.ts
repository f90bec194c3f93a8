/** What the columns of the sheet kinds hold. */
export type Role =
  | "code"
  | "number"
  | "name"
  | "unit"
  | "value"
  | "previous"
  | "base"
  | "numerator"
  | "denominator"
  | "missingReason"
  | "dataSource"
  | "reporter"
  | "remark"
  | "comment"
  | "year"
  | "period"
  | "region"
  | "sort"
  | "coverage"
  | "grouping"
  | "group"
  | "town"
  | "institution"
  | "sex"
  | "age"
  | "residence"
  | "projectCode"
  | "projectName"
  | "measureCode"
  | "measureName"
  | "measureStatus"
  | "measureProgress"
  | "status"
  | "quantity"
  | "goal"
  | "done"
  | "progress"
  | "problems"
  | "nextPlan"
  | "scope"
  | "published"
  | "accepted"
  | "text";

/** Columns that say of which town, institution or people a row is. */
export const GROUP_ROLES = [
  "group",
  "town",
  "institution",
  "sex",
  "age",
  "residence",
] as const satisfies readonly Role[];

/** Columns that say how far work has come. */
export const STATUS_ROLES = ["status", "measureStatus"] as const satisfies readonly Role[];

/** What makes a figure beside an indicator another than the indicator's own of that year. */
export type Other =
  | "target"
  | "forecast"
  | "change"
  | "rank"
  | "completion"
  | "share"
  | "score"
  | "factor"
  | "statistic"
  | "count"
  | "period"
  | "schoolYear"
  | "otherYear"
  | "span"
  | "region"
  | "group"
  | "site"
  | "void";

/*
 * 词表：表头、标题、工作表名里的词是什么意思。怎样加词见同一文件夹的 README.md。
 * 一行一种意思，词与词之间空一格；一个词只放在一行里。
 */

/** 把人或单位分成几类的列：一行写着其中一类的，不是全部的数。 */
export const SORTS_OF_PEOPLE =
  "民族 学历 文化程度 受教育程度 婚姻状况 职业 年级 办学性质 办学类型 所有制 经济类型";

/** 列里放的是什么（不是数）。每行第一个词是填报表上印的列名。 */
export const COLUMN_WORDS: Readonly<Record<Exclude<Role, FigureRole>, string>> = {
  code: "编号 指标编号 指标代码 指标编码 代码 编码",
  number: "序号 指标序号 顺序号",
  name: "指标名称 指标 监测指标 监测指标名称 统计指标 统计指标名称 主要指标 主要指标名称 指标内容 名称 项目指标 一级指标 二级指标 三级指标 妇女指标 儿童指标",
  unit: "计量单位 单位 指标单位",
  numerator: "分子 分子数 分子值 分子数值",
  denominator: "分母 分母数 分母值 分母数值",
  missingReason: "缺报原因 缺报理由 缺项原因 缺失原因 未报原因",
  dataSource: "数据来源 来源 资料来源 数据出处",
  reporter: `填报单位 填报部门 填报科室 报送单位 报送部门 报送科室 上报单位 上报部门 上报科室 责任单位 责任部门 责任科室 提供单位 提供部门 数据提供单位
    数据提供部门 牵头单位 牵头部门 配合单位`,
  remark: "备注 说明 备注说明 情况说明",
  comment: `问题 数据问题 原因 原因分析 差异原因 变化原因 评价 评价结果 结论 监测结论 意见 核对意见 修改意见 审核说明 数据说明 核实情况 核对情况`,
  year: "年份 年度 最新年份 数据年份 所属年份 统计年份 统计年度 数据年度",
  period:
    "季度 月份 月度 统计时点 报告期 报告期别 时期 期间 期别 统计期间 统计时间 数据时间 数据时期 数据期 时间 年月 所属期",
  region: "地区 区县 区域 行政区 行政区划 地域 所属地区 所属区县 区县名称 地区名称",
  sort: "类型 类别 分类 数据状态 数据类型 数据类别 数值类型 属性 指标属性 性质 指标性质",
  coverage: `统计范围 范围 数据范围 统计对象 调查对象 监测对象 人群 人群类别 人群分类 人群类型 统计人群 户籍类型 户籍类别 户口类型 户籍性质 户口 学段 群体 险种 参保类型 参保类别 案由 罪名
    案件类型 案件类别 机构类型 机构类别 学校类型 学校类别 单位类型 单位性质 ${SORTS_OF_PEOPLE}`,
  grouping: "分组 分组类型 分组类别 分组方式 分组标志",
  group: "组别 组名 分组名称 组别名称",
  town: "镇街 镇街名称 街镇 乡镇 乡镇街道 镇(街道) 乡镇(街道) 街道 街道(镇) 所属镇街 所在镇街 镇 各镇街",
  institution:
    "机构 机构名称 医疗机构 医疗卫生机构 卫生院 学校 学校名称 居委会 村委会 村居 村社区 社区 社区名称 所在村 所在社区",
  sex: "性别",
  age: "年龄 年龄段 年龄组",
  residence: "城乡",
  projectCode: "项目编号 项目代码 项目编码",
  projectName: "项目名称 重点项目 重点项目名称 项目",
  measureCode: "措施编号 措施代码 措施编码",
  measureName: "措施名称 规划措施 重点任务措施 策略措施",
  measureStatus: "落实状态 措施落实状态",
  measureProgress: "落实情况 措施落实情况 落实进展",
  status: "进展状态 项目状态 状态 完成状态 推进状态",
  quantity: "量化内容 量化指标 量化目标",
  progress: "年度进展 年度进展情况 进展情况 进展 工作进展 推进情况",
  problems: "存在问题 存在问题及原因 存在的问题 存在的主要问题 主要问题",
  nextPlan: "下年计划 下年度计划 下一年计划 下步计划 下一步计划 下一步打算",
  scope: "口径 统计口径 指标口径 数据口径 口径说明",
  accepted: `是否采用 是否采纳 是否有效 是否使用 采用情况 审核状态 审核结果 审核情况 审核结论 校核结果 校核意见 复核结果 核查结果 审核意见
    复核意见`,
  published: "发布日期 发布时间 公布日期 公布时间",
  text: `指标解释 解释 指标定义 定义 计算公式 计算方法 公式 领域 所属领域 规划名称 所属规划 频率 报送频率 统计频率 周期 调查周期 联系人 联系电话 电话 联系方式
    负责人 填报人 填表人 审核人 佐证材料 工作措施 措施
    项目内容 建设内容 主要内容 完成时限 完成时间 更新时间 最后更新时间 科室 经办人 联系人及电话 趋势 变化趋势
    等级 监测等级 预警等级 是否完成 是否达标 达标情况 达标状态 预警 目标方向 方向 填报日期 填报时间`,
};

/** 报表的人做的事：后面是“日期”“时间”“人”的列（报送时间、修改日期、录入人），说的是表，不是数。 */
export const DEEDS =
  "报送 上报 呈报 提交 填报 填表 填写 填列 更新 最后更新 修改 最后修改 变更 录入 登记 采集 收集 汇总 整理 审核 初审 复审 终审 复核 核对 核实 审批 审定 确认 制表 编制 打印 导出 下载 生成 接收 收到 退回 反馈 签收 签字 报出 入库 创建 上传 发送";

/** 看不懂的列名结尾是这些词的，列里写的是谁管、怎么做、依据什么，不是数属于哪一部分：不提醒。 */
export const ABOUT_WORK = `部门 科室 处室 股室 人 人员 同志 领导 联络员 电话 手机 手机号 邮箱 网址 链接 依据 文件 文号 附件 材料 报表 报表名称 表名 表号 制度
  意见 批示 反馈 回复 答复 处理 结果 核查 复核 审核 做法 措施 举措 亮点 特色 成效 经验 建议 打算 安排 计划 途径 渠道 频率 频次 周期 时限 质量 等次 等级 档次 灯 说明 情况 要求 内容 归属 板块 章节 条目 任务 项目 签字 盖章 备用 密级 公式 定义 解释 内涵 含义`;

/** 放数的列由表头的各个词合起来判断，这里只有填报表上印的列名。 */
type FigureRole = "value" | "previous" | "base" | "goal" | "done";
const FIGURE_COLUMNS: Readonly<Record<FigureRole, string>> = {
  value: "本年数",
  previous: "上年数",
  base: "基期数",
  goal: "目标数",
  done: "完成数",
};

/** Says of a column no more than that figures stand in it. */
export const PLAIN_HEADING = "数值";

/** The heading to write over a column of this role, which is understood as that role when read. */
export function headingName(role: Role): string {
  const [name = ""] = Object.hasOwn(FIGURE_COLUMNS, role)
    ? [FIGURE_COLUMNS[role as FigureRole]]
    : columnWords(role);
  return name;
}

function columnWords(role: Role): string[] {
  return wordsIn(COLUMN_WORDS[role as Exclude<Role, FigureRole>]);
}

/** 就是指标本身的数：照读。 */
export const ACTUAL = `正式 正式数 正式数据 实际 实际数 实际值 实际完成 实际完成数 实际完成值 实际情况 实际达到 实绩 现状 现状数 现状值 完成 完成数
  完成值 完成情况 完成数量 已完成 已完成数 达到 达到值 实现 实现值 数 值 数值 数据 数字 指标值 指标数 监测值 监测数 监测数据
  监测结果 统计值 统计数 统计数据 统计结果 调查值 调查数 调查结果 结果 填报数 填报值 上报数 报送数 年报数 年末 年末数 年底
  年底数 中期值 中期数 中期实际值 中期评估值 终期实际值 最新值 最新数 最新数据 绝对值 绝对数 绝对量 期末 期末数 年终 年终数 水平 比率 计算 计算值 计算数 计算结果 计算得数 得数 算得 妇幼年报 妇幼年报数 卫生年报 卫生年报数`;

/** 还不是最后的数：照读，加一条说明；同一年另有确定的数时让位。 */
export const PRELIMINARY =
  "初步 初步数 初步统计 初步统计数 初步核算 初步核算数 初报 初报数 快报 快报数 暂定 暂定数 征求意见数 未审 未审核 待审 待审核 自查 自查数 自查值 自报 自报数";
/** 核过的数：照读，加一条说明。 */
export const CONFIRMED = `核定 核定数 核定值 审定 审定数 审定值 核实 核实数 核实值 最终 最终数 最终值 最终核实 最终核实数 终审 终审数 决算 决算数 修订 修订数 修订值
  修正 修正数 修正后 修订后 调整后 调整数 核实后 核定后 审定后 更正后 订正后 复核后 最终核定`;

/** 哪一年：相对的说法。 */
export const RELATIVE = {
  this: "本年 本年度 当年 当年度 今年 本期 当期 报告年",
  previous:
    "上年 上年度 去年 前一年 上一年 上一年度 上期 上年同期 去年同期 同期 上年同月 去年同月 上年同月末 去年同月末",
  base: "基期 基期年 基期值 规划基期 规划基期值 规划基期数 基线 基线值 基线数 基线年 基准 基准年 基准值 基准数 基数 基数值 起点 起点值 起点数 起点年 起始值 本底 本底值 本底数",
} as const;

/** 不是指标本身的数：不读。 */
export const OTHER_WORDS: Readonly<
  Record<Exclude<Other, "schoolYear" | "otherYear" | "span" | "region" | "site">, string>
> = {
  target: `目标 目标值 目标数 目标数量 目标任务 目标要求 规划 规划目标 纲要目标 行动计划目标 方案目标 规划目标值 规划值 规划数 规划要求 计划 计划数 计划值 计划目标
    计划完成 任务 任务数 任务目标 指标任务 年度目标 年度任务 分解目标 考核目标 考核值 约束值 标准 标准值 评估标准 评价标准 监测标准 达标标准 要求 预期目标 期望值
    终期目标 中期目标 阶段目标 责任目标 争取 争取数 争取值 争取目标 力争 力争数 力争值 力争目标 下达目标 下达任务 下达计划 下达数 计划安排 目标安排 任务安排
    考核 考核要求 考核数 考核标准 拟完成 拟完成数 拟达到 拟实现 拟定 拟定数 拟定值 拟定目标 拟定目标值 控制数 控制值 控制目标 预警值 预警线 警戒值 警戒线 底线值 参考值`,
  forecast:
    "暂估 暂估数 暂估值 初估 初估数 估报 估报数 预计 预计数 预计值 预计完成 预计完成数 预测 预测数 预测值 预估 预估数 预估值 估计 估计数 估计值 估算 估算数 测算 测算数 测算值 沿用 推算 推算数 预期 预期值 预",
  change: `同比 环比 增减 增减数 增减值 增减量 增减额 增减率 增减幅 增减幅度 增减变化 增减情况 增长 增长数 增长量 增长率 增长幅度
    增幅 增量 增速 增加 增加数 减少 减少数 升降 升降幅度 涨跌 降幅 减幅 下降 提高 提升 变化 变化值 变化量 变化率 变化幅度 变化情况
    变动 变动率 变动幅度 差 差值 差距 差额 差异 差异率 偏差 比 较 比较 对比 相比 幅度 ± 与目标差距 距 距离 距目标 距目标差距 缺口 缺额 还差 尚差 还需 尚需 还需提高 还需下降 达标还需 达标还差 未达标差额`,
  rank: "位次 排名 排位 名次 位数 排序 序位 位次变化 片区位次 居片区位次 居全市位次 居全国位次 片区排名",
  completion: `完成率 目标完成率 达标率 达成率 实现率 实现程度 完成程度 完成比例 完成进度 目标完成进度 进度 序时进度 达标程度 达标进度
    占目标 占计划 完成目标 目标完成情况`,
  share: "占比 比重 比例 百分比 构成 构成比 占全市比重 占总数比重",
  score: "得分 自评得分 自评 自评分 考核得分 考核分 分值 权重 评分 分数 指数 折算值",
  factor: "系数 乘数 换算系数 折算系数 计算系数 单位换算 换算 换算倍数 放大倍数 倍数 基数系数",
  statistic: `平均 平均值 平均数 均 均值 均数 年均 年平均 累计 累计数 累计值 中位数 众数 加权 加权平均 简单平均 最大 最大值 最小 最小值 最高
    最高值 最低 最低值 极差 标准差`,
  count: `总人数 应检人数 实检人数 检查人数 受检人数 应查人数 实查人数 监测人数 调查人数 发病人数 患病人数 死亡人数 活产数
    出生数 出生人数 死亡数 样本 样本数 样本量 基数人口 人口数 总人口`,
  period: `上半年 下半年 半年 半年度 半年数 季报 季末 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 1季度 2季度
    3季度 4季度 第1季度 第2季度 第3季度 第4季度 前三季度 前3季度 上半年度 月报 当月 本月 上月 本季 本季度 年中 年初
    年初数 初 期初 期初数 期中`,
  group: `男 女 男性 女性 男童 女童 男孩 女孩 男生 女生 男婴 女婴 其中 城镇 农村 城市 乡村 城区 城 乡
    户籍 户籍口径 户籍人口 常住 常住口径 常住人口 流动 流动人口 流动人员 流动儿童 流动妇女 外来人口 留守 留守儿童 男学生 女学生 公办 民办 本地 外地 其他 其它`,
  void: `退回 退回重报 退回修改 驳回 不采用 未采用 不采纳 未采纳 不予采用 审核未通过 审核不通过 作废 已作废 废止 废弃 停用 旧版 旧表 样表 样张 样例 范例 范本 填报示范 填报示例 填表示例 填写示例 填写示范
    填写样例 填报样例 填表样例`,
};

/** 各组的全部，就是指标本身的数。 */
export const WHOLE =
  "合计 小计 计 不分性别 不分城乡 不分男女 不分民族 男女 男女小计 男女合计 城乡合计 合计数 总计 总计数 总数 总量 共计 全部 全体 总体";

/** “人群”“统计范围”“口径”一类的列里，除上面各词外说的也是全部的词。 */
export const WHOLE_OF_ROWS =
  "全口径 全人群 全人口 全辖区 辖区 行政区域 行政区划 全社会 全域 不限 不分 所有 一致 相同 同规划 与规划一致 无变化 未变 不变 无";

/** 全年：与年份合在一起仍是全年的数。 */
export const WHOLE_YEAR = "全年 全年度 全年数 全年累计 全年累计数 存量 年末存量 期末存量 整年 年报";

/** 写在几个年份上面的词：下面各列是哪一年的，由列名自己说。别处写的不算。 */
export const OVER_YEARS =
  "历年来 历年 历史 往年 各年度 各年 分年度 分年 逐年 近年来 近年 近几年 近两年 近三年 近四年 近五年 近5年 近3年";

/** 写不写都一样的词。只有这里的词可以不加说明地略去。 */
export const HARMLESS =
  "Item Items Indicator Indicators Unit Units Year 年 末 的 在 与 为 是 系 示例 示例数据 合成 合成数据 填报 填写 填列 情况 指标情况 统计 监测 监测期 评估期 实施期 约束性 预期性 约束性指标 预期性指标 逆向 正向 逆指标 正指标 截至 截止 必填 如下 注 见注 下同 保留两位小数 保留2位小数 按计量单位填写 计算依据 数据依据 计算基础 基础数据 原始数据 分子分母";

/** 备注、缺报原因或名称里说一个镇街、机构这一年没有开办的词：它的0不是数。 */
export const CLOSED =
  "停业 停办 停诊 停用 歇业 暂停营业 撤并 撤销 裁撤 已撤 关闭 关停 已关 注销 未开业 未开办 未运营 未投用 未启用 合并至 合并到 已合并 并入 已并入";

/** 备注里说旁边这个数的词：只用这些词再写一个不同的数的，是说数另有一个。 */
export const OF_THE_FIGURE = `经 已 经过 再次 应 应为 应是 实 实为 实际 实际为 实际数 为 是 系 而 数 数据 数值 数字 数量 指标 指标值 值 本 该 此 本年 本年度 今年 当年 本期
  复核 核实 核查 核对 核定 核准 审核 审定 确认 认定 统计 测算 计算 汇总 最终 最新 准确 正确 后 报告 报告数 报表 报表数 年报 年报数 报送 上报 填报
  年末 年底 期末 年终 截至年底 截至年末 截至本年底 截止年底 截止年末 12月末 12月底 截至12月底 达 达到 完成 更正 修正 订正 更正为 修正为 订正为
  市里认定 市级认定 市局认定 上级认定 区里认定 省里认定 市里核定 市级核定 市局核定 上级核定 区里核定 市里反馈 市级反馈 市局反馈 上级反馈 市里审核 市级审核 上级审核 部门认定 部门核定`;
/** 同上，说一共有多少的词：旁边的数是比率的，说的是别的数。 */
export const OF_THE_WHOLE = "共 共有 共计 合计 总计 总数 总共 全部 现有 现 实有 目前 目前有 截至目前";
/** 备注里说比从前多、比从前少的词。新增的是当年添的，不是净多的。 */
export const RISEN = "增加 增长 提高 上升 提升 升高 上涨 净增 净增加 多 增 升";
export const FALLEN = "减少 下降 降低 回落 下滑 净减 净减少 少 减 降";

/** 备注里说只是一部分人、一部分单位的词：指标名称里有的除外。 */
export const SOME_PEOPLE = `住院 门诊 急诊 住院分娩 就诊 体检 初婚 再婚 初产妇 经产妇 适龄 高危 低保 贫困 建档立卡 脱贫 医院 学校 机构 公立医院 妇幼保健院 区妇幼保健院
  规模化供水 规模化供水工程 集中供水 集中供水工程 城市供水 公立 私立 在校 在园 在册 在岗 在职 参保 已婚 未婚`;

/** 备注里说旁边的数少计、多计了的词。 */
export const MISCOUNTED = `漏报 漏计 漏统 漏统计 漏填 少报 少计 少统 少填 多报 多计 多统 多填 错报 错填 误报 误填 误统 虚报 重报 重复计 重复统计 重复计算 重复填报 重复上报
  需扣除 应扣除 须扣除 需剔除 应剔除 需核减 应核减 需补报 应补报 需补计 未扣除 未剔除`;
/** 备注里说指标已经没有人统计的词：旁边的数不知从哪里来。 */
export const STOPPED = `停报 停止统计 停止报送 停止填报 停统 取消统计 取消报送 取消 停用 不再统计 不再报送 不再监测 无此项统计 无此统计 无该项统计 无本项统计 无此项数据
  无此项指标 无统计 无统计数据 无统计渠道 没有统计 没有此项统计 未纳入统计 未统计 未监测 无数据 暂无数据 尚无数据`;
/** 普查的简称，和它是哪一年的。 */
export const CENSUSES: readonly { year: number; names: string }[] = [
  { year: 2020, names: "七普 七人普 第七次人口普查 第七次全国人口普查" },
  { year: 2010, names: "六普 六人普 第六次人口普查 第六次全国人口普查" },
];

/** 行名里说一个部分的词：一行里的词是一个意思。“女童”写在“九年义务教育巩固率”下面，就是“女童九年义务教育巩固率”。 */
export const PARTS_ALIKE = [
  "女 女性 女童 女生 女孩 妇女 女学生",
  "小学 小学生 小学阶段 小学阶段学生",
  "初中 初中生 初中阶段 初中阶段学生",
  "高中 高中生 高中阶段 高中阶段学生",
  "城镇 城市",
  "农村 乡村",
  "宫颈癌 子宫颈癌",
  "党组织书记 书记",
];
/** 行名里说一个学段的词。 */
export const STAGES =
  "幼儿园 幼儿 学前 学前教育 小学 小学生 初中 初中生 高中 高中生 普高 普通高中 中职 职高 中等职业学校 大学 大学生 小学阶段 初中阶段 高中阶段";

export function wordsIn(line: string): string[] {
  return line.split(/\s+/u).filter((word) => word !== "");
}

/**
 * A pattern's part: words of a line that may follow each other. 实际为 is 实际 and 为: with all three a text could be parted in
 * so many ways that an expression tries them for ever, so that what is made of others is left to them.
 */
export function runOf(line: string): string {
  const words = wordsIn(line);
  const parts = (text: string, whole: string): boolean =>
    text === "" ||
    words.some((word) => word !== whole && text.startsWith(word) && parts(text.slice(word.length), whole));
  return oneOf(words.filter((word) => !parts(word, word)).join(" "));
}

/** A pattern's part: one of the words of a line, the longest first. */
export function oneOf(line: string): string {
  return `(?:${wordsIn(line)
    .sort((a, b) => b.length - a.length)
    .join("|")})`;
}
