import { keepHeapSmall } from "../files/tight-heap.js";
import { browserDoor } from "../run/browser-door.js";
import type { Press } from "../run/reports.js";
import type { Settings, Surroundings } from "../run/settings.js";
import type { OpenPress } from "./matter.js";
import type { BatchKind } from "./shard-log.js";

/** One browser and one side thread for all districts of a run, opened when the first district wants them. */
export interface PressRoom {
  open: OpenPress;
  /** Counts how often they were replaced. */
  generation: () => number;
  /** Replaces those of this generation, of which one has broken down; who still works with them is told so as well. */
  renew: (generation: number) => Promise<void>;
  close: () => Promise<void>;
}

export function pressRoom(kind: BatchKind, settings: Settings, surroundings: Surroundings): PressRoom {
  let opened: Promise<Press> | null = null;
  let generation = 0;
  const close = async (): Promise<void> => {
    // What kept it from opening was told to those who wanted it.
    const press = await opened?.catch(() => null);
    opened = null;
    await Promise.all([press?.browser.close(), press?.side.close()]);
  };
  return {
    open: () => (opened ??= openPress(kind, settings, surroundings)),
    generation: () => generation,
    renew: async (broken) => {
      if (broken !== generation) return;
      generation += 1;
      await close();
    },
    close,
  };
}

/** Rejects with ReportError (exit 3) where a format cannot do without a browser and there is none. */
async function openPress(kind: BatchKind, settings: Settings, surroundings: Surroundings): Promise<Press> {
  keepHeapSmall();
  const side = surroundings.openSideWork();
  if (kind !== "score") side.prepare(kind, { override: settings.templatesFolder });
  const browser = await browserDoor(settings, surroundings);
  try {
    await browser.available();
    return { browser, side };
  } catch (error) {
    await Promise.all([browser.close(), side.close()]);
    throw error;
  }
}
