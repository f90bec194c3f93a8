import * as z from "zod/mini";

const text = z.array(z.object({ heading: z.string(), text: z.string() }));

/** narrative/.written.json. Apart, so that a run without the file does not load the library. */
export const writtenShape = z.object({
  schemaVersion: z.literal(1),
  parts: z.record(z.string(), z.record(z.string(), text)),
  references: z._default(z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string()))), {}),
});
