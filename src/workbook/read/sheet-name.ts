/** Excel allows 31 characters; other programs some more. */
const LONGEST_NAME = 100;

/**
 * A sheet's name as messages repeat it: control characters and marks that turn the writing round would let a
 * file speak for the program.
 */
export function sheetName(name: string): string {
  return name.slice(0, LONGEST_NAME).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}
