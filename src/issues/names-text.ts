const MOST = 5;

/** The first five, and how many they are: a sheet may have thousands, and nobody reads more. */
export function namesText(names: readonly string[]): string {
  return `${names.slice(0, MOST).join("、")}${names.length > MOST ? `等${names.length}个` : ""}`;
}
