/**
 * A plugin for Stryker: leaves the `examples` of rules alone. They are test cases that stand in the rule's file, and
 * a changed test case is no changed behaviour. Everything else of a rule is mutated, its words included: those are
 * published, so a test has to miss them.
 */

/** What is used of Babel's `NodePath`. */
export interface SyntaxPath {
  readonly node: SyntaxNode;
  readonly parentPath: SyntaxPath | null;
}

interface SyntaxNode {
  readonly type: string;
  readonly key?: { readonly name?: string };
  readonly callee?: { readonly name?: string };
}

const DEFINING = ["defineRule", "defineBatchRule"];

/** The reason to leave a part of the program alone, or `undefined`. */
export function shouldIgnore({ node, parentPath }: SyntaxPath): string | undefined {
  if (node.type !== "ObjectProperty" || node.key?.name !== "examples") return undefined;
  const call = parentPath?.parentPath?.node;
  return call?.type === "CallExpression" && DEFINING.includes(call.callee?.name ?? "")
    ? "examples of a rule are test cases"
    : undefined;
}

export const strykerPlugins = [{ kind: "Ignore", name: "rule-examples", value: { shouldIgnore } }] as const;
