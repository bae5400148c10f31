/**
 * A template as a program of our own: what templates use of Handlebars is little, and laid out this way a form takes a
 * third of the time. Whatever is out of the ordinary, a name that the view does not have above all, is left to Handlebars,
 * which tells what and where; a test holds the two to the same text.
 */
import { lines } from "./template-functions/lines.ts";
import { pieces } from "./template-functions/pieces.ts";
import type { Block, Expression, Program, Statement } from "./template-ast.ts";

/** Where names are looked up. */
interface Scope {
  readonly context: unknown;
  /** The context around it, for `../`. */
  readonly above: Scope | undefined;
  /** `@root`, `@first`, `@last`, `@index`. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Takes what a template lays out. */
export interface Sink {
  /** Text of the template itself. */
  fixed(text: string): void;
  /** A value, as the view has it. */
  value(text: string): void;
}

type Step = (scope: Scope, sink: Sink) => void;
type Lookup = (scope: Scope) => unknown;

/** Lays out a view into a sink. Throws {@link Unusual} where Handlebars has to. */
export type TemplateProgram = (view: object, sink: Sink) => void;

/** Something that this does not know. */
export class Unusual extends Error {
  override readonly name = "Unusual";
}

/** Compiles a template whose partials `partial` gives. Throws {@link Unusual} for one that is written in another way. */
export function compileProgram(program: Program, partial: (name: string) => Program): TemplateProgram {
  const steps = stepsOf(program, partial);
  return (view, sink) => run(steps, { context: view, above: undefined, data: { root: view } }, sink);
}

function run(steps: readonly Step[], scope: Scope, sink: Sink): void {
  for (let at = 0; at < steps.length; at += 1) steps[at]?.(scope, sink);
}

function stepsOf(program: Program | undefined, partial: (name: string) => Program): readonly Step[] {
  return (program?.body ?? []).flatMap((statement) => stepsOfStatement(statement, partial));
}

function stepsOfStatement(statement: Statement, partial: (name: string) => Program): readonly Step[] {
  switch (statement.type) {
    case "CommentStatement":
      return [];
    case "ContentStatement":
      return stepsOfText(statement.value);
    case "MustacheStatement": {
      if (statement.params.length > 0 || statement.hash !== undefined) throw new Unusual();
      const value = lookupOf(statement.path);
      return [(scope, sink) => sink.value(textOf(value(scope)))];
    }
    case "PartialStatement":
      return [...stepsOfText(statement.indent), partialOf(statement, partial)];
    case "BlockStatement":
      return [blockOf(statement, partial)];
    default:
      throw new Unusual();
  }
}

function stepsOfText(text: string): readonly Step[] {
  return text === "" ? [] : [(_, sink) => sink.fixed(text)];
}

function partialOf(
  { name, params, hash }: Extract<Statement, { type: "PartialStatement" }>,
  partial: (name: string) => Program,
): Step {
  const [param, ...more] = params;
  if (typeof name.original !== "string" || more.length > 0 || hash !== undefined) throw new Unusual();
  const steps = stepsOf(partial(name.original), partial);
  if (param === undefined) return (scope, sink) => run(steps, scope, sink);
  const context = lookupOf(param);
  return (scope, sink) => run(steps, inside(scope, context(scope)), sink);
}

function blockOf(block: Block, partial: (name: string) => Program): Step {
  const { path, params, hash } = block;
  const [param, ...more] = params;
  if (param === undefined || more.length > 0 || hash !== undefined || block.program?.blockParams !== undefined)
    throw new Unusual();
  const value = lookupOf(param);
  const then = stepsOf(block.program, partial);
  const otherwise = stepsOf(block.inverse, partial);
  switch (path.original) {
    case "if":
      return (scope, sink) => run(isThere(value(scope)) ? then : otherwise, scope, sink);
    case "unless":
      return (scope, sink) => run(isThere(value(scope)) ? otherwise : then, scope, sink);
    case "with":
      return (scope, sink) => run(then, inside(scope, value(scope)), sink);
    case "each":
      return (scope, sink) => {
        const entries = value(scope);
        if (!Array.isArray(entries)) throw new Unusual();
        if (entries.length === 0) run(otherwise, scope, sink);
        const last = entries.length - 1;
        for (let index = 0; index <= last; index += 1) {
          const data = { root: scope.data["root"], index, first: index === 0, last: index === last };
          run(then, inside(scope, entries[index], data), sink);
        }
      };
    default:
      throw new Unusual();
  }
}

/** Handlebars counts `../` by contexts that differ. */
function inside(scope: Scope, context: unknown, data = scope.data): Scope {
  if (context === null || context === undefined) throw new Unusual();
  return { context, above: context === scope.context ? scope.above : scope, data };
}

function isThere(value: unknown): boolean {
  return value !== "" && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (value === null) return "";
  throw new Unusual();
}

const CUTTERS: Readonly<Record<string, (text: unknown, options: unknown) => unknown>> = { lines, pieces };
const FUNCTIONS: readonly string[] = ["each", "if", "unless", "with", ...Object.keys(CUTTERS)];

function lookupOf(expression: Expression): Lookup {
  if (expression.type === "SubExpression") {
    const [param, ...more] = expression.params;
    const cut = CUTTERS[expression.path.original];
    if (cut === undefined || param === undefined || more.length > 0) throw new Unusual();
    const text = lookupOf(param);
    return (scope) => cut(text(scope), undefined);
  }
  if (expression.type !== "PathExpression") throw new Unusual();
  const { data, depth, parts, original } = expression;
  if (FUNCTIONS.includes(original) || parts.includes("constructor") || (data && depth > 0)) throw new Unusual();
  if (data) return (scope) => memberOf(scope.data, parts);
  if (depth > 0) return (scope) => memberOf(outside(scope, depth).context, parts);
  const [only, ...others] = parts;
  // Most names are one word.
  if (only !== undefined && others.length === 0) return ({ context }) => ownMember(context, only);
  return ({ context }) => memberOf(context, parts);
}

function outside(scope: Scope, depth: number): Scope {
  let found: Scope | undefined = scope;
  for (let left = depth; left > 0; left -= 1) found = found?.above;
  if (found === undefined) throw new Unusual();
  return found;
}

function memberOf(context: unknown, parts: readonly string[]): unknown {
  let value = context;
  for (let at = 0; at < parts.length; at += 1) value = ownMember(value, parts[at] ?? "");
  return value;
}

function ownMember(context: unknown, name: string): unknown {
  if (typeof context !== "object" || context === null || !Object.hasOwn(context, name)) throw new Unusual();
  const value = (context as Readonly<Record<string, unknown>>)[name];
  if (value === undefined || typeof value === "function") throw new Unusual();
  return value;
}
