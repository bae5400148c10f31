/** A maker by one hash. */
import { sha256 } from "../batch/published-form.ts";
import type { Maker } from "./engine.ts";

/** SHA-256 over all that the maker is. */
export function makerKey({ tool, program, templates, browser, fonts }: Maker): string {
  return sha256(JSON.stringify([tool, program, templates, browser, fonts]));
}
