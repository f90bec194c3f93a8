import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

/**
 * npm run fuzz -- 100000: about so many mutations that nobody has seen, of workbooks, plans, manifests, texts and
 * templates. What fails is seen again with the seed that is told: FUZZ_SEED=… FUZZ_TIMES=… npx vitest run fuzz
 */
const A_ROUND = 1_000;
const count = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(count) || count < 1) {
  process.stderr.write("用法：npm run fuzz -- 次数\n");
  process.exit(2);
}
const seed = process.env.FUZZ_SEED ?? String(randomInt(1, 2 ** 31));
const times = String(Math.ceil(count / A_ROUND));
process.stdout.write(`FUZZ_SEED=${seed} FUZZ_TIMES=${times}\n`);
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", ".fuzz.test.ts", "--testTimeout=0", "--hookTimeout=0"],
  { stdio: "inherit", env: { ...process.env, FUZZ_SEED: seed, FUZZ_TIMES: times } },
);
process.exitCode = status ?? 1;
