/**
 * Holds a template to the vocabulary when it is loaded, before any form is printed: known elements in known
 * places, balanced in every branch, known classes, escaped values in text or in quoted attributes only.
 * Because every value is escaped, what passes here can only ever give pages in the vocabulary.
 */
import { type MarkupPiece, scanMarkup } from "./scan-markup.ts";
import { KNOWN_REFERENCES } from "./understand-markup.ts";
import type { TemplateText } from "../template/compile-template.ts";
import { parseTemplate } from "../template/parse-template.ts";
import { partialName } from "../template/partial-name.ts";
import { TemplateError } from "../template/template-error.ts";
import type { Block, Program, Statement } from "../template/syntax-tree.ts";
import { FILLED_ATTRIBUTES, refuseValue, ruleOf } from "./vocabulary.ts";

/** Stands for a filled-in value inside a tag; a private-use character that no template needs. */
const FILLED = "\uE000";

const LEAVE_EMPTY = "带 data-fill 的元素里面要空着，内容由打印填入";

/** What the check must know of the other files. */
export interface CheckContext {
  /** A partial by its name. */
  readonly partial: (name: string) => TemplateText;
  readonly hasClass: (name: string) => boolean;
  readonly hasWidth: (className: string) => boolean;
}

/**
 * Checks a page that compiles: what templates may say at all is the compiler's to refuse.
 * Throws {@link TemplateError} for the first fault.
 */
export function checkTemplate({ file, text }: TemplateText, context: CheckContext): void {
  new Walk(file, context, new Map()).program(parseTemplate(file, text), "body");
}

/** An element whose end tag is still to come. */
interface OpenElement {
  readonly tag: string;
  readonly line: number;
  /** Its content comes from the print. */
  readonly filled: boolean;
}

/** One walk over a file; partials get a walk of their own at each place where they are used. */
class Walk {
  readonly #file: string;
  readonly #context: CheckContext;
  /** Partials by their files, each parsed once however often it is used. */
  readonly #parsed: Map<string, Program>;

  constructor(file: string, context: CheckContext, parsed: Map<string, Program>) {
    this.#file = file;
    this.#context = context;
    this.#parsed = parsed;
  }

  program(program: Program, parent: string): void {
    const open: OpenElement[] = [{ tag: parent, line: 0, filled: false }];
    let tag = "";
    let line = 0;
    for (const statement of program.body) {
      line = statement.loc.start.line;
      if (statement.type === "ContentStatement") {
        const scan = scanMarkup(tag, statement.original, line);
        for (const piece of scan.pieces) this.#piece(piece, open);
        tag = scan.unfinished;
      } else if (tag !== "") {
        if (statement.type !== "MustacheStatement")
          throw this.#refuse(line, "标签之内只能填值，不能写块、引用片段或注释");
        tag += FILLED;
      } else {
        if (open.at(-1)?.filled === true) throw this.#refuse(line, LEAVE_EMPTY);
        this.#statement(statement, open.at(-1)?.tag ?? parent);
      }
    }
    if (tag !== "") throw this.#refuse(line, `标签没有写完：${tag}`);
    const last = open.at(-1);
    if (last !== undefined && open.length > 1) throw this.#refuse(last.line, `<${last.tag}> 没有在同一分支内结束`);
  }

  #statement(statement: Exclude<Statement, { type: "ContentStatement" }>, parent: string): void {
    const line = statement.loc.start.line;
    switch (statement.type) {
      case "MustacheStatement":
        if (ruleOf(parent)?.text !== true) throw this.#refuse(line, `<${parent}> 内不能直接放文字`);
        return;
      case "BlockStatement":
        return this.#block(statement, parent);
      case "PartialStatement":
        return this.#partial(partialName(statement.name) ?? "", parent);
      default:
        return;
    }
  }

  #block(block: Block, parent: string): void {
    if (block.program) this.program(block.program, parent);
    if (block.inverse) this.program(block.inverse, parent);
  }

  #partial(name: string, parent: string): void {
    const { file, text } = this.#context.partial(name);
    const program = this.#parsed.get(file) ?? parseTemplate(file, text);
    this.#parsed.set(file, program);
    new Walk(file, this.#context, this.#parsed).program(program, parent);
  }

  #piece(piece: MarkupPiece, open: OpenElement[]): void {
    const parent = open.at(-1)?.tag ?? "body";
    switch (piece.kind) {
      case "text":
        if (piece.text.trim() !== "" && ruleOf(parent)?.text !== true) {
          throw this.#refuse(piece.line, `<${parent}> 内不能直接放文字：${piece.text.trim().slice(0, 20)}`);
        }
        if (open.at(-1)?.filled === true) throw this.#refuse(piece.line, LEAVE_EMPTY);
        for (const reference of piece.text.match(/&[^\s;]*;?/g) ?? []) {
          if (!KNOWN_REFERENCES.includes(reference)) throw this.#refuse(piece.line, `不支持字符引用 ${reference}`);
        }
        return;
      case "end":
        if (open.length === 1 || parent !== piece.tag)
          throw this.#refuse(piece.line, `</${piece.tag}> 没有对应的开始标签`);
        open.pop();
        return;
      case "start":
        if (open.at(-1)?.filled === true) throw this.#refuse(piece.line, LEAVE_EMPTY);
        this.#start(piece, parent);
        if (ruleOf(piece.tag)?.empty !== true) {
          const filled = piece.attributes.some(([name]) => name === "data-fill");
          open.push({ tag: piece.tag, line: piece.line, filled });
        }
        return;
      default:
        throw this.#refuse(piece.line, `看不懂的标签：${piece.text.slice(0, 40)}`);
    }
  }

  #start(piece: Extract<MarkupPiece, { kind: "start" }>, parent: string): void {
    const rule = ruleOf(piece.tag);
    if (rule === undefined || piece.tag === "body") throw this.#refuse(piece.line, `不支持元素 <${piece.tag}>`);
    if (ruleOf(parent)?.children.includes(piece.tag) !== true)
      throw this.#refuse(piece.line, `<${parent}> 内不能有 <${piece.tag}>`);
    const seen = new Set<string>();
    for (const [name, value] of piece.attributes) {
      if (!rule.attributes.includes(name)) throw this.#refuse(piece.line, `<${piece.tag}> 不支持属性 ${name}`);
      if (seen.has(name)) throw this.#refuse(piece.line, `属性 ${name} 写了两次`);
      seen.add(name);
      this.#attribute(name, value, piece.line);
    }
    for (const name of rule.required ?? []) {
      if (!seen.has(name)) throw this.#refuse(piece.line, `<${piece.tag}> 要有属性 ${name}`);
    }
    const classes = piece.attributes.find(([name]) => name === "class")?.[1].split(" ") ?? [];
    if (piece.tag === "col" && !classes.some(this.#context.hasWidth)) {
      throw this.#refuse(piece.line, "<col> 要有一个写明列宽的类名");
    }
  }

  #attribute(name: string, value: string, line: number): void {
    const before = Object.hasOwn(FILLED_ATTRIBUTES, name) ? FILLED_ATTRIBUTES[name] : undefined;
    if (before !== undefined && value === before + FILLED) return;
    if (value.includes(FILLED)) {
      const where = before === "#" ? `${name}="#{{名称}}"` : undefined;
      throw this.#refuse(line, where === undefined ? `属性 ${name} 的值要直接写在模板里` : `只能填成 ${where}`);
    }
    const reason = name === "class" ? undefined : refuseValue(name, value);
    if (reason !== undefined) throw this.#refuse(line, `属性 ${name}="${value}"：${reason}`);
    if (name !== "class") return;
    for (const className of value.split(" ")) {
      if (!this.#context.hasClass(className)) throw this.#refuse(line, `样式表中没有类名 ${className}`);
    }
  }

  #refuse(line: number, reason: string): TemplateError {
    return new TemplateError(this.#file, line, reason);
  }
}
