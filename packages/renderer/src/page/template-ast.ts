/** The part of Handlebars' syntax tree that we read; the library's own types leave most of it open. */

interface Located {
  readonly loc: { readonly start: { readonly line: number } };
}

export interface Program {
  readonly body: readonly Statement[];
  readonly blockParams?: unknown;
}

/** A name, such as `../columns.rate` or `@first`. */
export interface PathExpression {
  readonly type: "PathExpression";
  /** Begins with `@`. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

/** What a template fills in, or calls a function with: a name, the value of a function, or a literal. */
export type Expression =
  | PathExpression
  | { readonly type: "SubExpression"; readonly path: PathExpression; readonly params: readonly Expression[] }
  | { readonly type: "StringLiteral" | "NumberLiteral" | "BooleanLiteral" | "UndefinedLiteral" | "NullLiteral" };

interface Called {
  readonly params: readonly Expression[];
  readonly hash?: unknown;
}

export interface Block extends Located, Called {
  readonly type: "BlockStatement";
  readonly path: PathExpression;
  readonly program: Program;
  readonly inverse?: Program;
}

interface Partial {
  readonly type: "PartialStatement";
  readonly name: { readonly original?: unknown };
  /** What stands before it on its line. */
  readonly indent: string;
}

export type Statement =
  | (Located & { readonly type: "ContentStatement"; readonly original: string; readonly value: string })
  | (Located & Called & { readonly type: "MustacheStatement"; readonly path: Expression; readonly escaped: boolean })
  | (Located & Called & Partial)
  | (Located & { readonly type: "CommentStatement" | "PartialBlockStatement" | "Decorator" | "DecoratorBlock" })
  | Block;
