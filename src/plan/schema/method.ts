import * as z from "zod/mini";
import { GRADED_CODES, type IssueCode } from "../../issues/issue.js";
import { STATUS } from "../../terms/status.js";
import { described, figure, label, someOf, whole } from "../fields.js";

const verdictStep = described(
  "总体评价的一档",
  z.strictObject({
    from: figure(`达标或${STATUS.onTrack.name}的比重，百分数，不低于此数用这一档`),
    words: label("规划期内的总体评价"),
    atEnd: label("规划末年的总体评价"),
  }),
);

/** The words of the headline rate in per cent. A binding row on red takes them one step down. */
const VERDICT = [
  { from: 85, words: "总体进展顺利", atEnd: "主要目标总体实现" },
  { from: 70, words: "总体进展良好", atEnd: "主要目标大部分实现" },
  { from: 55, words: "总体进展基本符合预期", atEnd: "主要目标过半实现" },
  { from: 0, words: `总体${STATUS.slow.name}`, atEnd: "主要目标实现程度不高" },
];

const severity = described("error 错误，warning 提醒，note 说明", z.enum(["error", "warning", "note"]));

/** A key for each check whose severity may be set, so that a wrong code is told like any wrong key. */
const severities = z._default(
  described(
    "数据核查项的级别；不写即取自带的级别",
    z.strictObject(
      Object.fromEntries(GRADED_CODES.map((code) => [code, z.optional(severity)])) as Record<
        IssueCode,
        z.ZodMiniOptional<typeof severity>
      >,
    ),
  ),
  {},
);

const pace = described(
  "进度比的分界",
  z.strictObject({
    onTrack: figure(`进度比不低于此数为${STATUS.onTrack.name}`),
    slow: figure(`进度比不低于此数为${STATUS.slow.name}，更低为${STATUS.offTrack.name}`),
  }),
);

const verdict = z.prefault(
  someOf(
    verdictStep,
    "总体评价的各档，从高到低，末档从 0 起；有约束性指标红色预警的降一档；不写即取自带的四档",
  ),
  VERDICT,
);

export const methodSchema = described(
  "评价方法",
  z.strictObject({
    pace,
    tolerance: figure("“左右”“相适应”的容差，百分点"),
    rounding: described("halfUp 四舍五入；halfEven 五成双（GB/T 8170—2008）", z.enum(["halfUp", "halfEven"])),
    smallNumbers: whole("事件数少于此数时标注小数字", 0),
    publicMinimum: z._default(
      whole("公开版（--edition public）不印少于此数的人数、例数，和能推算出它们的数", 1),
      5,
    ),
    verdict,
    severities,
  }),
);
