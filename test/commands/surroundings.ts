import { sideWorkHere } from "../../src/run/side-work.js";
import type { Surroundings } from "../../src/run/settings.js";

/** A silent world that remembers what was said. */
export function silentSurroundings(
  env: NodeJS.ProcessEnv = process.env,
): Surroundings & { said: { out: string; err: string } } {
  const said = { out: "", err: "" };
  return {
    said,
    terminal: {
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      progress: () => undefined,
      width: 120,
      colour: { out: false, err: false },
    },
    env,
    platform: process.platform,
    now: "2026-05-20T09:30:00+08:00",
    today: "2026-05-20",
    openSideWork: sideWorkHere,
  };
}
