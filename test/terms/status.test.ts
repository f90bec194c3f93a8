import { describe, expect, it } from "vitest";
import { ALERT, ALERTS } from "../../src/terms/alert.js";
import { isStatus, STATUS, STATUSES, statusName, WORST_FIRST, type Status } from "../../src/terms/status.js";

/** The statuses that stand side by side: before the plan's last year, and in it. */
const running = STATUSES.filter((status) => !STATUS[status].onlyAtEnd);
const final: readonly Status[] = ["achieved", "nearlyAchieved", "notAchieved", "observed", "noData"];

function distinct(statuses: readonly Status[], of: (status: Status) => string): void {
  expect(new Set(statuses.map(of)).size).toBe(statuses.length);
}

describe("statuses", () => {
  it("rank worst first, the last year's words where those they replace stand", () => {
    const ranked = WORST_FIRST.filter((status) => running.includes(status));
    expect(ranked.join(" ")).toBe("offTrack unmet slow observed onTrack achieved noData");
    const last = WORST_FIRST.filter((status) => final.includes(status));
    expect(last.join(" ")).toBe("notAchieved observed nearlyAchieved achieved noData");
    expect(WORST_FIRST).toHaveLength(STATUSES.length);
  });

  it.each([running, final])(
    "that stand side by side differ in name, letter, mark and shade: %s …",
    (...statuses) => {
      distinct(statuses, (status) => statusName(status, statuses === final));
      distinct(statuses, (status) => STATUS[status].letter);
      distinct(statuses, (status) => STATUS[status].mark);
      distinct(statuses, (status) => STATUS[status].fill);
    },
  );

  it("stand side by side in a final report's courses, all of them: their marks and letters differ", () => {
    distinct(STATUSES, (status) => STATUS[status].letter);
    distinct(STATUSES, (status) => STATUS[status].mark);
  });

  it("are told apart in black and white: no two areas that look alike lack a frame or a texture", () => {
    for (const statuses of [running, final, STATUSES]) {
      distinct(statuses, (status) => {
        const { fill, frame, texture } = STATUS[status];
        return `${Math.round(grey(fill) / 40)} ${frame} ${texture}`;
      });
    }
  });

  it("are called 已实现 where they are met in the plan's last year, and as ever otherwise", () => {
    expect(statusName("achieved", false)).toBe("已达标");
    expect(statusName("achieved", true)).toBe("已实现");
    expect(STATUSES.filter((status) => statusName(status, true) !== statusName(status, false))).toEqual([
      "achieved",
    ]);
  });

  it("are none by the name of an object's own property", () => {
    expect(["achieved", "constructor", "toString", "__proto__", ""].map(isStatus)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

it("alerts differ in mark, worst first", () => {
  expect(ALERTS.join(" ")).toBe("red orange yellow blue");
  expect(new Set(ALERTS.map((alert) => ALERT[alert].mark)).size).toBe(ALERTS.length);
});

/** How dark a colour prints without colour: 0 black, 255 white. */
function grey(colour: string): number {
  const digits = colour.slice(1).replace(/^(.)(.)(.)$/u, "$1$1$2$2$3$3");
  const [red = 0, green = 0, blue = 0] = digits.match(/../gu)?.map((pair) => parseInt(pair, 16)) ?? [];
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
