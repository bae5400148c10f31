/** Characters in the faces of a printer: the same order of fonts as in every print (`fonts/coverage.ts`). */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Casting, Player } from "../../../fonts/cast.ts";
import { holderOf, isInvisible } from "../../../fonts/coverage.ts";
import type { FontShelf } from "../../../fonts/font-shelf.ts";
import type { Part } from "../../../fonts/parts.ts";
import type { Weight } from "../../../fonts/roles.ts";
import { Face } from "./face.ts";
import type { Letter, LetterCase } from "../lines/set-text.ts";
import type { TextStyle } from "../lines/text-style.ts";
import { NO_BREAK_SPACE, SPACE } from "../code-points.ts";

/** Faces are read when a character first asks for them; which ones there are was checked before (`choose-faces.ts`). */
export class ShelfLetters implements LetterCase {
  readonly #shelf: FontShelf;
  readonly #castings: readonly Casting[];
  readonly #faces = new Map<string, Face>();
  /** By role and weight: letters by their characters. */
  readonly #letters = new Map<string, Map<number, Letter>>();
  readonly #byStyle = new WeakMap<TextStyle, Map<number, Letter>>();

  constructor(shelf: FontShelf, castings: readonly Casting[]) {
    this.#shelf = shelf;
    this.#castings = castings;
  }

  letterOf(style: TextStyle, code: number): Letter {
    const letters = this.#byStyle.get(style) ?? this.#lettersOf(style);
    const known = letters.get(code);
    if (known !== undefined) return known;
    const letter = this.#find(style, code);
    letters.set(code, letter);
    return letter;
  }

  faceOf(style: TextStyle): Face {
    return this.letterOf(style, SPACE).face;
  }

  #lettersOf(style: TextStyle): Map<number, Letter> {
    const key = `${style.role} ${style.bold}`;
    const letters = this.#letters.get(key) ?? new Map<number, Letter>();
    this.#letters.set(key, letters);
    this.#byStyle.set(style, letters);
    return letters;
  }

  #find({ role, bold }: TextStyle, code: number): Letter {
    const casting = this.#castings.find((each) => each.role === role);
    if (casting === undefined) throw new Error(`no font plays ${role}`);
    const weight = bold ? 700 : 400;
    const main = () => this.#face(casting.main, weight, "common");
    if (code === SPACE || code === NO_BREAK_SPACE) {
      return { code, face: main(), advance: main().advanceOf(SPACE), isDrawn: true };
    }
    if (isInvisible(code)) return { code, face: main(), advance: 0, isDrawn: false };
    const found = holderOf(code, casting, this.#shelf.coverage);
    if (found === undefined || "unopened" in found) throw new Error(`no face draws U+${code.toString(16)}`);
    const face = this.#face(found.from, weight, found.part);
    return { code, face, advance: face.advanceOf(code), isDrawn: true };
  }

  #face({ family, weights }: Player, weight: Weight, part: Part): Face {
    const path = this.#shelf.fileOf(family, weights[weight], part);
    const known = this.#faces.get(path);
    if (known !== undefined) return known;
    const face = new Face(readFileSync(path), basename(path, ".ttf"));
    this.#faces.set(path, face);
    return face;
  }
}
