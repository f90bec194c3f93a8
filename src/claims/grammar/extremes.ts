/** A pattern's part: the highest and the lowest of what a sentence has told. */
export const EXTREMES =
  "最[高低大小多少](?:者|的|值|组|镇街)?(?:与|和|同|、)最[高低大小多少](?:者|的|值|组|镇街)?(?:之间)?(?=相差|差距|之差|差值|的差)";
