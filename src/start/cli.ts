#!/usr/bin/env node
import { loadBuilt } from "./load-built.js";
import { tuneV8 } from "./tune-v8.js";

// First of all: V8 takes what was compiled before only if it is set as it was then.
tuneV8();
loadBuilt(new URL("./main.cjs", import.meta.url));
