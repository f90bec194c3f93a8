import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { ReportError, type FailureCode } from "../error.js";
import type { Issue } from "../issue.js";
import type { SideWork } from "./side-work.js";

type Job = Exclude<keyof SideWork, "close">;

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

/** Does it in a thread of its own, which starts with the first order. */
export function openSideWork(): SideWork {
  let started: Worker | null = null;
  const worker = (): Worker => (started ??= new Worker(new URL("./side-thread.js", import.meta.url)));
  return {
    readManifest: (...given) => ask(worker(), "readManifest", given),
    prepare: () => void ask(worker(), "prepare", []),
    draft: (...given) => ask(worker(), "draft", given),
    pictures: (...given) => ask(worker(), "pictures", given),
    tables: (...given) => ask(worker(), "tables", given),
    close: async () => void (await started?.terminate()),
  };
}

/** A port for each answer, so that answers need no numbers. */
function ask<J extends Job>(
  worker: Worker,
  job: J,
  given: Parameters<SideWork[J]>,
): Promise<Awaited<ReturnType<SideWork[J]>>> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ job, given, reply: port2 } satisfies Order, [port2]);
  return new Promise((resolve, reject) => {
    // The thread itself broke down.
    worker.once("error", reject);
    port1.once("message", ({ result, failure }: Answer) => {
      worker.off("error", reject);
      port1.close();
      if (failure === undefined) resolve(result as Awaited<ReturnType<SideWork[J]>>);
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
