import { placeText } from "../show/show-issues.js";
import { pad } from "../terminal/columns.js";
import { displayWidth } from "../terminal/display-width.js";
import type { Listed } from "./list.js";
import type { Tally } from "./run.js";
import type { Shard } from "./shard.js";
import type { Failure } from "./shard-log.js";
import { largest } from "../terms/long-lists.js";

/** Of each district that failed as many findings are listed; the log has all. */
const MOST_FINDINGS = 3;

/** The last thing a person sees: how many came out how, and by name those that did not. */
export function summaryText({ done, unchanged, failed }: Tally, out: string, { index, of }: Shard): string {
  const total = done + unchanged + failed.length;
  const part = of === 1 ? "" : `（第${index}段，共${of}段）`;
  const counts = [`做成${done}个`, `没有变化${unchanged}个`, `没有做成${failed.length}个`].join("，");
  const head = `区县${total}个${part}：${counts}。写入 ${out}\n`;
  if (failed.length === 0) return head;
  const next = "→ 改正后再运行一次，做成的不会重做；只做没有做成的加 --retry-failed\n";
  return `${head}\n没有做成：\n${failed.map(failureText).join("")}${next}`;
}

function failureText({ district, failure }: Tally["failed"][number]): string {
  const { code, name, plansFolder, dataFolder } = district;
  const shown = failure.findings.slice(0, MOST_FINDINGS).map(findingText);
  const left = failure.findings.length - shown.length;
  const all = `report validate --plans ${quoted(plansFolder)} --data ${quoted(dataFolder)}`;
  const more = left > 0 ? [`另有${left}个，用 ${all} 查看全部`] : [];
  return [`  ${code}  ${name}  ${failure.message}`, ...[...shown, ...more].map((line) => `      ${line}`)]
    .map((line) => `${line}\n`)
    .join("");
}

function findingText({ message, where }: Failure["findings"][number]): string {
  const place = placeText(where);
  return place === "" ? message : `${place}：${message}`;
}

function quoted(folder: string): string {
  return /\s/u.test(folder) ? `"${folder}"` : folder;
}

/** The districts of a shard with what would become of each. */
export function listText(listed: readonly Listed[], { index, of }: Shard): string {
  const widest = largest(
    listed.map(({ name }) => displayWidth(name)),
    0,
  );
  const part = of === 1 ? "" : `第${index}段，共${of}段：`;
  const lines = listed.map(({ code, name, state }) => `${code}  ${pad(name, widest)}  ${state}\n`);
  return `${lines.join("")}${part}${listed.length}个区县\n`;
}
