import { compiledSoFar, loadBuilt } from "./load-built.js";
import { tuneV8 } from "./tune-v8.js";
import type { finishBuild } from "./finish-build.js";

tuneV8();
const built = loadBuilt(new URL("./finish-build.cjs", import.meta.url)) as {
  finishBuild: typeof finishBuild;
};
await built.finishBuild(compiledSoFar);
