/** The annexes in their order: chapters refer to them by these numbers. */
export const ANNEX = { tables: 1, sensitivity: 2, gaps: 3, quality: 4, method: 5 } as const;

/** 附件3 */
export function annexName(annex: keyof typeof ANNEX): string {
  return `附件${ANNEX[annex]}`;
}
