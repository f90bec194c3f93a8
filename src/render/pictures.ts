/** A chart's place in a page, as long as it is empty, and what is to stand there. */
export interface Picture {
  empty: string;
  drawn: string;
}

/** The page with every picture in its place. */
export function withPictures(html: string, pictures: readonly Picture[]): string {
  return pictures.reduce((page, { empty, drawn }) => page.replaceAll(empty, () => drawn), html);
}
