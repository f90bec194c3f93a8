/** 除2022年外, 除个别年份外 */
export const EXCEPTED = /除(?!以|法)[^，；]{1,22}外|除外/u;

/** The years that a sentence leaves out; null where it cannot be told which. */
export function exceptedIn(text: string): number[] | null {
  const said = EXCEPTED.exec(text)?.[0];
  if (said === undefined) return [];
  const years = [...said.matchAll(/\d{4}(?=年|、)/gu)].map(([year]) => Number(year));
  return years.length === 0 ? null : years;
}
