import { collectInto } from "../../../src/forms/collect/collect.js";
import type { Returned } from "../../../src/forms/collect/returned.js";
import { line } from "../../data/ledger/lines.js";

/** A process of its own that collects workbook after workbook into a folder: `folder name count lines`. */
const [folder = "", name = "", count = "", lines = ""] = process.argv.slice(2);

function workbook(at: number): Returned {
  const file = `${name}-${at}.xlsx`;
  const entries = Array.from({ length: Number(lines) }, (_, index) =>
    line(index, {
      kind: "分组",
      grouping: "镇街",
      group: `${file}第${index}组`,
      source: { file, sheet: "表", cell: `E${index + 4}` },
    }),
  );
  const content = { name: file, bytes: 1, sha256: file, sheets: [], keywords: "", issues: [] };
  return {
    content,
    reporter: name,
    formYear: 2025,
    entries,
    imprint: null,
    shown: [],
    bases: [],
    issues: [],
    isForm: false,
    unanswered: new Set(),
    answered: new Set(),
  };
}

process.stdout.write("ready\n");
for (let at = 0; at < Number(count); at += 1) {
  await collectInto(folder, [workbook(at)], {
    accepted: new Set(),
    year: null,
    beside: {},
    now: Date.now(),
    time: new Date().toISOString(),
    waiting: () => undefined,
  });
}
