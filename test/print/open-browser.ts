import { openBrowser, type BrowserHandle } from "../../src/print/browser/browser.js";
import { findBrowser } from "../../src/print/browser/find-browser.js";

/** The browser that a report would be printed with on this machine. */
export async function testBrowser(): Promise<BrowserHandle> {
  const { env, platform } = process;
  return openBrowser(await findBrowser({ env, platform }), () => undefined);
}
