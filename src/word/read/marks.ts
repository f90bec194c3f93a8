/** Bookmarks, or comments, that are open where one reads. */
export interface OpenMarks {
  /** By their ids. */
  open: Map<string, OpenMark>;
  /** The names of those that are open: one list for all pieces between two marks, however many there are. */
  names: readonly string[];
  /** A mark began or ended since that list was made. */
  isStale: boolean;
  /** The paragraphs in which marks that ended had their last pieces, by their names. */
  placed: Map<string, Placed>;
}

interface OpenMark {
  name: string;
  /** So many pieces had been read when it began. */
  since: number;
}

/** A paragraph, as far as marks ask of it: how many pieces had been read with its last. */
interface Placed {
  last: number;
}

const NONE: readonly string[] = [];

export function noMarks(): OpenMarks {
  return { open: new Map(), names: NONE, isStale: false, placed: new Map() };
}

export function beginMark(marks: OpenMarks, id: string, mark: OpenMark): void {
  marks.open.set(id, mark);
  marks.isStale = true;
}

/** The mark that ends with this id; undefined where none began. */
export function endMark(marks: OpenMarks, id: string): OpenMark | undefined {
  const mark = marks.open.get(id);
  if (marks.open.delete(id)) marks.isStale = true;
  return mark;
}

/** The names around the next piece. */
export function namesAround(marks: OpenMarks): readonly string[] {
  if (!marks.isStale) return marks.names;
  marks.isStale = false;
  const names = [...marks.open.values()].map(({ name }) => name);
  const isSame = names.length === marks.names.length && names.every((name, at) => name === marks.names[at]);
  if (!isSame) marks.names = names.length === 0 ? NONE : names;
  return marks.names;
}

/** Whether `paragraph` has a piece in a mark that began at `since`, or in one of its name before. */
export function isIn(marks: OpenMarks, { name, since }: OpenMark, paragraph: Placed): boolean {
  const found = paragraph.last > since || marks.placed.get(name) === paragraph;
  if (found) marks.placed.set(name, paragraph);
  return found;
}

/** The same, and from now on it has one. */
export function putIn(marks: OpenMarks, mark: OpenMark, paragraph: Placed): boolean {
  const found = isIn(marks, mark, paragraph);
  marks.placed.set(mark.name, paragraph);
  return found;
}
