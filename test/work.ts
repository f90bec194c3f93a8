import { Session } from "node:inspector/promises";
import v8 from "node:v8";

/** Code that was optimised is not counted to the last turn. Node 20 knows one optimiser, later versions two. */
const OPTIMISERS = Number.parseInt(process.versions.v8, 10) < 12 ? ["opt"] : ["opt", "maglev"];

function optimise(isOn: boolean): void {
  for (const name of OPTIMISERS) v8.setFlagsFromString(`--${isOn ? "" : "no-"}${name}`);
}

/**
 * How often functions, branches and turns of loops of ours were run: what a test counts where growth is meant, since no
 * test asserts a time. What the language does by itself (a copy of a list, a look through one) is not seen.
 */
export async function workOf(run: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  optimise(false);
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await run();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => /[\\/]src[\\/]/u.test(url))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    await session.post("Profiler.stopPreciseCoverage");
    session.disconnect();
    optimise(true);
  }
}

/** How much more work twice as much takes: two, or less, where work grows with what there is to do; four with its square. */
export async function growthOf(run: (size: number) => unknown, size: number): Promise<number> {
  await run(2);
  const [one, two] = [await workOf(() => run(size)), await workOf(() => run(2 * size))];
  return two / one;
}
