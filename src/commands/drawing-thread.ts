import { parentPort } from "node:worker_threads";
import { drawingHere } from "./drawing.js";
import { sendable, type Order } from "./open-drawing.js";

/** The thread that `openDrawing` starts. One order after another: a page is not kept waiting by tables. */
const drawing = drawingHere();
let last: Promise<unknown> = Promise.resolve();

parentPort?.on("message", (order: Order) => {
  last = last.then(() => carryOut(order));
});

async function carryOut({ job, given, reply }: Order): Promise<void> {
  const work = drawing[job] as (...given: readonly unknown[]) => unknown;
  try {
    reply.postMessage({ result: await work(...given) });
  } catch (error) {
    reply.postMessage({ failure: sendable(error) });
  }
}
