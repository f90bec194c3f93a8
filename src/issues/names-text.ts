const MOST = 5;
/** Of what is told with its words. */
const MOST_TOLD = 3;

/** The first five, and how many they are: a sheet may have thousands, and nobody reads more. */
export function namesText(names: readonly string[]): string {
  return firstOf(names, MOST, "个");
}

/** The first three places with what stands there, B3“…”, and in how many it does. */
export function toldText(told: readonly string[], counter: "处" | "行" = "处"): string {
  return firstOf(told, MOST_TOLD, counter);
}

function firstOf(told: readonly string[], most: number, counter: string): string {
  return `${told.slice(0, most).join("、")}${told.length > most ? `等${told.length}${counter}` : ""}`;
}
