/** Automatic numbers of paragraphs (`1.`, `（二）`): Word shows them, but the text of the paragraph does not hold them. */
import type { OfficePackage } from "../opc/office-package.ts";
import type { XmlHandlers } from "../opc/read-xml.ts";
import { attributeOf, countOf } from "./word-attributes.ts";

interface Level {
  start: number;
  format: string;
  text: string;
}

interface List {
  abstract: string;
  /** By level, where this list begins anew. */
  readonly starts: Map<number, number>;
}

const MOST_LEVELS = 9;
const MOST = 99_999;

/** Counts the numbered paragraphs of one document as they go by. */
export class WordNumbers {
  readonly #levels = new Map<string, Level[]>();
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  /** Reads the definitions; a document without any has no such numbers. */
  read(file: OfficePackage, part: string): void {
    file.readPart(part, this.#handlers());
  }

  /** The number that stands before the next paragraph of this list, `""` for a bullet or an unknown list. */
  next(list: string, level: number): string {
    const known = this.#lists.get(list);
    const levels = known === undefined ? undefined : this.#levels.get(known.abstract);
    const own = levels?.[level];
    if (known === undefined || levels === undefined || own === undefined) return "";
    const counts = this.#counts.get(known.abstract) ?? [];
    this.#counts.set(known.abstract, counts);
    const override = known.starts.get(level);
    if (override !== undefined && !this.#begun.has(`${list} ${level}`)) counts[level] = override - 1;
    this.#begun.add(`${list} ${level}`);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    if (own.format === "bullet" || own.format === "none") return "";
    return own.text.slice(0, 40).replaceAll(/%([1-9])/gu, (_whole, digit: string) => {
      const at = Number.parseInt(digit, 10) - 1;
      return numeral(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? "decimal");
    });
  }

  #handlers(): XmlHandlers {
    let abstract: Level[] | undefined;
    let level: Level | undefined;
    let list: List | undefined;
    let at = 0;
    return {
      open: (name, attributes) => {
        const value = attributeOf(attributes, "val") ?? "";
        if (name === "abstractNum") {
          abstract = [];
          this.#levels.set(attributeOf(attributes, "abstractNumId") ?? "", abstract);
        } else if (name === "num") {
          abstract = undefined;
          at = 0;
          list = { abstract: "", starts: new Map() };
          this.#lists.set(attributeOf(attributes, "numId") ?? "", list);
        } else if (name === "abstractNumId" && list !== undefined) list.abstract = value;
        else if (name === "lvlOverride") at = countOf(attributeOf(attributes, "ilvl"), MOST_LEVELS - 1) ?? 0;
        else if (name === "startOverride") list?.starts.set(at, countOf(value, MOST) ?? 1);
        else if (name === "lvl" && abstract !== undefined) {
          level = { start: 1, format: "decimal", text: "" };
          abstract[countOf(attributeOf(attributes, "ilvl"), MOST_LEVELS - 1) ?? 0] = level;
        } else if (level !== undefined && abstract !== undefined) {
          if (name === "start") level.start = countOf(value, MOST) ?? 1;
          if (name === "numFmt") level.format = value;
          if (name === "lvlText") level.text = value;
        }
      },
    };
  }
}

const HAN = "零一二三四五六七八九";

function numeral(count: number, format: string): string {
  if (/^(?:chinese|japaneseCounting|taiwaneseCounting|ideographDigital)/u.test(format)) return hanNumeral(count);
  if (format === "decimalEnclosedCircle" || format === "decimalEnclosedCircleChinese")
    return count >= 1 && count <= 20 ? String.fromCodePoint(0x245f + count) : `${count}`;
  if (format === "decimalFullWidth")
    return `${count}`.replaceAll(/\d/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
  if (format === "decimalZero") return count < 10 ? `0${count}` : `${count}`;
  if (format === "upperLetter" || format === "lowerLetter") {
    const letter = String.fromCodePoint(0x41 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
    return format === "upperLetter" ? letter : letter.toLowerCase();
  }
  if (format === "upperRoman" || format === "lowerRoman")
    return format === "upperRoman" ? roman(count) : roman(count).toLowerCase();
  return `${count}`;
}

/** 1 to 99 as they are read; beyond, digit by digit. */
function hanNumeral(count: number): string {
  const digit = (at: number): string => HAN[at] ?? "";
  if (count < 10) return digit(count);
  if (count > 99) return `${count}`.replaceAll(/\d/gu, (each) => digit(Number.parseInt(each, 10)));
  const tens = Math.floor(count / 10);
  return `${tens === 1 ? "" : digit(tens)}十${count % 10 === 0 ? "" : digit(count % 10)}`;
}

function roman(count: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let left = Math.min(count, 399);
  let text = "";
  for (const [worth, sign] of parts)
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  return text;
}
