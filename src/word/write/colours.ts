/** #fff and #1b6e3c as Word writes them: six digits without a sign. */
export function hex(colour: string): string {
  const digits = colour.slice(1);
  return (digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits).toUpperCase();
}
