/** Where a template is laid out to. */
import Handlebars from "handlebars";

/** Takes what a template writes, from its first character to its last. */
export interface Output {
  /** What stands in the template; the same few texts again and again. */
  markup(markup: string): void;
  /** A text of the view, as it is there: in markup it has to be escaped. `""` as well. */
  text(text: string): void;
}

/** The markup itself. */
export class MarkupText implements Output {
  /** So far. */
  written = "";

  markup(markup: string): void {
    this.written += markup;
  }

  text(text: string): void {
    this.written += Handlebars.escapeExpression(text);
  }
}
