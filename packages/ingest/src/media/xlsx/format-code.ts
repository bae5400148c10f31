/** Number format codes of a workbook (`#,##0.00;[Red]-#,##0.00`) → their parts. */

/** One piece of a section. `digit` is a place for a digit, `date` a run of one date letter. */
export type FormatToken =
  | { readonly kind: "digit"; readonly always: boolean }
  | { readonly kind: "date"; readonly letters: string }
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "point" | "comma" | "percent" | "general" | "text" };

/** The sections of a format, positive first. `undefined` where it asks for what is not understood: fractions, conditions, powers of ten. */
export function sectionsOf(code: string): readonly (readonly FormatToken[])[] | undefined {
  if (code.length > 255) return undefined;
  const sections: FormatToken[][] = [[]];
  let rest = code;
  while (rest !== "") {
    const token = TOKENS.map(([pattern, make]) => ({ match: pattern.exec(rest), make })).find(({ match }) => match);
    const [text = ""] = token?.match ?? [];
    if (token === undefined || text === "") return undefined;
    rest = rest.slice(text.length);
    if (text === ";") {
      sections.push([]);
      continue;
    }
    const made = token.make(text);
    if (made === "unknown") return undefined;
    if (made !== "nothing") sections.at(-1)?.push(made);
  }
  return sections.length > 4 ? undefined : sections;
}

type Make = (text: string) => FormatToken | "nothing" | "unknown";

const nothing: Make = () => "nothing";
const unknown: Make = () => "unknown";
const literal =
  (from: number, to?: number): Make =>
  (text) => ({ kind: "literal", text: text.slice(from, to) });

const TOKENS: readonly (readonly [RegExp, Make])[] = [
  [/^;/u, nothing],
  [/^"[^"]*"/u, literal(1, -1)],
  [/^\\[^]/u, literal(1)],
  // A blank as wide as the next character, and a character that fills the cell.
  [/^_[^]/u, literal(0, 0)],
  [/^\*[^]/u, nothing],
  [/^\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|黑色|蓝色|红色|绿色|白色|黄色)\]/iu, nothing],
  [/^\[\$([^\]-]*)(?:-[^\]]*)?\]/u, (text) => ({ kind: "literal", text: /^\[\$([^\]-]*)/u.exec(text)?.[1] ?? "" })],
  [/^\[[^\]]*\]/u, unknown],
  [/^(?:General|G\/通用格式)/iu, () => ({ kind: "general" })],
  [/^(?:AM\/PM|A\/P|上午\/下午)/iu, (text) => ({ kind: "date", letters: text === "上午/下午" ? text : "AM/PM" })],
  [/^[eE][+-]/u, unknown],
  [/^[0#?]/u, (text) => ({ kind: "digit", always: text === "0" })],
  [/^\./u, () => ({ kind: "point" })],
  [/^,/u, () => ({ kind: "comma" })],
  [/^%/u, () => ({ kind: "percent" })],
  [/^@/u, () => ({ kind: "text" })],
  [/^(?:y+|e+|m+|d+|h+|s+|aaaa?)/iu, (text) => ({ kind: "date", letters: text.toLowerCase().replaceAll("e", "y") })],
  [/^[-+()/:\s¥￥$€年月日时分秒　（）万元个次天％]/u, literal(0)],
];

/**
 * The formats that a workbook names by number alone, as they are in a Chinese installation; the others stand in its styles.
 * Numbers, not codes, are what ECMA-376 part 1, 18.8.30 lists; 27 to 36 and 50 to 58 are its Chinese ones.
 */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"¥"#,##0;"¥"-#,##0'],
  [6, '"¥"#,##0;"¥"-#,##0'],
  [7, '"¥"#,##0.00;"¥"-#,##0.00'],
  [8, '"¥"#,##0.00;"¥"-#,##0.00'],
  [9, "0%"],
  [10, "0.00%"],
  [14, "yyyy/m/d"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "yyyy/m/d h:mm"],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, "#,##0;-#,##0"],
  [38, "#,##0;-#,##0"],
  [39, "#,##0.00;-#,##0.00"],
  [40, "#,##0.00;-#,##0.00"],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, "mm:ss"],
  [49, "@"],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);
