import { parentPort } from "node:worker_threads";
import { sideWorkHere } from "./side-work.js";
import { sendable, type Order } from "./open-side-work.js";

/** The thread that `openSideWork` starts. One order after another, so that none is kept waiting by a later one. */
const side = sideWorkHere();
let last: Promise<unknown> = Promise.resolve();

parentPort?.on("message", (order: Order) => {
  last = last.then(() => carryOut(order));
});

async function carryOut({ job, given, reply }: Order): Promise<void> {
  const work = side[job] as (...given: readonly unknown[]) => unknown;
  try {
    reply.postMessage({ result: await work(...given) });
  } catch (error) {
    reply.postMessage({ failure: sendable(error) });
  }
}
