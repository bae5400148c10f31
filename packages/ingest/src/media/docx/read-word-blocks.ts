/** A Word document → its blocks, and what stands in its margins. */
import type { Aside, Block } from "../document.ts";
import { brokenPackage } from "../opc/broken-package.ts";
import type { OfficePackage } from "../opc/office-package.ts";
import { WordBlocks, type WordLook, newWordBudget } from "./word-blocks.ts";
import { WordNumbers } from "./word-numbers.ts";
import { WordStyles } from "./word-styles.ts";

/** The visible content of a document. */
export interface WordContent {
  readonly blocks: readonly Block[];
  /** Headers, footers and notes, each text once. */
  readonly margins: readonly Aside[];
  /** How many pictures stand in the text; what they show is not read. */
  readonly pictures: number;
}

const MARGINS: Readonly<Record<string, string>> = {
  header: "页眉",
  footer: "页脚",
  footnotes: "脚注",
  endnotes: "尾注",
};
const MOST_MARGINS = 200;
/** Nothing but the number of a page, which is often left to the program that shows it. */
const PAGE_NUMBER = /^(?:[\s\d第页共,，/／\-—–－·~]|of|page)*$/iu;

/** Throws a refusal for a file that is unsound, or beyond all use. `main` is its main part. */
export function readWordBlocks(file: OfficePackage, main: string): WordContent {
  const related = file.relationshipsOf(main).filter(({ part }) => file.has(part));
  const look: WordLook = { styles: new WordStyles(), numbers: new WordNumbers() };
  for (const { type, part } of related) {
    if (type === "styles") look.styles.read(file, part);
    if (type === "numbering") look.numbers.read(file, part);
  }
  const budget = newWordBudget();
  const body = new WordBlocks(look, budget);
  file.readPart(main, body);
  if (body.root !== "document") throw brokenPackage(`部件「${main}」不是 Word 文档的正文。`);
  const margins = new Map<string, Aside>();
  for (const { type, part } of related.slice(0, MOST_MARGINS)) {
    const what = MARGINS[type];
    if (what === undefined) continue;
    const margin = new WordBlocks(look, budget);
    file.readPart(part, margin);
    for (const text of textsOf(margin.blocks))
      if (!PAGE_NUMBER.test(text)) margins.set(`${what}${text}`, { kind: "aside", what, text });
  }
  return { blocks: body.blocks, margins: [...margins.values()], pictures: body.pictures };
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "box") return textsOf(block.content);
    if (block.kind === "table")
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => textsOf(content)));
    return [block.text.trim()];
  });
}
