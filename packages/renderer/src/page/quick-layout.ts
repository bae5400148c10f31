/** A template's text → its layout as HTML, without Handlebars where it can be. */
import Handlebars from "handlebars";
import { MarkupSink } from "./markup-sink.ts";
import { withTableMarks } from "./table-roles.ts";
import type { Program } from "./template-ast.ts";
import { type TemplateProgram, Unusual, compileProgram } from "./template-program.ts";

/** Lays out a view; `undefined` for a template or a view that only Handlebars can tell something of. */
export function quickLayout(text: string, partialText: (name: string) => string): (view: object) => string | undefined {
  const parsed = (source: string) => Handlebars.parse(withTableMarks(source)) as unknown as Program;
  // Most runs lay out with two or three of all the templates, so each waits until it is asked.
  let program: TemplateProgram | undefined;
  let isUnusual = false;
  return (view) => {
    if (isUnusual) return undefined;
    try {
      program ??= compileProgram(parsed(text), (name) => parsed(partialText(name)));
      const sink = new MarkupSink();
      program(view, sink);
      return sink.markup;
    } catch (cause) {
      if (!(cause instanceof Unusual)) throw cause;
      isUnusual = program === undefined;
      return undefined;
    }
  };
}
