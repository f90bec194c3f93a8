import { types } from "node:util";
import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { isFileFailure } from "../files/errno.js";
import { EXIT, ReportError, type FailureCode } from "../issues/error.js";
import type { Issue } from "../issues/issue.js";
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

/** Does it in a thread of its own, which starts with the first order; `script` is what runs there. */
export function openSideWork(script = new URL("./side-thread.js", import.meta.url)): SideWork {
  let started: Thread | null = null;
  const thread = (): Thread => (started ??= startThread(script));
  return {
    readManifest: (...given) => ask(thread(), "readManifest", given),
    prepare: (...given) => {
      // A thread that breaks down is told of by those who wait for what it makes.
      ask(thread(), "prepare", given).catch(() => undefined);
    },
    page: (...given) => ask(thread(), "page", given),
    tables: (...given) => ask(thread(), "tables", given),
    pictures: (...given) => ask(thread(), "pictures", given),
    redHead: (...given) => ask(thread(), "redHead", given),
    word: (...given) => ask(thread(), "word", given),
    memo: (...given) => ask(thread(), "memo", given),
    close: async () => void (await started?.worker.terminate()),
  };
}

interface Thread {
  worker: Worker;
  /**
   * Those who wait for an answer: told when the thread itself breaks down or ends, for then nobody answers any more.
   * No promise that lives as long as the thread: whatever is raced against one is kept as long as it.
   */
  waiting: Set<(broken: Error) => void>;
  broken: Error | null;
}

function startThread(script: URL): Thread {
  refuseNowhere();
  const thread: Thread = { worker: new Worker(script), waiting: new Set(), broken: null };
  const breaks = (error: Error): void => {
    thread.broken ??= error;
    for (const tell of thread.waiting) tell(thread.broken);
  };
  thread.worker.once("error", breaks);
  thread.worker.once("exit", () => breaks(new Error("the side thread has ended")));
  return thread;
}

/** A thread begins where the program does, and breaks down in a folder that somebody has removed meanwhile. */
function refuseNowhere(): void {
  try {
    process.cwd();
  } catch (error) {
    if (!isFileFailure(error)) throw error;
    throw new ReportError("当前所在的文件夹已经不在了", EXIT.usage, "请进入一个还在的文件夹，再运行一次");
  }
}

/** A port for each answer, so that answers need no numbers. */
async function ask<J extends Job>(
  thread: Thread,
  job: J,
  given: Parameters<SideWork[J]>,
): Promise<Awaited<ReturnType<SideWork[J]>>> {
  const { port1, port2 } = new MessageChannel();
  try {
    thread.worker.postMessage({ job, given, reply: port2 } satisfies Order, [port2]);
    const { result, failure } = await answerAt(port1, thread);
    if (failure !== undefined) throw received(failure);
    return result as Awaited<ReturnType<SideWork[J]>>;
  } finally {
    port1.close();
  }
}

function answerAt(port: MessagePort, { waiting, broken }: Thread): Promise<Answer> {
  if (broken !== null) return Promise.reject(broken);
  return new Promise((resolve, reject) => {
    waiting.add(reject);
    port.once("message", (answer: Answer) => {
      waiting.delete(reject);
      resolve(answer);
    });
  });
}

/** An error as it passes between threads, which keep no classes but the built-in ones. */
export type Failure =
  | { expected: true; message: string; exitCode: FailureCode; hint: string; issues: readonly Issue[] }
  | { expected: false; bug: Error };

export function sendable(error: unknown): Failure {
  if (!(error instanceof ReportError)) return { expected: false, bug: native(error) };
  const { message, exitCode, hint, issues } = error;
  return { expected: true, message, exitCode, hint, issues };
}

/** Libraries throw errors of their own making, which would arrive as bare objects. */
function native(error: unknown): Error {
  if (types.isNativeError(error)) return error;
  const { message = String(error), stack } = error instanceof Error ? error : {};
  return Object.assign(new Error(message), stack === undefined ? {} : { stack });
}

export function received(failure: Failure): Error {
  if (!failure.expected) return failure.bug;
  const { message, exitCode, hint, issues } = failure;
  return new ReportError(message, exitCode, hint, issues);
}
