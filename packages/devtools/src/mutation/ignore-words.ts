/**
 * A plugin for Stryker: leaves alone what is fixed text in the definition of a rule. `examples` are test cases that
 * stand in the rule's file, and a changed test case is no changed behaviour. `title`, `why` and `fix` are prose for
 * clerks; that they are there, and in Chinese, the conformance test asks of every rule. All else of a rule is mutated,
 * the sentence of its findings included.
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

const FIXED: ReadonlyMap<string, string> = new Map([
  ["examples", "examples of a rule are test cases"],
  ["title", "prose for people"],
  ["why", "prose for people"],
  ["fix", "prose for people"],
]);

/** The reason to leave a part of the program alone, or `undefined`. */
export function shouldIgnore({ node, parentPath }: SyntaxPath): string | undefined {
  if (node.type !== "ObjectProperty") return undefined;
  const call = parentPath?.parentPath?.node;
  if (call?.type !== "CallExpression" || !DEFINING.includes(call.callee?.name ?? "")) return undefined;
  return FIXED.get(node.key?.name ?? "");
}

export const strykerPlugins = [{ kind: "Ignore", name: "words-of-rules", value: { shouldIgnore } }] as const;
