import * as z from "zod/mini";
import { planSchema } from "./schema.js";

/** The JSON Schema of plan files, for editors that complete and check while somebody types. */
export function planJsonSchema(): object {
  return {
    ...z.toJSONSchema(planSchema, { io: "input", target: "draft-7", override: keepExamples }),
    title: "妇女、儿童发展规划文件",
  };
}

/** zod leaves out the examples of what it transforms; ours are written as they stand in a file. */
function keepExamples({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: object }): void {
  const examples = z.globalRegistry.get(zodSchema)?.["examples"];
  if (examples !== undefined) Object.assign(jsonSchema, { examples });
}
