import type { Expression } from "./syntax-tree.ts";

/** The name of a partial, which is that of a file: written out, and leading to no other folder. `undefined` for any other. */
export function partialName(name: Expression): string | undefined {
  return name.type === "PathExpression" && /^[\p{L}\p{N}_-]+$/u.test(name.original) ? name.original : undefined;
}

/** Why another name is refused. */
export const NO_PARTIAL_NAME = "片段的名称要直接写出，只用文字、数字、连字符、下划线";
