import { buildBlocks } from "../src/page/block-builder.ts";
import type { PageElement } from "../src/page/page-tree.ts";
import { MarkupPlace } from "../src/page/understand-markup.ts";

/** The blocks of a page that no view has a part in. */
export function blocksOf(markup: string): readonly PageElement[] {
  return buildBlocks((_view, out) => out.markup(markup), {}, new MarkupPlace()).blocks;
}
