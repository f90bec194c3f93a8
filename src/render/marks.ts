import { ALERT, ALERTS } from "../terms/alert.js";
import { STATUS, STATUSES, type StatusEntry } from "../terms/status.js";

const FRAMES: Readonly<Record<NonNullable<StatusEntry["frame"]>, (fill: string) => string>> = {
  inner: (fill) => `inset 0 0 0 1pt ${fill},inset 0 0 0 2pt #fff`,
  hairline: () => "inset 0 0 0 0.6pt #777",
};

/**
 * What a style sheet arranges and does not know: mark and colours of each status and alert, as custom properties
 * of the class that the model names. `:where` weighs nothing, so that a user's own sheet wins with a plain rule.
 */
export function markRules(): string {
  const statuses = STATUSES.map((status) => ruleOf(status, propertiesOf(STATUS[status])));
  const alerts = ALERTS.map((alert) => ruleOf(alert, markOf(ALERT[alert])));
  return [...statuses, ...alerts].join("");
}

function propertiesOf(entry: StatusEntry): string[] {
  const { fill, dark, frame } = entry;
  return [
    ...markOf(entry),
    `--fill:${fill}`,
    ...(dark ? ["--on-fill:#fff"] : []),
    ...(frame === null ? [] : [`--frame:${FRAMES[frame](fill)}`]),
  ];
}

function markOf({ mark, ink }: { mark: string; ink: string }): string[] {
  return [`--mark:"${mark}"`, `--mark-ink:${ink}`];
}

function ruleOf(name: string, properties: readonly string[]): string {
  return `:where(.${name}){${properties.join(";")}}\n`;
}
