import { NumberFormat, PageOrientation, SectionType, type ISectionOptions } from "docx";
import { pageNumbers, sidewaysPageNumbers } from "./edges.js";
import { FOOTER, MARGIN, mm, PAPER, WIDE_MARGIN } from "./measures.js";

type Layout = Omit<ISectionOptions, "children">;

const MARGINS = {
  top: MARGIN.top,
  bottom: MARGIN.bottom,
  // Inner and outer: Word changes them over on even pages.
  left: MARGIN.inner,
  right: MARGIN.outer,
  header: mm(15),
  footer: FOOTER,
  gutter: 0,
};

/** ① behind a figure is no part of it; a document that says so as a whole is not heard by every program. */
const FOOTNOTES = { numberFormat: { type: NumberFormat.DECIMAL_ENCLOSED_CIRCLE_CHINESE } };

/** A side of the cover's leaf: no number. */
export function frontSection(): Layout {
  return { properties: { type: SectionType.NEXT_PAGE, page: { size: PAPER, margin: MARGINS } } };
}

/** Upright pages; the `first` of them is page 1. */
export function textSection({ first }: { first: boolean }): Layout {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      footnoteProperties: FOOTNOTES,
      page: { size: PAPER, margin: MARGINS, ...(first ? { pageNumbers: { start: 1 } } : {}) },
    },
    footers: pageNumbers(),
  };
}

/** Pages turned on their side. */
export function wideSection(): Layout {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      footnoteProperties: FOOTNOTES,
      page: {
        size: { ...PAPER, orientation: PageOrientation.LANDSCAPE },
        margin: { ...WIDE_MARGIN, header: mm(15), footer: mm(10), gutter: 0 },
      },
    },
    footers: sidewaysPageNumbers(),
  };
}
