import type { SheetKind } from "../reading.js";
import { groupData } from "./group-data.js";
import { annualForm, indicatorData } from "./indicator-table.js";
import { measureProgress } from "./work/measures.js";
import { projectProgress } from "./work/projects.js";
import { referenceData } from "./reference-data.js";

/** The kinds of sheet that are read; a head several accept is the first one's. */
export const SHEET_KINDS: readonly SheetKind[] = [
  measureProgress,
  projectProgress,
  referenceData,
  groupData,
  indicatorData,
  annualForm,
];
