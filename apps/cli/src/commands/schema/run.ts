/** `zpb schema`: the JSON Schema of `form@1`. */
import { formJsonSchema } from "@zipingbiao/core";
import { EXIT } from "../../exit-status.ts";
import type { Run } from "../command.ts";

export const runSchema: Run<object> = async (_args, { console }) => {
  console.result(`${JSON.stringify(formJsonSchema(), undefined, 2)}\n`);
  return await Promise.resolve(EXIT.clean);
};
