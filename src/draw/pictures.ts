/** Pictures, each by the id of its empty frame in the page. */
export type Pictures = Readonly<Record<string, string>>;

/** An SVG element with nothing in it but words for the fonts; it takes the room of the picture to come. */
export function emptyFrame(id: string, attributes: string, words: string): string {
  return `<svg id="${id}" ${attributes}><desc>${words}</desc></svg>`;
}

const EMPTY_FRAME = /<svg id="([^"]+)" [^>]*><desc>[^<]*<\/desc><\/svg>/g;

/** The page with every picture in its frame's place. */
export function withPictures(html: string, pictures: Pictures): string {
  return html.replace(EMPTY_FRAME, (frame, id: string) => pictures[id] ?? frame);
}
