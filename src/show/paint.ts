import type { ChalkInstance } from "chalk";
import type { Alert, Status } from "../score/scorecard.js";

type Paint = (text: string, chalk: ChalkInstance) => string;

/** The colours of statuses on a terminal. */
export const STATUS_PAINT: Record<Status, Paint> = {
  achieved: (text, chalk) => chalk.green(text),
  onTrack: (text, chalk) => chalk.green(text),
  nearlyAchieved: (text, chalk) => chalk.yellow(text),
  slow: (text, chalk) => chalk.yellow(text),
  offTrack: (text, chalk) => chalk.red(text),
  unmet: (text, chalk) => chalk.red(text),
  notAchieved: (text, chalk) => chalk.red(text),
  observed: (text, chalk) => chalk.dim(text),
  noData: (text, chalk) => chalk.blue(text),
};

/** The colours of alerts on a terminal. */
export const ALERT_PAINT: Record<Alert, Paint> = {
  red: (text, chalk) => chalk.bgRed.white(text),
  orange: (text, chalk) => chalk.red(text),
  yellow: (text, chalk) => chalk.yellow(text),
  blue: (text, chalk) => chalk.blue(text),
};
