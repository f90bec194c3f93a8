/** Longer names nobody has: of a person, of a bookmark, of a style. */
const LONGEST_NAME = 100;

/** A copy: what is cut out of a text keeps the whole of it in memory, here 64 kB for each word. */
export function ownText(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

/** Names that thousands of elements have in common, each kept once. */
export function ownNames(): (name: string) => string {
  const kept = new Map<string, string>();
  return (name) => {
    const short = name.slice(0, LONGEST_NAME);
    const known = kept.get(short);
    if (known !== undefined) return known;
    const own = ownText(short);
    kept.set(own, own);
    return own;
  };
}
