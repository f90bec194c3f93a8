/** Numbers as stretches, ascending: 3、5—7. */
export function spansText(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const spans: { from: number; to: number }[] = [];
  for (const number of sorted) {
    const last = spans.at(-1);
    if (last !== undefined && last.to === number - 1) last.to = number;
    else spans.push({ from: number, to: number });
  }
  return spans.map(({ from, to }) => (from === to ? String(from) : `${from}—${to}`)).join("、");
}
