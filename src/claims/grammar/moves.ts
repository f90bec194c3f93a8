/** 增幅, 下降幅度, 增长速度: how much something moved, by its noun. */
export const SIZE_OF_MOVE = "(?:[增升涨降减]|提[高升]|增[长加]|减少|降低)[幅速]度?|增量";

/** 增幅, not 降幅. */
export function isOfRise(words: string): boolean {
  return !/[降减]/u.test(words);
}
