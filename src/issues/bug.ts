/**
 * What a mistake of ours is known by: its message and its place in the program, without the folders of this
 * machine. A file that is like no other must not cost the user the rest of the folder, so that whatever its
 * reader throws is told on that file, with this text for whoever mends it.
 */
export function bugText(error: unknown): string {
  const [first = "", ...frames] = (
    error instanceof Error ? (error.stack ?? error.message) : String(error)
  ).split("\n");
  const places = frames.map((frame) =>
    frame
      .trim()
      .slice(0, LONGEST_BUG)
      .replace(/^at /u, "")
      .replace(/\(?(?:file:\/\/)?[^\s()]*[\\/]/u, "("),
  );
  return [first, ...places.slice(0, MOST_FRAMES)].join(" ← ").slice(0, LONGEST_BUG);
}

const MOST_FRAMES = 3;
const LONGEST_BUG = 300;
