/** What a template lays out, as HTML. */
import type { Sink } from "./template-program.ts";

export class MarkupSink implements Sink {
  markup = "";

  fixed(text: string): void {
    this.markup += text;
  }

  value(text: string): void {
    this.markup += escapeValue(text);
  }
}

/** As Handlebars escapes: for an attribute as well, whatever its quotes. */
function escapeValue(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(SPECIALS, (character) => REFERENCES[character] ?? character) : text;
}

const SPECIAL = /[&<>"'`=]/;
const SPECIALS = /[&<>"'`=]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
  "`": "&#x60;",
  "=": "&#x3D;",
};
