import type { Chart } from "../report/model.js";
import { drawChart, type ECharts } from "./charts.js";

const YEARS = ["2020", "2021"];
const LINE = { name: "", values: YEARS, shown: YEARS };

const ANY: Chart = {
  id: "",
  number: "",
  title: "",
  alt: "",
  unit: "",
  source: "",
  note: "",
  statusBars: [{ bars: [""], series: [{ status: "", name: "", values: ["1"] }] }],
  dumbbells: [
    { rows: [{ name: "", unit: "", baseline: "", now: "", target: "", position: "50", status: "" }] },
  ],
  trends: [
    { years: YEARS, series: [LINE, LINE], path: YEARS, target: "" },
    { years: YEARS, series: [LINE], path: [], target: "" },
  ],
  heatMaps: [],
};

/**
 * Draws one picture of each kind for nobody. The first pictures take several times as long as later ones,
 * and there is time while the workbooks are still read.
 */
export function rehearse(echarts: ECharts): void {
  drawChart(echarts, ANY);
}
