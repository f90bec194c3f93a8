import type { ChalkInstance } from "chalk";
import { ALERT, type Alert } from "../terms/alert.js";
import { STATUS, type Status, type TerminalStyle } from "../terms/status.js";

/** A text in the colours of a status. */
export function paintStatus(status: Status, text: string, chalk: ChalkInstance): string {
  return painted(STATUS[status].terminal, text, chalk);
}

/** A text in the colours of an alert. */
export function paintAlert(alert: Alert, text: string, chalk: ChalkInstance): string {
  return painted(ALERT[alert].terminal, text, chalk);
}

function painted(styles: readonly TerminalStyle[], text: string, chalk: ChalkInstance): string {
  return styles.reduce((brush, style) => brush[style], chalk)(text);
}
