import { z } from "zod";
import { planSchema } from "./schema.js";

/** The JSON Schema of plan files, for editors that complete and check while somebody types. */
export function planJsonSchema(): object {
  return { ...z.toJSONSchema(planSchema, { io: "input" }), title: "妇女、儿童发展规划文件" };
}
