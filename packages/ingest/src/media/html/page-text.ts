/** Text of a page as it is set: white space collapsed, paragraphs and lines parted. */
import type { Block } from "../document.ts";

const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u3000-\u303F“”‘’…—]/u;

/** Gathers the blocks of one element. */
export class PageText {
  readonly #blocks: Block[] = [];
  #line: string[] = [];
  readonly #asides: Block[] = [];

  add(text: string): void {
    if (text !== "") this.#line.push(text);
  }

  breakLine(): void {
    this.#line.push("\u2028");
  }

  aside(what: string, text: string): void {
    if (text !== "") this.#asides.push({ kind: "aside", what, text });
  }

  endParagraph(): void {
    if (this.#line.length > 0) {
      const text = collapse(this.#line.join(""));
      this.#line = [];
      if (text !== "") this.#blocks.push({ kind: "paragraph", text });
    }
    this.#blocks.push(...this.#asides.splice(0));
  }

  push(block: Block): void {
    this.#blocks.push(block);
  }

  end(): Block[] {
    this.endParagraph();
    return this.#blocks;
  }
}

/**
 * White space as browsers set it. A line end of the source between two full-width characters is none: programs that
 * save pages break their lines anywhere. Hints where to break a
 * line are left out, and control characters, which no browser shows.
 */
function collapse(text: string): string {
  return text
    .replaceAll(/[\u0001-\u0008\u000B\u000E-\u001F\u00AD\u200B\u2060\uFEFF]/gu, "")
    .split("\u2028")
    .map((line) =>
      line
        .replaceAll(/(.)[ \t]*[\r\n][ \t\r\n\f]*(?=(.))/gu, (_whole, before: string, after: string) =>
          WIDE.test(before) && WIDE.test(after) ? before : `${before} `,
        )
        .replaceAll(/[ \t\r\n\f]+/gu, " ")
        .replaceAll("\u00A0", " ")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n");
}
