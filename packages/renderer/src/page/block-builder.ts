/** What a template writes → the page's blocks. */
import type { LayOut } from "../template/compile-template.ts";
import type { Output } from "../template/output.ts";
import { TemplateError } from "../template/template-error.ts";
import type { PageElement, PageNode } from "./page-tree.ts";
import { type MarkupPlace, type Opening, elementOf, unexpected } from "./understand-markup.ts";
import { refuseValue } from "./vocabulary.ts";

/** A view as its template lays it out. */
export interface LaidOut {
  readonly blocks: readonly PageElement[];
  /** Names of its places, of places that its links lead to, and of its pictures, in the order of the page. */
  readonly places: readonly string[];
  readonly targets: readonly string[];
  readonly pictures: readonly string[];
  /** Whether it shows on which of its own pages something stands, which only a print can tell. */
  readonly showsPageNumbers: boolean;
}

/** A template of the vocabulary. */
export interface BlockTemplate {
  readonly file: string;
  readonly layOut: LayOut;
  /** Where it begins: what is known of its markup hangs on it. */
  readonly markup: MarkupPlace;
}

/** Throws {@link TemplateError} like `layOut`, and for a value that its attribute cannot have. */
export function buildBlocks(template: BlockTemplate, view: object): LaidOut {
  const builder = new BlockBuilder(template);
  template.layOut(view, builder);
  builder.end();
  return builder;
}

/** Builds one page. */
class BlockBuilder implements Output, LaidOut {
  readonly blocks: PageElement[] = [];
  readonly places: string[] = [];
  readonly targets: string[] = [];
  readonly pictures: string[] = [];
  showsPageNumbers = false;

  readonly #file: string;
  readonly #outside: MarkupPlace;
  #at: MarkupPlace;
  /** Values for the tag that is being written. */
  readonly #values: string[] = [];
  /** Elements that are not closed yet, from the outermost on, and what stands in them. */
  readonly #open: Opening[] = [];
  readonly #insides: PageNode[][] = [];
  /** The innermost of them. */
  #opening: Opening | undefined;
  #inside: PageNode[] = this.blocks;

  constructor({ file, markup }: BlockTemplate) {
    this.#file = file;
    this.#outside = markup;
    this.#at = markup;
  }

  markup(markup: string): void {
    const { steps, end } = this.#at.followedBy(markup);
    for (const step of steps) {
      switch (step.kind) {
        case "open":
          this.#begin(step.opening);
          break;
        case "close":
          this.#close(step.tag);
          break;
        case "whole":
          this.#inside.push(step.element);
          break;
        case "text":
          if (this.#opening?.holdsText === true) this.#append(step.text);
      }
    }
    this.#at = end ?? this.#outside;
  }

  text(text: string): void {
    const { value } = this.#at;
    if (value === "text") {
      if (this.#opening?.holdsText !== true) throw unexpected(text);
      this.#append(text);
    } else if (value === "fills") this.#values.push(text);
  }

  end(): void {
    if (this.#opening !== undefined || this.#at !== this.#outside) throw unexpected("</body>");
  }

  #append(text: string): void {
    if (text === "") return;
    const inside = this.#inside;
    const { length } = inside;
    const before = length === 0 ? undefined : inside[length - 1];
    if (typeof before === "string") inside[length - 1] = before + text;
    else inside.push(text);
  }

  #begin(opening: Opening): void {
    const { id, target, picture } = opening;
    if (id !== "") this.places.push(id);
    if (target !== "") this.targets.push(target);
    if (picture !== "") this.pictures.push(picture);
    if (opening.showsPage) this.showsPageNumbers = true;
    const inside: PageNode[] = [];
    this.#inside.push(opening.fills.length === 0 ? elementOf(opening, inside) : this.#filled(opening, inside));
    if (this.#opening !== undefined) this.#open.push(this.#opening);
    this.#insides.push(this.#inside);
    this.#opening = opening;
    this.#inside = inside;
  }

  #filled(opening: Opening, children: readonly PageNode[]): PageElement {
    const { kind, fills } = opening;
    let { rowspan, colspan, id, target } = opening;
    if (this.#values.length !== fills.length) throw unexpected(`<${kind}>`);
    for (const [at, value] of this.#values.entries()) {
      const fill = fills[at];
      if (fill === "rowspan") rowspan = this.#span(fill, value);
      else if (fill === "colspan") colspan = this.#span(fill, value);
      else if (fill === "id") this.places.push((id = value));
      else this.targets.push((target = value));
    }
    this.#values.length = 0;
    return elementOf({ ...opening, rowspan, colspan, id, target }, children);
  }

  #span(attribute: string, value: string): number {
    const reason = refuseValue(attribute, value);
    if (reason !== undefined) throw new TemplateError(this.#file, 0, `属性 ${attribute}="${value}"：${reason}`);
    return Number.parseInt(value, 10);
  }

  #close(tag: string): void {
    const inside = this.#insides.pop();
    if (this.#opening?.tag !== tag || inside === undefined) throw unexpected(`</${tag}>`);
    this.#opening = this.#open.pop();
    this.#inside = inside;
  }
}
