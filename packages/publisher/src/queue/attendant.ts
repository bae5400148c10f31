/** Who is at a queue, as it is written down there. */
import { z } from "zod";
import { chunkJobSchema } from "./chunk.ts";

const attendantSchema = z.strictObject({
  role: z.enum(["worker", "publisher"]),
  /** Host and process number, for people. */
  name: z.string(),
  maker: chunkJobSchema.shape.maker,
});

export type Attendant = z.infer<typeof attendantSchema>;

/** One that says something else, such as a later version, is passed over. */
export function attendantOf(text: string): readonly Attendant[] {
  try {
    return [attendantSchema.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}
