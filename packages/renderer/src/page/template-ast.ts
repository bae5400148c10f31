/** The part of Handlebars' syntax tree that the check reads; the library's own types leave most of it open. */

interface Located {
  readonly loc: { readonly start: { readonly line: number } };
}

export interface Program {
  readonly body: readonly Statement[];
}

export interface Block extends Located {
  readonly type: "BlockStatement";
  readonly program: Program;
  readonly inverse?: Program;
}

export type Statement =
  | (Located & { readonly type: "ContentStatement"; readonly original: string })
  | (Located & { readonly type: "MustacheStatement"; readonly escaped: boolean })
  | (Located & { readonly type: "PartialStatement"; readonly name: { readonly original?: unknown } })
  | (Located & { readonly type: "CommentStatement" | "PartialBlockStatement" | "Decorator" | "DecoratorBlock" })
  | Block;
