/** Pages → the tree in which readers find them. */
import { references } from "../raw-pdf.ts";

export interface HeldPage {
  readonly number: number;
  /** Its text, with `/Parent 0 0 R` for the node that it will hang from. */
  readonly dict: string;
}

/** Pages of one node. */
const PER_NODE = 50;

/** What stands for a node that is not known yet. */
export const NO_NODE = 0;

/** How many nodes stand between the root and so many pages. */
export function nodesFor(pages: number): number {
  return Math.ceil(pages / PER_NODE);
}

/** The pages and the nodes above them as numbered texts; the nodes take numbers from `first` on, the root the first of them. */
export function pageTree(pages: readonly HeldPage[], first: number): [number: number, dict: string][] {
  const written: [number, string][] = [];
  const nodes: number[] = [];
  for (let from = 0; from < pages.length; from += PER_NODE) {
    const inside = pages.slice(from, from + PER_NODE);
    const node = first + 1 + nodes.length;
    nodes.push(node);
    for (const { number, dict } of inside) {
      written.push([number, dict.replace(`/Parent ${NO_NODE} 0 R`, `/Parent ${node} 0 R`)]);
    }
    written.push([
      node,
      nodeText(
        inside.map(({ number }) => number),
        inside.length,
        `\n/Parent ${first} 0 R`,
      ),
    ]);
  }
  return [...written, [first, nodeText(nodes, pages.length, "")]];
}

function nodeText(kids: readonly number[], count: number, parent: string): string {
  return `<</Type /Pages\n/Count ${count}\n/Kids [${references(kids)}]${parent}>>`;
}
