export const SOURCE = "各责任单位报送数据。";

/** A chart without pictures. */
export const EMPTY = { note: "", statusBars: [], dumbbells: [], trends: [], heatMaps: [], maps: [] };
