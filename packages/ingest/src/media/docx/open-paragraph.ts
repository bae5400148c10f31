/** A paragraph of a Word document in the making: its runs joined as the accepted text shows them. */
import type { Block } from "../document.ts";
import type { ListPlace } from "./word-styles.ts";
import { isPrivate, isSymbolFont, symbolOf } from "./word-symbols.ts";

/** Why a text is there but not read as such. */
export type Unread = "隐藏的文字" | "提示文字";

export class OpenParagraph {
  style: string | undefined;
  place: { list: string | undefined; level: number | undefined } = { list: undefined, level: undefined };
  /** Its end mark was deleted, so the next paragraph goes on in it. */
  goesOn = false;
  #text = "";
  readonly #unread = new Map<Unread, string>();
  #doubt: string | undefined;

  constructor(before?: OpenParagraph) {
    if (before === undefined) return;
    this.#text = before.#text;
    this.#unread = before.#unread;
    this.#doubt = before.#doubt;
  }

  get isBlank(): boolean {
    return this.#text.trim() === "";
  }

  /** Text as the file holds it, set in `font` where a run names one. */
  add(text: string, font: string | undefined, unread?: Unread): void {
    if (text === "") return;
    const shown =
      (font !== undefined && isSymbolFont(font)) || /[\uE000-\uF8FF]/u.test(text)
        ? this.#glyphs(text, font ?? "")
        : text;
    if (unread === undefined) this.#text += shown;
    else this.#unread.set(unread, (this.#unread.get(unread) ?? "") + shown);
  }

  addSymbol(font: string, code: number): void {
    const shown = symbolOf(font, code);
    if (shown === undefined) this.doubt(`这一格有一个「${font.slice(0, 20)}」字体的符号，未能识别`);
    this.#text += shown ?? "□";
  }

  doubt(reason: string): void {
    this.#doubt ??= reason;
  }

  /** What the paragraph gives, `number` before it. */
  blocks(number: string): Block[] {
    const text = number + this.#text;
    const asides = [...this.#unread].filter(([, hidden]) => hidden.trim() !== "");
    return [
      ...asides.map(([what, hidden]): Block => ({ kind: "aside", what, text: hidden.trim() })),
      ...(text.trim() === ""
        ? []
        : [{ kind: "paragraph", text, ...(this.#doubt === undefined ? {} : { doubt: this.#doubt }) } as const]),
    ];
  }

  /** The list that the paragraph belongs to; `0` as its list takes it out of the list of its style. */
  listPlace(ofStyle: ListPlace | undefined): ListPlace | undefined {
    const list = this.place.list ?? ofStyle?.list;
    return list === undefined || list === "0" ? undefined : { list, level: this.place.level ?? ofStyle?.level ?? 0 };
  }

  // Only Symbol has its place in the private area as a rule; a font of ASCII letters set in Wingdings is left as it is.
  #glyphs(text: string, font: string): string {
    let shown = "";
    for (const char of text) {
      const code = char.codePointAt(0) ?? 0;
      const glyph = isPrivate(code) || isSymbolFont(font) ? symbolOf(font, code) : char;
      if (glyph === undefined) this.doubt("这一格有一个符号字体里的字符，未能识别");
      shown += glyph ?? char;
    }
    return shown;
  }
}
