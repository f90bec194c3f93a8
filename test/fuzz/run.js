import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

/**
 * npm run fuzz -- 100000: so many mutations that nobody has seen, of workbooks, plans, manifests, texts and
 * templates, in rounds with a seed each. A round that fails or does not end is seen again with its seed:
 * FUZZ_SEED=… FUZZ_TIMES=… npx vitest run fuzz
 */
/** What the seeded tests try at FUZZ_TIMES=1: their `bounded(…)` added up. */
const AT_ONCE = 2_220;
const MOST_TIMES = 5;
/** A round takes five minutes on a small and busy machine. */
const LONGEST_ROUND_MS = 30 * 60_000;
const TESTS = ["test/fuzz/", "test/workbook/read/any-bytes"];

const count = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(count) || count < 1) {
  process.stderr.write("用法：npm run fuzz -- 次数\n");
  process.exit(2);
}
let failed = 0;
let tried = 0;
while (tried < count) {
  const times = Math.min(MOST_TIMES, Math.ceil((count - tried) / AT_ONCE));
  failed += isSound(randomInt(1, 2 ** 31), times) ? 0 : 1;
  tried += times * AT_ONCE;
}
process.stdout.write(`${tried} mutations, ${failed} rounds with findings\n`);
process.exitCode = failed === 0 ? 0 : 1;

function isSound(seed, times) {
  const env = { ...process.env, FUZZ_SEED: String(seed), FUZZ_TIMES: String(times) };
  process.stdout.write(`FUZZ_SEED=${seed} FUZZ_TIMES=${times}\n`);
  const { status, error } = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", ...TESTS, "--testTimeout=0", "--hookTimeout=0"],
    { stdio: "inherit", env, timeout: LONGEST_ROUND_MS, killSignal: "SIGKILL" },
  );
  if (error) process.stdout.write(`FUZZ_SEED=${seed}: ${error.message}\n`);
  return status === 0;
}
