import { BarChart, LineChart } from "echarts/charts";
import { GraphicComponent, GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

// Only what our drawings are made of: the whole of ECharts takes three times as long to load.
use([BarChart, LineChart, GridComponent, GraphicComponent, LegendComponent, LabelLayout, SVGRenderer]);

export { init };
