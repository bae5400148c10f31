import type { PageNode } from "../page/page-tree.ts";
import { CONTINUED } from "../page/split-table.ts";

const unshown = /<(script|style|template)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

const generated = /\bcontent\s*:([^;}]*)/gi;

/**
 * What the body of a page shows beside the texts of its job: captions of the template, and what is added to labels that
 * are printed again on a further page. Good enough to look for characters, which is all it is for; markup is not understood.
 */
export function visibleTexts(body: string): string[] {
  const texts = [...body.replace(unshown, "").matchAll(/>([^<]+)/g)].map(([, text]) => text ?? "");
  return /<th\b|\srowspan=/.test(body) ? [...texts, CONTINUED] : texts;
}

/** The same of a page in the vocabulary. */
export function textsOfBlocks(blocks: readonly PageNode[]): string[] {
  return blocks.flatMap((node) => {
    if (typeof node === "string") return [node];
    const inside = textsOfBlocks(node.children);
    return node.tag === "th" || node.rowspan > 1 ? [...inside, CONTINUED] : inside;
  });
}

/** What a style sheet puts before and after elements and into the margins of pages. */
export function generatedTexts(css: string): string[] {
  return [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(generated)].flatMap(([, value]) =>
    [...(value ?? "").matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? ""),
  );
}
