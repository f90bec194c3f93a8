import type { ScoredRow } from "../../../score/scorecard.js";
import { nameList } from "../../words/wording.js";

/** Names in brackets, at most `most` of them: （甲、乙等）; "" where none may be named. */
function bracketList(names: readonly string[], most: number): string {
  if (names.length === 0 || most === 0) return "";
  const rest = names.length > most ? "等" : "";
  return `（${nameList(names.slice(0, most))}${rest}）`;
}

export function rowNames(rows: readonly ScoredRow[]): string[] {
  return rows.map(({ row }) => row.name);
}

/** 3项（甲、乙等） */
export function countedList(rows: readonly ScoredRow[], most: number): string {
  return `${rows.length}项${bracketList(rowNames(rows), most)}`;
}
