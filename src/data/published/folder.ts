/** Where 定稿 are frozen, in the data folder. */
export const PUBLISHED_FOLDER = "已发布";

/** A report has a hundred kilobytes of text and sources; a folder holds those of one year. */
export const MOST_RECORD_BYTES = 10 * 1024 * 1024;
