/** Fields of a Word document: their results are text, their codes are not. Nothing that a code names is looked up. */
import { type Attributes, attributeOf, countOf, isOn } from "./word-attributes.ts";

interface OpenField {
  code: string;
  isResult: boolean;
  /** A check box or drop-down of an old form, which shows what no run holds. */
  control: Control | undefined;
}

interface Control {
  checked: boolean | undefined;
  chosen: number;
  readonly entries: string[];
}

/** What an end mark adds to the text. */
interface Marked {
  readonly shown: string;
  readonly doubt?: string;
}

const MOST_ENTRIES = 200;
const NOTHING: Marked = { shown: "" };

export class FieldStack {
  readonly #open: OpenField[] = [];

  /** Whether text at this place is shown: not between a begin mark and its separator. */
  get isShown(): boolean {
    return this.#open.every(({ isResult }) => isResult);
  }

  addCode(text: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && field.code.length < 200) field.code += text.slice(0, 200);
  }

  mark(type: string | undefined): Marked {
    const field = this.#open.at(-1);
    if (type === "begin") this.#open.push({ code: "", isResult: false, control: undefined });
    else if (type === "separate" && field !== undefined) field.isResult = true;
    else if (type === "end" && field !== undefined) {
      this.#open.pop();
      return markOf(field);
    }
    return NOTHING;
  }

  /** A part of the description of an old check box or drop-down. */
  setControl(name: string, attributes: Attributes): void {
    const field = this.#open.at(-1);
    if (field === undefined) return;
    if (name === "checkBox" || name === "ddList") field.control = { checked: undefined, chosen: 0, entries: [] };
    const { control } = field;
    if (control === undefined) return;
    const value = attributeOf(attributes, "val") ?? "";
    if (name === "checkBox") control.checked = false;
    // What is checked stands behind what is checked at first.
    else if (name === "checked" || (name === "default" && control.checked !== undefined))
      control.checked = isOn(attributes);
    else if (name === "result") control.chosen = countOf(value, MOST_ENTRIES) ?? 0;
    else if (name === "listEntry" && control.entries.length < MOST_ENTRIES) control.entries.push(value);
  }
}

function markOf({ code, control }: OpenField): Marked {
  const shown = control === undefined ? "" : (controlText(control) ?? "");
  if (/^\s*=/u.test(code)) return { shown, doubt: "这一格是 Word 的公式域，读的是文件里存的结果，没有重新计算" };
  if (/^\s*(?:DDE|DDEAUTO|LINK|INCLUDETEXT|DATABASE)\b/iu.test(code))
    return { shown, doubt: "这一格的文字取自另一个文件，读的是文件里存的结果，没有去取" };
  return { shown };
}

function controlText({ checked, chosen, entries }: Control): string | undefined {
  return checked === undefined ? entries[chosen] : checked ? "☑" : "☐";
}
