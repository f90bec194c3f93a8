import { loadBuilt } from "./load-built.js";

/** What `openSideWork` starts. The flags of V8 are those of the whole process. */
loadBuilt(new URL("./side-work.cjs", import.meta.url));
