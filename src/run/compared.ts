import path from "node:path";
import { MOST_RECORD_BYTES } from "../data/published/folder.js";
import { printedReports, publishedShape } from "../data/published/record.js";
import { UTF8_ONLY } from "../files/decode.js";
import { jsonOf } from "../files/json.js";
import { standingAt } from "../files/list.js";
import { readText } from "../files/read.js";
import { EXIT, ReportError } from "../issues/error.js";
import type { Compared } from "../report/diff/differences.js";
import { blocksIn, PROVENANCE_FILE } from "./provenance-file.js";

/**
 * The reports that a path leads to: a folder of outputs, its provenance.json, or a file under 已发布/. Throws
 * ReportError (exit 2) where it leads to none.
 */
export async function comparedAt(given: string): Promise<Compared[]> {
  const standing = await standingAt(given);
  const file = standing === "folder" ? path.join(given, PROVENANCE_FILE) : given;
  const { text, refusal } = await readText(file, MOST_RECORD_BYTES, UTF8_ONLY);
  if (refusal !== null) {
    throw new ReportError(`“${file}”读不出来：${refusal.reason}`, EXIT.usage, HINT);
  }
  const found = comparedIn(jsonOf(text), given);
  if (found.length === 0) throw new ReportError(`“${file}”中没有可以比较的报告`, EXIT.usage, HINT);
  return found;
}

const HINT = "请写编制报告的文件夹（如 out/2025），或数据文件夹“已发布”中的文件";

function comparedIn(content: unknown, given: string): Compared[] {
  const published = publishedShape.safeParse(content);
  if (published.success) {
    const { name, edition, published: day } = published.data;
    return [{ label: `${given}（第${edition}版，${day}存档）`, name, report: published.data }];
  }
  return printedReports(blocksIn(content)).map((report) => {
    return { label: `${given}（${report.asOf}编制）`, name: report.name, report };
  });
}

/** The reports of both that are of one plan and kind: of one year where there is one, else the only one there is. */
export function pairsOf(before: readonly Compared[], after: readonly Compared[]): [Compared, Compared][] {
  return before.flatMap((one): [Compared, Compared][] => {
    const alike = after.filter(
      ({ report }) =>
        report.plan.id === one.report.plan.id && report.statement.kind === one.report.statement.kind,
    );
    const sameYear = alike.find(({ report }) => report.year === one.report.year);
    const other = sameYear ?? (alike.length === 1 ? alike[0] : undefined);
    return other === undefined ? [] : [[one, other]];
  });
}
