import fc from "fast-check";
import { expect } from "vitest";

/** Properties are tried on the same figures every time: a red test is red again, and not by luck. */
fc.configureGlobal({ seed: 20260520 });

/** Files are compared as bytes: Vitest would ask each byte for its keys, seconds for one report. */
expect.addEqualityTesters([
  (one, other) => (Buffer.isBuffer(one) && Buffer.isBuffer(other) ? one.equals(other) : undefined),
]);
