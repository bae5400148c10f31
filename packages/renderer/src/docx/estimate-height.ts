/** About how high a cell will be. */
import type { PageNode } from "../page/page-tree.ts";
import type { StyledElement } from "./styled-element.ts";

/**
 * Points, on the high side: every character is taken to be as wide as a Chinese one. It decides only whether a row
 * may break inside: Word cannot keep a row together that is higher than the page, and readers differ in what they do then.
 */
export function estimateHeight(content: readonly PageNode[], look: StyledElement, width: number): number {
  const { paddingLeft, paddingRight, paddings, size, lineHeight } = look.measures;
  const perLine = Math.max(1, Math.floor((width - paddingLeft - paddingRight) / size));
  return paddings + countLines(content, perLine) * lineHeight;
}

function countLines(content: readonly PageNode[], perLine: number): number {
  let lines = 0;
  let loose = 0;
  for (const node of content) {
    if (typeof node === "string") loose += node.trim().length;
    else if (node.tag === "p") lines += Math.ceil((lengthOf(node.children) + 2) / perLine);
    else loose += lengthOf(node.children);
  }
  return lines + Math.ceil(loose / perLine);
}

function lengthOf(content: readonly PageNode[]): number {
  let length = 0;
  for (const node of content) length += typeof node === "string" ? node.length : lengthOf(node.children);
  return length;
}
