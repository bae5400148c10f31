/** The text of a template → its syntax tree, by Handlebars' own parser and rules of white space. */
import Handlebars from "handlebars";
import type { Program } from "./syntax-tree.ts";
import { TemplateError } from "./template-error.ts";

/** Throws {@link TemplateError} for text that is no template. */
export function parseTemplate(file: string, text: string): Program {
  try {
    return Handlebars.parse(text) as unknown as Program;
  } catch (cause) {
    if (cause instanceof RangeError) throw new TemplateError(file, 0, "块套得太深", cause);
    const message = cause instanceof Error ? cause.message : String(cause);
    const line = /line (\d+)/.exec(message)?.[1] ?? /- (\d+):\d+$/.exec(message)?.[1] ?? "0";
    throw new TemplateError(file, Number.parseInt(line, 10), `模板语法错误：${message.split("\n")[0] ?? ""}`, cause);
  }
}
