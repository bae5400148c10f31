import { buildBlocks } from "../src/page/block-builder.ts";
import type { PageElement } from "../src/page/page-tree.ts";
import { MarkupPlace } from "../src/page/understand-markup.ts";
import type { LayOut } from "../src/template/compile-template.ts";

/** The blocks of a page that no view has a part in. */
export function blocksOf(markup: string): readonly PageElement[] {
  const layOut: LayOut = (_view, out) => out.markup(markup);
  return buildBlocks({ file: "page.hbs", layOut, markup: new MarkupPlace() }, {}).blocks;
}
