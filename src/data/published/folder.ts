/** Where 定稿 are frozen, in the data folder. */
export const PUBLISHED_FOLDER = "已发布";
