/** What the styles of a Word document say of visible text: that it is hidden, or numbered. */
import type { OfficePackage } from "../opc/office-package.ts";
import { attributeOf, countOf, isOn } from "./word-attributes.ts";

interface Style {
  parent: string | undefined;
  hidden: boolean | undefined;
  list: string | undefined;
  level: number | undefined;
}

/** A paragraph belongs to a list at a level, counted from 0. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

const MOST_PARENTS = 16;

/** The styles of one document by their ids. */
export class WordStyles {
  readonly #styles = new Map<string, Style>();

  read(file: OfficePackage, part: string): void {
    let style: Style | undefined;
    let changes = 0;
    file.readPart(part, {
      open: (name, attributes) => {
        if (name.endsWith("Change")) changes += 1;
        if (changes > 0) return;
        const value = attributeOf(attributes, "val");
        if (name === "style") {
          style = { parent: undefined, hidden: undefined, list: undefined, level: undefined };
          this.#styles.set(attributeOf(attributes, "styleId") ?? "", style);
        } else if (style !== undefined) {
          if (name === "basedOn") style.parent = value;
          else if (name === "vanish") style.hidden = isOn(attributes);
          else if (name === "numId") style.list = value;
          else if (name === "ilvl") style.level = countOf(value, 8);
          // What a table style says of some of its cells is no matter of text.
          else if (name === "tblStylePr") style = undefined;
        }
      },
      close: (name) => {
        if (name.endsWith("Change")) changes -= 1;
      },
    });
  }

  isHidden(id: string | undefined): boolean {
    return this.#first(id, ({ hidden }) => hidden) ?? false;
  }

  placeOf(id: string | undefined): ListPlace | undefined {
    const list = this.#first(id, (style) => style.list);
    return list === undefined ? undefined : { list, level: this.#first(id, ({ level }) => level) ?? 0 };
  }

  /** What the style says, or the nearest of those that it is based on. */
  #first<T>(id: string | undefined, ask: (style: Style) => T | undefined): T | undefined {
    let style = this.#styles.get(id ?? "");
    for (let steps = 0; style !== undefined && steps < MOST_PARENTS; steps += 1) {
      const answer = ask(style);
      if (answer !== undefined) return answer;
      style = this.#styles.get(style.parent ?? "");
    }
    return undefined;
  }
}
