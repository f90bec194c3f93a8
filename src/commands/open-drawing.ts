import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { ReportError, type FailureCode } from "../error.js";
import type { Issue } from "../issue.js";
import type { Drawing } from "./drawing.js";

type Job = Exclude<keyof Drawing, "close">;

/** What the thread is sent. */
export interface Order {
  job: Job;
  given: readonly unknown[];
  reply: MessagePort;
}

/** What it answers: one of the two. */
interface Answer {
  result?: unknown;
  failure?: Failure;
}

/**
 * Draws in a thread of its own, started with the first order: charts alone take as long as reading a data
 * folder, and while tables are written the browser is to be served.
 */
export function openDrawing(): Drawing {
  let started: Worker | null = null;
  const worker = (): Worker => (started ??= new Worker(new URL("./drawing-thread.js", import.meta.url)));
  return {
    prepare: () => void ask(worker(), "prepare", []),
    page: (...given) => ask(worker(), "page", given),
    tables: (...given) => ask(worker(), "tables", given),
    close: async () => void (await started?.terminate()),
  };
}

/** A port for each answer, so that answers need no numbers. */
function ask<J extends Job>(
  worker: Worker,
  job: J,
  given: Parameters<Drawing[J]>,
): Promise<Awaited<ReturnType<Drawing[J]>>> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ job, given, reply: port2 } satisfies Order, [port2]);
  return new Promise((resolve, reject) => {
    // The thread itself broke down.
    worker.once("error", reject);
    port1.once("message", ({ result, failure }: Answer) => {
      worker.off("error", reject);
      port1.close();
      if (failure === undefined) resolve(result as Awaited<ReturnType<Drawing[J]>>);
      else reject(received(failure));
    });
  });
}

/** An error as it passes between threads, which keep no classes but the built-in ones. */
export type Failure =
  | { expected: true; message: string; exitCode: FailureCode; hint: string; issues: readonly Issue[] }
  | { expected: false; bug: Error };

export function sendable(error: unknown): Failure {
  if (!(error instanceof ReportError))
    return { expected: false, bug: error instanceof Error ? error : new Error(String(error)) };
  const { message, exitCode, hint, issues } = error;
  return { expected: true, message, exitCode, hint, issues };
}

export function received(failure: Failure): Error {
  if (!failure.expected) return failure.bug;
  const { message, exitCode, hint, issues } = failure;
  return new ReportError(message, exitCode, hint, issues);
}
