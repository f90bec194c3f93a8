import { tightText } from "./normalise.js";
import { SIGNATURES } from "../form-words.js";

const LABELS = [...SIGNATURES, "单位负责人", "负责人", "填表人", "统计负责人", "报出日期"].map(tightText);

/** Whether a text beneath a table signs it ("填报人：张三"); no such row reports a figure. */
export function isSignature(text: string): boolean {
  const said = tightText(text);
  return LABELS.some((label) => said.startsWith(`${label}:`));
}

/** The 填报单位 that a title names ("填报单位：区卫生健康委"); "" where it names none. */
export function reporterNamed(title: string): string {
  return /填报单位[:：]\s*([^\s:：]+)/u.exec(title)?.[1] ?? "";
}
