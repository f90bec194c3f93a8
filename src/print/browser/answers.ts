import { EXIT, ReportError } from "../../issues/error.js";

/** How long a browser may say nothing. */
export interface Patience {
  /** Milliseconds between two questions, and how many may go unanswered. */
  pause: number;
  questions: number;
  /** Milliseconds one answer may take, however long the page. */
  answer: number;
}

/**
 * A browser that prints a long page answers all the same, in another of its processes: one that is silent for
 * half a minute is stopped. Counted in questions and not by the clock, which goes on while a laptop sleeps.
 */
export const PATIENCE: Patience = { pause: 10_000, questions: 3, answer: 300_000 };

/** A browser that is being listened to. */
export interface Watch {
  /** Rejects with ReportError (exit 3) when it does not answer; never resolves. */
  silent: Promise<never>;
  end(): void;
}

/** Asks now and then, until `end`. */
export function watch(ask: () => Promise<unknown>, { pause, questions }: Patience): Watch {
  let open = 0;
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (open >= questions) reject(unanswered());
      open += 1;
      // One that is gone is told elsewhere.
      ask().then(
        () => (open = 0),
        () => undefined,
      );
    }, pause);
  });
  // Only those who wait for it want to know.
  silent.catch(() => undefined);
  return { silent, end: () => clearInterval(timer) };
}

/** The browser, or the process of the page, is there and does nothing. */
export function unanswered(): ReportError {
  return new ReportError(
    "浏览器一直没有回应，未生成 PDF",
    EXIT.noBrowser,
    "请在任务管理器中结束没有响应的浏览器，关闭其他程序后重试，或用 --browser 指定另一个浏览器",
  );
}
