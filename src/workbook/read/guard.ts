import { issue, type Issue, type IssueCode, type Place } from "../../issues/issue.js";

const MEGABYTE = 1024 * 1024;

/** So many columns a list of rows has at most; our own forms have eleven. */
export const LIST_COLUMNS = 12;

/**
 * How much of a file is looked at before it is refused. A bureau's workbook stays far below every
 * limit; each exists because some file of a few kilobytes can otherwise fill the memory.
 */
export const LIMITS = {
  /** The file as it lies on disk; pictures inside are never unpacked. */
  fileBytes: 50 * MEGABYTE,
  csvBytes: 5 * MEGABYTE,
  /** Delimiters in a CSV file, so many more than cells because most fields of a ragged table are empty. */
  csvFields: 1_000_000,
  /** Parts of a zip container, entries in the directory of an OLE2 one. */
  archiveEntries: 5_000,
  /** Of one part to others: pictures mostly; links out of the file are not kept. */
  relations: 20_000,
  /** What an encrypted workbook says of its encryption; Excel writes one or two thousand bytes. */
  encryptionBytes: 64 * 1024,
  /** Unpacked bytes of all parts that are read. */
  inflatedBytes: 64 * MEGABYTE,
  /** Deflate cannot pass 1032:1; real sheets stay below 60:1, even of nothing but formatted rows. */
  compressionRatio: 250,
  /** Below this size a high ratio does no harm. */
  ratioFromBytes: 4 * MEGABYTE,
  xmlElements: 1_000_000,
  xmlDepth: 64,
  xmlAttributes: 200,
  xmlAttributesInAll: 3_000_000,
  /** Records of an .xls, of all sheets together. */
  records: 3_000_000,
  sheets: 500,
  /** Of all sheets: 40,000 rows of 分组数据 with six columns, what 80 towns and institutions report in ten years. */
  cells: 250_000,
  /**
   * Of them, those beyond LIST_COLUMNS. What stands beside one another is looked at
   * together, so that a wide sheet costs more than a long one; 90 rows on 23 sheets of 40 columns are 58,000.
   */
  cellsBeside: 100_000,
  /** Merged blocks of all sheets; blocks of one sheet that lie over others, which Excel makes none of. */
  merges: 50_000,
  overlaps: 100,
  /** Comments of all sheets, blank ones and those of one box on many cells. */
  comments: 50_000,
  /** Excel's own limits: characters of a cell, cell formats of a workbook; it has fewer fonts than formats. */
  text: 32_767,
  formats: 65_490,
  /** Changes of font within texts of an .xls, and what its formulas are made of. */
  runs: 500_000,
  tokens: 5_000_000,
  /** Characters of the number formats that cells use, and of all texts as they are handed out. */
  formatCharacters: 1_000_000,
  characters: 4_000_000,
  /** Cells beyond are strays: a space somebody typed at XFD1048576. */
  rows: 100_000,
  columns: 1_000,
  /** Looks at rows and cells, and characters listened to, by those who understand a workbook's sheets. */
  steps: 8_000_000,
} as const;

type Arguments<C extends IssueCode> = Parameters<typeof issue<C>>[2];

/** A file that cannot be read: caught by who reads it, readWorkbook above all, and turned into a finding. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly finding: (file: string) => Issue) {
    super("the file was refused");
  }
}

/** The refusal with the finding `code`, at a line where one is known. */
export function refused<C extends IssueCode>(
  code: C,
  args: Arguments<C>,
  at: Omit<Place, "file"> = {},
): Refused {
  return new Refused((file) => issue(code, { file, ...at }, args));
}

/** Sizes for a message: whole megabytes, the size rounded up so that it never equals the limit. */
export function megabytes(size: number, limit: number): { size: number; limit: number } {
  return { size: Math.ceil(size / MEGABYTE), limit: Math.floor(limit / MEGABYTE) };
}

/** Counts towards a limit and throws at the first step beyond it. */
export function meter(limit: number, beyond: () => Refused): (amount: number) => void {
  let sum = 0;
  return (amount) => {
    sum += amount;
    if (sum > limit) throw beyond();
  };
}
