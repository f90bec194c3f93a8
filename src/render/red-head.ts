import type { BoundModel } from "../report/model.js";
import { fillText, usableTemplates } from "./html.js";
import { RED_HEAD } from "./starts.js";
import type { TemplateSource } from "./templates.js";

/** The lines of the 红头 that a user's red-head.hbs says; [] where it says nothing. Throws as `renderReport` does. */
export async function redHeadOf(model: BoundModel, source: TemplateSource): Promise<string[]> {
  const start = RED_HEAD[model.kind];
  const text = fillText(await usableTemplates(source, start), start, model);
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
