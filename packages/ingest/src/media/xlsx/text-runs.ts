/** Shared and inline strings: the runs of a rich text joined, phonetic guides left out. */
import type { OfficePackage } from "../opc/office-package.ts";
import { oversizedPackage } from "../opc/broken-package.ts";

const MAX_STRINGS = 1_000_000;

/** All shared strings in their order. */
export function readSharedStrings(parts: OfficePackage, part: string): readonly string[] {
  const strings: string[] = [];
  const runs = new TextRuns();
  parts.readPart(part, {
    open: (name, _attributes, depth) => {
      if (depth === 2 && name === "si") {
        if (strings.length === MAX_STRINGS) throw oversizedPackage(`文字超过 ${MAX_STRINGS} 条。`);
        runs.start();
      } else if (depth > 2) runs.open(name);
    },
    text: (text) => runs.text(text),
    close: (name, depth) => {
      if (depth === 2 && name === "si") strings.push(runs.end());
      else if (depth > 2) runs.close(name);
    },
  });
  return strings;
}

/** Gathers the text of one `si` or `is` element from the elements inside it. */
export class TextRuns {
  #parts: string[] = [];
  #phonetic = 0;
  #inText = false;

  start(): void {
    this.#parts = [];
    this.#phonetic = 0;
    this.#inText = false;
  }

  open(name: string): void {
    if (name === "rPh") this.#phonetic += 1;
    this.#inText = name === "t" && this.#phonetic === 0;
  }

  text(text: string): void {
    if (this.#inText) this.#parts.push(text);
  }

  close(name: string): void {
    if (name === "rPh") this.#phonetic -= 1;
    this.#inText = false;
  }

  end(): string {
    return unescapeText(this.#parts.join(""));
  }
}

/** `_x000D_` stands for a character that XML cannot hold, `_x005F_` for the underscore of a text that says so literally. */
export function unescapeText(text: string): string {
  return text.includes("_x")
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
