/** The templates that an operator chose, or the installed ones. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Templates, loadTemplates, templatesIn } from "@zipingbiao/renderer";
import type { TemplateChoice } from "../environment.ts";

/** Throws what `loadTemplates` throws. */
export function chosenTemplates({ templates, style }: TemplateChoice = {}): Templates {
  const source = templates === undefined ? undefined : templatesIn(pathToFileURL(join(resolve(templates), "/")));
  return loadTemplates(source, style);
}
