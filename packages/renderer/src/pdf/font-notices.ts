import type { Casting } from "../fonts/cast.ts";
import type { LentGlyph } from "../fonts/coverage.ts";
import type { Typeface } from "../fonts/font-set.ts";
import type { PrinterEvent } from "./printer.ts";

/** Characters named one by one; a font that lacks more of them lacks them throughout. */
const mostLent = 20;

/** Says once per printer, and not for every form, what is printed in another font than was asked for. */
export class FontNotices {
  readonly #names: ReadonlyMap<string, string>;
  readonly #report: (event: PrinterEvent) => void;
  readonly #told = new Set<string>();
  #lent = 0;

  constructor(typefaces: readonly Typeface[], report: (event: PrinterEvent) => void) {
    this.#names = new Map(typefaces.map(({ family, name }) => [family, name]));
    this.#report = report;
  }

  /** Of one document, before it is printed: roles that another kind of font plays, and characters lent by another role's. */
  tell(castings: readonly Casting[], lent: readonly LentGlyph[], title: string): void {
    for (const casting of castings) {
      const played = this.#nameOf(casting.main.family);
      if (casting.substituted) this.#once(casting.role, "font-substitute", substituteText(casting, played));
      if (casting.boldless) this.#once(casting.role, "font-substitute", boldlessText(casting, played));
    }
    for (const places of Map.groupBy(lent, ({ codePoint }) => codePoint).values())
      this.#tellLent(castings, places, title);
  }

  /** Which role a character stands in is for the browser to find out; here it is every role of the page that lacks it. */
  #tellLent(castings: readonly Casting[], places: readonly LentGlyph[], title: string): void {
    const [first] = places;
    if (first === undefined || this.#told.has(first.codePoint)) return;
    if (this.#lent === mostLent) this.#once("lent", "glyph-lent", "还有别的字借用了其他字体的字形，不再逐一提示");
    this.#lent += 1;
    if (this.#lent > mostLent) return;
    const byLender = [...Map.groupBy(places, ({ from }) => from)].map(([from, lacking]) => {
      const names = castings.filter(({ role }) => lacking.some((place) => place.role === role)).map(({ name }) => name);
      const them = names.length === 1 ? "它" : "它们";
      return `${names.join("、")}的字体里没有，排成${them}时借用 ${this.#nameOf(from)} 的字形`;
    });
    const { character, codePoint, around } = first;
    const said = `“${character}”（${codePoint}）${byLender.join("；")}：“…${around}…”（${title}）`;
    this.#once(codePoint, "glyph-lent", said);
  }

  #nameOf(family: string): string {
    return this.#names.get(family) ?? family;
  }

  #once(key: string, code: PrinterEvent["code"], message: string): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#report({ level: "warning", code, message });
  }
}

/** 仿宋以 Noto Serif SC 常规代替 */
function substituteText({ name, main }: Casting, playedBy: string): string {
  const weight = main.weights[400] === 700 ? "粗体" : "常规";
  return `${name}没有自带的字体，以 ${playedBy} ${weight}代替；有${name}字体文件的，用 --fonts 指明所在文件夹`;
}

/** A bold made up by the browser would be Type 3, whose text is lost. */
function boldlessText({ name }: Casting, playedBy: string): string {
  return `${name}所用的字体 ${playedBy} 只有一种字重，粗体处照样用它，不另外加粗`;
}
