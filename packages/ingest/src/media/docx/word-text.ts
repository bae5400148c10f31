/** The visible text of a WordprocessingML part, paragraph by paragraph, and the pictures in it. */
import { FIGURE_PLACE } from "@zipingbiao/core";
import type { XmlHandlers } from "../opc/read-xml.ts";
import { type DrawnPicture, DrawingReader } from "./drawn-picture.ts";

/** Elements whose text is not shown: what a tracked change took away, codes of fields, the other form of a shape. */
const UNSHOWN = new Set(["del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback"]);
const OTHER_PICTURES = new Set(["pict", "object"]);
/** The name of what is no text. */
export const PICTURE = "图片或图形";

interface OpenParagraph {
  text: string;
}

/** A field between its begin and its end mark. */
interface OpenField {
  code: string;
  isResult: boolean;
}

/** A cell of a table. */
interface OpenCell {
  /** How many paragraphs there were before it. */
  readonly before: number;
  /** It goes on from the cell above. */
  isMerged: boolean;
}

/** Gathers the text of a part; text in a shape is a paragraph of its own. */
export class WordText implements XmlHandlers {
  /** Paragraphs with text; `""` for a cell that has none, unless the cell above goes on in it. */
  readonly paragraphs: string[] = [];
  /** Pictures in their order; each has its place in the text of its paragraph. */
  readonly pictures: DrawnPicture[] = [];
  readonly others = new Set<string>();
  readonly #open: OpenParagraph[] = [];
  readonly #fields: OpenField[] = [];
  readonly #cells: OpenCell[] = [];
  #drawing: DrawingReader | undefined;
  #unshown = 0;
  #isHidden = false;
  #inText = false;
  #inCode = false;

  readonly open: NonNullable<XmlHandlers["open"]> = (name, attributes) => {
    if (name === "fldChar") this.#mark(attributes["w:fldCharType"]);
    this.#inCode = name === "instrText";
    if (name === "tc") this.#cells.push({ before: this.paragraphs.length, isMerged: false });
    const cell = this.#cells.at(-1);
    if (name === "vMerge" && cell !== undefined) cell.isMerged = attributes["w:val"] !== "restart";
    if (UNSHOWN.has(name)) this.#unshown += 1;
    else if (name === "p") this.#open.push({ text: "" });
    else if (name === "r") this.#isHidden = false;
    else if (name === "vanish") this.#isHidden = !/^(?:0|false|off)$/u.test(attributes["w:val"] ?? "");
    else if (name === "t") this.#inText = true;
    else if (name === "tab" || name === "br" || name === "cr") this.#add(" ");
    if (OTHER_PICTURES.has(name)) this.others.add(PICTURE);
    this.#drawing?.open(name, attributes);
    if (name === "drawing") this.#drawing ??= new DrawingReader();
  };

  readonly text: NonNullable<XmlHandlers["text"]> = (text) => {
    const field = this.#fields.at(-1);
    if (this.#inCode && field !== undefined) field.code += text;
    if (this.#inText) this.#add(isPageNumber(field, text) ? ANY_PAGE : text);
  };

  readonly close: NonNullable<XmlHandlers["close"]> = (name) => {
    if (UNSHOWN.has(name)) this.#unshown -= 1;
    else if (name === "t") this.#inText = false;
    else if (name === "drawing") this.#closeDrawing();
    else if (name === "p") {
      const text = this.#open.pop()?.text ?? "";
      if (text.trim() !== "") this.paragraphs.push(text);
    } else if (name === "tc") {
      const cell = this.#cells.pop();
      if (cell?.before === this.paragraphs.length && !cell.isMerged) this.paragraphs.push("");
    }
  };

  #closeDrawing(): void {
    const picture = this.#drawing?.picture;
    this.#drawing = undefined;
    if (picture === undefined) this.others.add(PICTURE);
    else if (this.#isShown) {
      this.pictures.push(picture);
      this.#add(FIGURE_PLACE);
    }
  }

  get #isShown(): boolean {
    return this.#unshown === 0 && !this.#isHidden;
  }

  #mark(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === "begin") this.#fields.push({ code: "", isResult: false });
    else if (type === "end") this.#fields.pop();
    else if (field !== undefined) field.isResult = true;
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined && this.#isShown) paragraph.text += text;
  }
}

/** Stands for any number of a page, so that one is found where none belongs. */
const ANY_PAGE = "0";

/** The number of the page of another place: the program that shows the document fills it in anew. */
function isPageNumber(field: OpenField | undefined, text: string): boolean {
  return field?.isResult === true && /^\s*PAGEREF\s/u.test(field.code) && /^\d*$/u.test(text);
}
