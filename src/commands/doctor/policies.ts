import type { Finding } from "./finding.js";
import type { Ask } from "./said-by.js";

/** A setting of an administrator that keeps a browser from printing for us. */
interface Policy {
  browser: string;
  key: string;
  value: string;
  /** The number that forbids. */
  forbids: number;
}

const EDGE = { browser: "Edge", key: String.raw`SOFTWARE\Policies\Microsoft\Edge` };
const CHROME = { browser: "Chrome", key: String.raw`SOFTWARE\Policies\Google\Chrome` };

/**
 * https://learn.microsoft.com/deployedge/microsoft-edge-policies and https://chromeenterprise.google/policies/: whether
 * there may be a browser without a window, and whether another program may speak to it.
 */
const POLICIES: readonly Policy[] = [
  { ...EDGE, value: "HeadlessModeEnabled", forbids: 0 },
  { ...EDGE, value: "RemoteDebuggingAllowed", forbids: 0 },
  { ...CHROME, value: "HeadlessMode", forbids: 2 },
  { ...CHROME, value: "RemoteDebuggingAllowed", forbids: 0 },
];

/** For the whole machine, and for this user. */
const HIVES = ["HKLM", "HKCU"];

/** The policies of this machine that forbid a browser what we print with. */
export async function policyFindings(ask: Ask): Promise<Finding[]> {
  const places = POLICIES.flatMap((policy) => HIVES.map((hive) => ({ policy, hive })));
  const found = places.map(async ({ policy: { browser, key, value, forbids }, hive }): Promise<Finding[]> => {
    const said = await ask("reg.exe", ["query", `${hive}\\${key}`, "/v", value]);
    if (numberIn(said, value) !== forbids) return [];
    return [{ state: "fair", name: `浏览器·${browser} 的策略`, text: `${value} = ${forbids}：${REFUSED}` }];
  });
  return (await Promise.all(found)).flat();
}

const REFUSED =
  "单位的策略不许它为别的程序打印。请管理员放开，或用 --browser 指明另一个浏览器，或只编 Word 稿（--format docx --browser none）";

/** `    HeadlessModeEnabled    REG_DWORD    0x0` */
function numberIn(said: string, value: string): number | null {
  const shown = new RegExp(`^\\s*${value}\\s+REG_DWORD\\s+(0x[\\da-f]+)\\s*$`, "imu").exec(said)?.[1];
  return shown === undefined ? null : Number(shown);
}
