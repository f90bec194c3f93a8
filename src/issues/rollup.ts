import { define } from "./definition.js";
import { namesText } from "./names-text.js";

const names = (list: readonly string[]): string => list.join("、");

/** Findings where many districts are added up. */
export const ROLLUP_ISSUES = {
  "rollup/district-twice": define<{ name: string; first: string }>(
    "error",
    ({ name, first }) => `${name}在另一段中已经做过（${first}），不知以哪个为准`,
    () => "请只留一个；各段应由同一份区县清单分出",
  ),
  "rollup/failed": define<{ name: string; reason: string }>(
    "warning",
    ({ name, reason }) => `${name}没有做成，不计入汇总：${reason}`,
    () => "请改正后用 report batch --retry-failed 重做，再汇总",
  ),
  "rollup/list-differs": define<{ listed: number; found: number }>(
    "error",
    ({ listed, found }) => `区县清单有${listed}个，各段合计${found}个`,
    () => "请用同一份清单重新运行各段",
  ),
  "rollup/map-not-outlines": define<{ reason: string }>(
    "error",
    ({ reason }) => `地图文件不能使用：${reason}`,
    () => "请给出 GeoJSON（FeatureCollection，各面的 properties 中有 code 或 name），或不用 --geojson",
  ),
  "rollup/map-unmatched": define<{ names: readonly string[] }>(
    "warning",
    ({ names: list }) => `地图中有${list.length}个面与区县对不上，没有画出：${namesText(list)}`,
    () => "请核对 properties 中的 code（行政区划代码）或 name（区县名称）",
  ),
  "rollup/map-without": define<{ names: readonly string[] }>(
    "warning",
    ({ names: list }) => `地图中没有这些区县：${namesText(list)}`,
    () => "图中没有它们，表中照常列出",
  ),
  "rollup/no-shards": define<object>(
    "error",
    () => "没有 report batch 留下的分段记录",
    () => "请先运行 report batch；给出的应是它的 --out 文件夹",
  ),
  "rollup/other-plan": define<{ name: string; what: string }>(
    "error",
    ({ name, what }) => `${name}的评价结果不是按所用规划做的：${what}`,
    () => "各区县要用编号、计量单位相同的规划；规划不是自带的，请用 --plans 指明",
  ),
  "rollup/other-run": define<{ what: string; here: string; first: string }>(
    "error",
    ({ what, here, first }) => `这一段与第一段的${what}不同（${here}，第一段为${first}），不能一起汇总`,
    () => "请用同一程序、同一份规划和同样的选项重新运行各段",
  ),
  "rollup/score-unreadable": define<{ name: string; reason: string }>(
    "error",
    ({ name, reason }) => `${name}的评价结果读不出来：${reason}`,
    () => "请用 report batch 重做这个区县",
  ),
  "rollup/shard-missing": define<{ missing: readonly string[]; of: number }>(
    "error",
    ({ missing, of }) => `共${of}段，缺第${names(missing)}段`,
    () => "请运行缺的段；在别的机器上运行的，把它的输出文件夹一并列在命令中",
  ),
  "rollup/shard-twice": define<{ index: number; first: string }>(
    "error",
    ({ index, first }) => `第${index}段有两份（另一份是${first}）`,
    () => "请只留一份",
  ),
  "rollup/unfinished": define<{ names: readonly string[] }>(
    "error",
    ({ names: list }) => `这一段没有做完，还差${list.length}个区县：${names(list)}`,
    () => "请用同样的命令再运行这一段；已经做成的不会重做",
  ),
} as const;
