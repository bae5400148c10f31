/**
 * A template → a function that lays out a view. Handlebars reads the language; what is read is laid out by functions made of
 * its syntax tree once, in a third of the time that its own programs take (decision 20). What a template may not say is
 * refused before anything is printed.
 */
import { MarkupText, type Output } from "./output.ts";
import { type Entry, type Reading, type Scope, inside, readingOf, scopeOf } from "./scope.ts";
import type { Block, Call, Expression, Mustache, Partial, Program, Statement } from "./syntax-tree.ts";
import { TemplateError } from "./template-error.ts";
import { BLOCKS, type BlockName, FUNCTIONS, type FunctionName, isNothing } from "./template-functions.ts";
import { parseTemplate } from "./parse-template.ts";
import { NO_PARTIAL_NAME, partialName } from "./partial-name.ts";

/** A template file. */
export interface TemplateText {
  readonly file: string;
  readonly text: string;
}

/** The text of a partial; `caller` is the place that asks for it. Throws {@link TemplateError} for one that is not there. */
export type PartialText = (name: string, caller: string) => TemplateText;

/** Lays out a view. Throws {@link TemplateError} with file and line for a name that the view does not have. */
export type LayOut = (view: object, out: Output) => void;

type Layout = (scope: Scope, out: Output) => void;

/**
 * Compiles a template with all partials that it uses.
 * @throws TemplateError with file and line for what is no template, or says what templates may not say
 */
export function compileTemplate(template: TemplateText, partial: PartialText): LayOut {
  const layout = new Compiler(template.file, partial, new Map(), []).text(template.text);
  return (view, out) => layout(scopeOf(view), out);
}

/** A view laid out as markup. */
export function markupOf(layOut: LayOut, view: object): string {
  const out = new MarkupText();
  layOut(view, out);
  return out.written;
}

/** One file; a partial has a compiler of its own. */
class Compiler {
  readonly #file: string;
  readonly #partial: PartialText;
  /** Partials by name, each compiled once however often it is used. */
  readonly #known: Map<string, Layout>;
  /** Partials that this one stands in. */
  readonly #around: readonly string[];
  /** What the blocks around have named, where the compiler is. */
  #named: readonly string[] = [];

  constructor(file: string, partial: PartialText, known: Map<string, Layout>, around: readonly string[]) {
    this.#file = file;
    this.#partial = partial;
    this.#known = known;
    this.#around = around;
  }

  text(text: string): Layout {
    return this.#program(parseTemplate(this.#file, text));
  }

  #program({ body }: Program): Layout {
    let before = "";
    const parts: { readonly layout: Layout; after: string }[] = [];
    const write = (text: string): void => {
      const last = parts.at(-1);
      if (last === undefined) before += text;
      else last.after += text;
    };
    for (const statement of body) {
      if (statement.type === "ContentStatement") write(statement.value);
      else if (statement.type !== "CommentStatement") {
        if (statement.type === "PartialStatement") write(statement.indent);
        parts.push({ layout: this.#statement(statement), after: "" });
      }
    }
    return joined(before, parts);
  }

  #statement(statement: Exclude<Statement, { readonly type: "ContentStatement" | "CommentStatement" }>): Layout {
    switch (statement.type) {
      case "MustacheStatement":
        return this.#value(statement);
      case "BlockStatement":
        return this.#block(statement);
      case "PartialStatement":
        return this.#partialLayout(statement);
      default:
        throw this.#refuse(statement.loc.start.line, "不支持这种写法");
    }
  }

  #value({ path, params, hash, escaped, loc }: Mustache): Layout {
    const { line } = loc.start;
    if (!escaped) throw this.#refuse(line, "不能用三重花括号：所有文字都要转义");
    if (params.length > 0 || hash !== undefined) throw this.#refuse(line, `不支持 {{${nameOf(path)} …}} 这种写法`);
    const reading = this.#reading(path);
    const unprintable = () => this.#refuse(line, `「${nameOf(path)}」不是文字`);
    return (scope, out) => {
      const value = reading(scope);
      if (typeof value === "string") out.text(value);
      else if (typeof value === "number" || typeof value === "boolean") out.text(String(value));
      else if (value === null) out.text("");
      else throw unprintable();
    };
  }

  #block(block: Block): Layout {
    const { line } = block.loc.start;
    const called = nameOf(block.path);
    const name = BLOCKS.find((each) => each === called);
    if (name === undefined) throw this.#refuse(line, `没有 {{#${called}}}，可用的有 ${BLOCKS.join("、")}`);
    const reading = this.#given(block, `{{#${name}}}`, line);
    const [param = "", ...more] = block.program?.blockParams ?? [];
    if (more.length > 0 || (param !== "" && (name === "if" || name === "unless")))
      throw this.#refuse(line, "as |…| 只能给 {{#each}} 和 {{#with}} 里的一项起一个名称");
    const around = this.#named;
    if (param !== "") this.#named = [...around, param];
    const main = this.#branch(block.program);
    this.#named = around;
    const other = this.#branch(block.inverse);
    const noList = () => this.#refuse(line, "{{#each}} 所用的不是清单");
    return blockLayout(name, { reading, main, other, param, noList });
  }

  #branch(program: Program | undefined): Layout {
    return program ? this.#program(program) : NOTHING;
  }

  #partialLayout({ name, params, hash, loc }: Partial): Layout {
    const { line } = loc.start;
    const called = partialName(name);
    if (called === undefined) throw this.#refuse(line, NO_PARTIAL_NAME);
    const layout = this.#partialBy(called, line);
    const [given] = params;
    if (params.length > 1) throw this.#refuse(line, `{{> ${called}}} 后面只能写一个名称`);
    const reading = given === undefined ? ({ here }: Scope) => here : this.#reading(given);
    const added = (hash?.pairs ?? []).map(({ key, value }) => [key, this.#reading(value)] as const);
    // What stands around a partial is not its own: it has no way out of what it was given.
    const scopeFor = ({ root, entry }: Scope, here: unknown): Scope => ({
      here,
      outer: undefined,
      root,
      entry,
      named: undefined,
    });
    if (added.length === 0) return (scope, out) => layout(scopeFor(scope, reading(scope)), out);
    return (scope, out) => {
      const names = added.map(([key, read]) => [key, read(scope)]);
      layout(scopeFor(scope, { ...(reading(scope) as object), ...Object.fromEntries(names) }), out);
    };
  }

  #partialBy(name: string, line: number): Layout {
    if (this.#around.includes(name)) throw this.#refuse(line, `片段 ${name} 引用了自己`);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const { file, text } = this.#partial(name, `${this.#file} 第 ${line} 行`);
    const layout = new Compiler(file, this.#partial, this.#known, [...this.#around, name]).text(text);
    this.#known.set(name, layout);
    return layout;
  }

  /** The one thing that a block or a function is given. */
  #given({ params, hash }: Call, called: string, line: number): Reading {
    const [given] = params;
    if (given === undefined || params.length > 1 || hash !== undefined)
      throw this.#refuse(line, `${called} 后面要有一个名称，只能有一个`);
    return this.#reading(given);
  }

  #reading(expression: Expression): Reading {
    const { line } = expression.loc.start;
    switch (expression.type) {
      case "PathExpression":
        return readingOf(expression, this.#named, this.#file);
      case "SubExpression": {
        const called = nameOf(expression.path);
        if (!isFunction(called))
          throw this.#refuse(line, `没有 (${called})，可用的有 ${Object.keys(FUNCTIONS).join("、")}`);
        const reading = this.#given(expression, `(${called})`, line);
        const cut = FUNCTIONS[called];
        return (scope) => {
          const text = reading(scope);
          if (typeof text !== "string") throw this.#refuse(line, `(${called}) 所用的不是文字`);
          return cut(text);
        };
      }
      default:
        throw this.#refuse(line, `不支持 ${String(expression.original)}：只能写名称`);
    }
  }

  #refuse(line: number, reason: string): TemplateError {
    return new TemplateError(this.#file, line, reason);
  }
}

const NOTHING: Layout = () => undefined;

function joined(before: string, parts: readonly { readonly layout: Layout; readonly after: string }[]): Layout {
  const [only] = parts;
  if (only === undefined) return before === "" ? NOTHING : (_, out) => out.markup(before);
  return (scope, out) => {
    if (before !== "") out.markup(before);
    for (const { layout, after } of parts) {
      layout(scope, out);
      if (after !== "") out.markup(after);
    }
  };
}

/** A block, compiled in its parts. */
interface BlockParts {
  readonly reading: Reading;
  readonly main: Layout;
  readonly other: Layout;
  /** `as |param|`; `""` for none. */
  readonly param: string;
  readonly noList: () => TemplateError;
}

function blockLayout(name: BlockName, { reading, main, other, param, noList }: BlockParts): Layout {
  switch (name) {
    case "if":
      return (scope, out) => (isNothing(reading(scope)) ? other(scope, out) : main(scope, out));
    case "unless":
      return (scope, out) => (isNothing(reading(scope)) ? main(scope, out) : other(scope, out));
    case "with":
      return (scope, out) => {
        const part = reading(scope);
        if (isNothing(part)) other(scope, out);
        else main(inside(scope, part, param), out);
      };
    case "each":
      return (scope, out) => {
        const list = reading(scope);
        if (!Array.isArray(list)) throw noList();
        if (list.length === 0) return other(scope, out);
        const last = list.length - 1;
        for (let index = 0; index <= last; index += 1) {
          const entry: Entry = { index, first: index === 0, last: index === last };
          main(inside(scope, list[index], param, entry), out);
        }
      };
  }
}

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

function nameOf(expression: Expression): string {
  return expression.type === "PathExpression" ? expression.original : "";
}
