/** A part of a Word document → its blocks, with all tracked changes accepted. Nothing outside of the file is followed. */
import { Refusal } from "../../refusal.ts";
import type { Block } from "../document.ts";
import type { XmlHandlers } from "../opc/read-xml.ts";
import { OpenParagraph, type Unread } from "./open-paragraph.ts";
import { OpenTable } from "./open-table.ts";
import { type Attributes, attributeOf, countOf, isOn } from "./word-attributes.ts";
import { FieldStack } from "./word-fields.ts";
import type { WordNumbers } from "./word-numbers.ts";
import type { WordStyles } from "./word-styles.ts";

/** What is no part of the text: taken away by a tracked change, an older state, a reading above characters. */
const SKIPPED: ReadonlySet<string> = new Set(["moveFrom", "delText", "instrText", "delInstrText", "rt", "sectPr"]);
const DRAWN: ReadonlySet<string> = new Set(["drawing", "pict", "object"]);
const PICTURES: ReadonlySet<string> = new Set(["blip", "imagedata"]);
const EMBEDDED: ReadonlySet<string> = new Set(["OLEObject", "altChunk", "subDoc"]);

/** What the parts of one document may still hold, counted down. */
export interface WordBudget {
  tables: number;
  cells: number;
  characters: number;
}

/** About 1,000 forms. */
export const newWordBudget = (): WordBudget => ({ tables: 20_000, cells: 400_000, characters: 20_000_000 });

export interface WordLook {
  readonly styles: WordStyles;
  readonly numbers: WordNumbers;
}

/** A text of its own: the body, a text box. */
interface Story {
  /** What is drawn has no text but that of its text boxes. */
  readonly drawn: boolean;
  readonly content: Block[];
  readonly tables: OpenTable[];
  readonly paragraphs: OpenParagraph[];
  readonly fields: FieldStack;
  waiting: OpenParagraph | undefined;
}

interface Run {
  font: string | undefined;
  hidden: boolean | undefined;
  struck: boolean;
  style: string | undefined;
}

export class WordBlocks implements XmlHandlers {
  /** The name of the outermost element. */
  root = "";
  /** How many pictures there are. */
  pictures = 0;
  readonly #look: WordLook;
  readonly #budget: WordBudget;
  readonly #path: string[] = [];
  readonly #stories: Story[] = [newStory(false)];
  readonly #choices: boolean[] = [];
  readonly #placeholders: boolean[] = [];
  #run: Run | undefined;
  #skippedFrom = 0;
  #tables = 0;

  constructor(look: WordLook, budget: WordBudget) {
    this.#look = look;
    this.#budget = budget;
  }

  /** In their order. */
  get blocks(): readonly Block[] {
    this.#flush();
    return this.#stories[0]?.content ?? [];
  }

  readonly open = (name: string, attributes: Attributes): void => {
    const parent = this.#path.at(-1) ?? "";
    if (this.#path.length === 0) this.root = name;
    this.#path.push(name);
    if (this.#skippedFrom > 0) return;
    if (this.#isSkipped(name, parent)) this.#skippedFrom = this.#path.length;
    else if (name === "txbxContent") this.#stories.push(newStory(false));
    else if (DRAWN.has(name)) this.#stories.push(newStory(true));
    else if (this.#story.drawn) this.#openDrawn(name, attributes);
    else if (name === "sdt") this.#placeholders.push(false);
    else if (this.#path.includes("sdtPr", -8)) this.#openControl(name, attributes);
    else if (EMBEDDED.has(name)) this.#content.push({ kind: "aside", what: "嵌入的文件", text: "没有读取" });
    else if (!this.#openTable(name, parent, attributes)) this.#openText(name, parent, attributes);
  };

  readonly text = (text: string): void => {
    const name = this.#path.at(-1);
    const field = this.#story.fields;
    if (name === "instrText" && this.#skippedFrom === this.#path.length) field.addCode(text);
    if (name === "t" && this.#skippedFrom === 0) this.#add(text);
  };

  readonly close = (name: string): void => {
    const depth = this.#path.length;
    this.#path.pop();
    if (name === "AlternateContent" && this.#skippedFrom === 0) this.#choices.pop();
    if (this.#skippedFrom > 0) {
      if (this.#skippedFrom === depth) this.#skippedFrom = 0;
      return;
    }
    if (name === "txbxContent") this.#closeBox();
    else if (DRAWN.has(name)) this.#closeDrawn();
    else if (this.#story.drawn) return;
    else if (name === "sdt") this.#placeholders.pop();
    else if (name === "p") this.#closeParagraph();
    else if (name === "r") this.#run = undefined;
    else if (name === "tc") this.#closeCell();
    else if (name === "tr") this.#story.tables.at(-1)?.closeRow();
    else if (name === "tbl") this.#closeTable();
  };

  get #story(): Story {
    return this.#stories.at(-1) ?? newStory(true);
  }

  get #content(): Block[] {
    const story = this.#story;
    return story.tables.at(-1)?.cell?.content ?? story.content;
  }

  #isSkipped(name: string, parent: string): boolean {
    if (name === "AlternateContent") this.#choices.push(false);
    if (name === "Choice" || name === "Fallback") {
      const taken = this.#choices.at(-1) === true;
      if (!taken) this.#choices[this.#choices.length - 1] = true;
      return taken;
    }
    // As a property of a paragraph mark or a row it says that these are deleted; elsewhere it holds what is.
    if (name === "del") return parent !== "rPr" && parent !== "trPr";
    return SKIPPED.has(name) || name.endsWith("Change");
  }

  #openDrawn(name: string, attributes: Attributes): void {
    if (PICTURES.has(name)) this.pictures += 1;
    if (name === "OLEObject") this.#story.content.push({ kind: "aside", what: "嵌入的对象", text: "没有读取" });
    const wordArt = name === "textpath" ? (attributeOf(attributes, "string") ?? "") : "";
    if (wordArt.trim() !== "") this.#story.content.push({ kind: "paragraph", text: wordArt });
  }

  #openControl(name: string, attributes: Attributes): void {
    if (name === "showingPlcHdr") this.#placeholders[this.#placeholders.length - 1] = isOn(attributes);
  }

  #openTable(name: string, parent: string, attributes: Attributes): boolean {
    const table = this.#story.tables.at(-1);
    if (name === "tbl") {
      this.#flush();
      this.#tables += 1;
      this.#spend("tables", 1);
      this.#story.tables.push(new OpenTable(this.#tables));
    } else if (table === undefined) return false;
    else if (name === "gridCol") table.addColumn(attributes);
    else if (name === "tr") table.openRow();
    else if (name === "tc") {
      this.#spend("cells", 1);
      table.openCell();
    } else if (parent === "trPr") table.setRow(name, attributes);
    else if (parent === "tcPr") table.setCell(name, attributes);
    else return false;
    return true;
  }

  #openText(name: string, parent: string, attributes: Attributes): void {
    const story = this.#story;
    const paragraph = story.paragraphs.at(-1);
    if (name === "p") {
      story.paragraphs.push(new OpenParagraph(story.waiting));
      story.waiting = undefined;
    } else if (paragraph === undefined) return;
    else if (name === "r") this.#run = { font: undefined, hidden: undefined, struck: false, style: undefined };
    else if (parent === "pPr" && name === "pStyle") paragraph.style = attributeOf(attributes, "val");
    else if (parent === "numPr") {
      if (name === "numId") paragraph.place.list = attributeOf(attributes, "val");
      if (name === "ilvl") paragraph.place.level = countOf(attributeOf(attributes, "val"), 8);
    } else if (parent === "rPr") this.#openRunProperty(name, attributes, paragraph);
    else if (name === "den") this.#add("/");
    else if (parent === "r") this.#openRunContent(name, attributes, paragraph);
    else if (this.#path.includes("ffData", -6)) story.fields.setControl(name, attributes);
  }

  #openRunProperty(name: string, attributes: Attributes, paragraph: OpenParagraph): void {
    const run = this.#run;
    if (run === undefined) {
      if (name === "del") paragraph.goesOn = true;
    } else if (name === "vanish" || name === "specVanish") run.hidden = isOn(attributes);
    else if (name === "strike" || name === "dstrike") run.struck = isOn(attributes);
    else if (name === "rStyle") run.style = attributeOf(attributes, "val");
    else if (name === "rFonts") run.font = attributeOf(attributes, "ascii") ?? attributeOf(attributes, "hAnsi");
  }

  #openRunContent(name: string, attributes: Attributes, paragraph: OpenParagraph): void {
    const { fields } = this.#story;
    if (name === "tab" || name === "ptab") this.#add("\t");
    else if (name === "br" || name === "cr") this.#add("\n");
    else if (name === "noBreakHyphen") this.#add("-");
    else if (name === "sym") {
      const code = Number.parseInt(attributeOf(attributes, "char") ?? "", 16);
      if (fields.isShown && Number.isInteger(code) && code <= 0x10_ff_ff && this.#unread(paragraph) === undefined)
        paragraph.addSymbol(attributeOf(attributes, "font") ?? "", code);
    } else if (name === "fldChar") {
      const { shown, doubt } = fields.mark(attributeOf(attributes, "fldCharType"));
      this.#add(shown);
      if (doubt !== undefined) paragraph.doubt(doubt);
    }
  }

  #add(text: string): void {
    const story = this.#story;
    const paragraph = story.paragraphs.at(-1);
    if (story.drawn || paragraph === undefined || !story.fields.isShown) return;
    this.#spend("characters", text.length);
    paragraph.add(text, this.#run?.font, this.#unread(paragraph));
    if (this.#run?.struck === true && text.trim() !== "") paragraph.doubt("这一格有划了删除线的文字，读的文字也包括它");
  }

  #unread(paragraph: OpenParagraph): Unread | undefined {
    const run = this.#run;
    const { styles } = this.#look;
    const hidden = run?.hidden ?? (styles.isHidden(run?.style) || styles.isHidden(paragraph.style));
    return hidden ? "隐藏的文字" : this.#placeholders.includes(true) ? "提示文字" : undefined;
  }

  #closeParagraph(): void {
    const story = this.#story;
    const paragraph = story.paragraphs.pop();
    this.#run = undefined;
    if (paragraph === undefined) return;
    if (paragraph.goesOn) {
      story.waiting = paragraph;
      return;
    }
    const { styles, numbers } = this.#look;
    const place = paragraph.listPlace(styles.placeOf(paragraph.style));
    this.#content.push(...paragraph.blocks(place === undefined ? "" : numbers.next(place.list, place.level)));
  }

  #closeCell(): void {
    this.#flush();
    this.#story.tables.at(-1)?.closeCell();
  }

  /** A paragraph whose end was deleted does not go on in another cell, nor in a table. */
  #flush(): void {
    const story = this.#story;
    const { waiting } = story;
    story.waiting = undefined;
    if (waiting !== undefined) this.#content.push(...waiting.blocks(""));
  }

  #closeTable(): void {
    const table = this.#story.tables.pop();
    if (table !== undefined) this.#content.push(table.table());
  }

  #closeBox(): void {
    this.#flush();
    const box = this.#stories.pop();
    // A box stands in a drawing, which stands in the text.
    if (box !== undefined && box.content.length > 0) this.#story.content.push({ kind: "box", content: box.content });
  }

  #closeDrawn(): void {
    const drawing = this.#stories.pop();
    if (drawing === undefined || drawing.content.length === 0) return;
    if (this.#story.drawn) this.#story.content.push(...drawing.content);
    else this.#content.push(...drawing.content.map(asBox));
  }

  #spend(what: keyof WordBudget, amount: number): void {
    this.#budget[what] -= amount;
    if (this.#budget[what] >= 0) return;
    const why = { tables: "表格过多。", cells: "表格的单元格过多。", characters: "文字合计超过 2000 万字。" }[what];
    throw new Refusal("too-large", { table: this.#tables }, "文档过大，没有读取。", why, "请拆成几份再读。");
  }
}

function newStory(drawn: boolean): Story {
  return { drawn, content: [], tables: [], paragraphs: [], fields: new FieldStack(), waiting: undefined };
}

// The text of a shape floats above the page as that of a box does.
function asBox(block: Block): Block {
  return block.kind === "box" || block.kind === "aside" ? block : { kind: "box", content: [block] };
}
