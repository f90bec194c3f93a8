/** Numbers as stretches, ascending: 3、5—7. */
export function spansText(numbers: readonly number[]): string {
  return spansOf(numbers).map(spanText).join("、");
}

/** More stretches than these are looked up by nobody. */
const MOST_STRETCHES = 10;

/** Rows of a sheet: 第3、5—7行; where they are scattered, the first of them and how many there are. */
export function rowsText(rows: readonly number[]): string {
  const spans = spansOf(rows);
  const told = spans.slice(0, MOST_STRETCHES).map(spanText).join("、");
  return spans.length > MOST_STRETCHES ? `第${told}等${new Set(rows).size}行` : `第${told}行`;
}

interface Span {
  from: number;
  to: number;
}

function spansOf(numbers: readonly number[]): Span[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const spans: Span[] = [];
  for (const number of sorted) {
    const last = spans.at(-1);
    if (last !== undefined && last.to === number - 1) last.to = number;
    else spans.push({ from: number, to: number });
  }
  return spans;
}

function spanText({ from, to }: Span): string {
  return from === to ? String(from) : `${from}—${to}`;
}
