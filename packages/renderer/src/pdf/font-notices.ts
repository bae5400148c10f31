import type { Casting } from "../fonts/cast.ts";
import type { LentGlyph } from "../fonts/coverage.ts";
import type { Typeface } from "../fonts/font-set.ts";
import type { PrinterEvent } from "./printer.ts";

/** Says once per printer, and not for every form, what is printed in another font than was asked for. */
export class FontNotices {
  readonly #names: ReadonlyMap<string, string>;
  readonly #report: (event: PrinterEvent) => void;
  readonly #told = new Set<string>();

  constructor(typefaces: readonly Typeface[], report: (event: PrinterEvent) => void) {
    this.#names = new Map(typefaces.map(({ family, name }) => [family, name]));
    this.#report = report;
  }

  /** Of one document, before it is printed: roles that another kind of font plays, and characters lent by another role's. */
  tell(castings: readonly Casting[], lent: readonly LentGlyph[], title: string): void {
    for (const casting of castings.filter(({ substituted }) => substituted)) {
      this.#once(casting.role, "font-substitute", substituteText(casting, this.#nameOf(casting.main.family)));
    }
    for (const places of Map.groupBy(lent, ({ codePoint }) => codePoint).values())
      this.#tellLent(castings, places, title);
  }

  /** Which role a character stands in is for the browser to find out; here it is every role of the page that lacks it. */
  #tellLent(castings: readonly Casting[], places: readonly LentGlyph[], title: string): void {
    const roleName = (role: string) => castings.find((casting) => casting.role === role)?.name ?? role;
    const [first] = places;
    if (first === undefined) return;
    const byLender = [...Map.groupBy(places, ({ from }) => from)].map(([from, lacking]) => {
      const names = lacking.map(({ role }) => roleName(role)).join("、");
      return `${names}里没有，排成${names}时借用${this.#nameOf(from)}的字形`;
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
