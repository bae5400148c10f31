/** The part of Handlebars' syntax tree that templates may use; the library's own types leave most of it open. */

interface Located {
  readonly loc: { readonly start: { readonly line: number } };
}

export interface Program {
  readonly body: readonly Statement[];
  readonly blockParams?: readonly string[];
}

/** `title`, `total.score`, `../columns.unit`, `@first`, `this`. */
export interface Path extends Located {
  readonly type: "PathExpression";
  readonly original: string;
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  readonly parts: readonly (string | object)[];
}

/** `(lines text)` */
export interface SubExpression extends Located, Call {
  readonly type: "SubExpression";
}

export interface Literal extends Located {
  readonly type: "StringLiteral" | "NumberLiteral" | "BooleanLiteral" | "UndefinedLiteral" | "NullLiteral";
  readonly original: unknown;
}

export type Expression = Path | SubExpression | Literal;

/** Something that is named, and what it is given. */
export interface Call {
  readonly path: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash | undefined;
}

export interface Hash {
  readonly pairs: readonly { readonly key: string; readonly value: Expression }[];
}

export interface Content extends Located {
  readonly type: "ContentStatement";
  /** As it is printed: white space around blocks that have a line for themselves is gone. */
  readonly value: string;
  /** As it was written. */
  readonly original: string;
}

/** `{{title}}` */
export interface Mustache extends Located, Call {
  readonly type: "MustacheStatement";
  readonly escaped: boolean;
}

/** `{{#each rows}}…{{else}}…{{/each}}`; of `{{^if rows}}…{{/if}}` only what is laid out otherwise. */
export interface Block extends Located, Call {
  readonly type: "BlockStatement";
  readonly program?: Program | undefined;
  readonly inverse?: Program | undefined;
}

/** `{{> pieces target}}` */
export interface Partial extends Located {
  readonly type: "PartialStatement";
  readonly name: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash | undefined;
  /** What stood before it in its line, when it had that for itself. */
  readonly indent: string;
}

export type Statement =
  | Content
  | Mustache
  | Block
  | Partial
  | (Located & { readonly type: "CommentStatement" | "PartialBlockStatement" | "Decorator" | "DecoratorBlock" });
