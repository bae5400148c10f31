/** A Word document or web page → the forms in it. */
import type { Aside, Block } from "../media/document.ts";
import type { OnPage } from "../on-page.ts";
import type { ReadResult } from "../read-result.ts";
import { type SourceWords, readParts } from "../rows/read-parts.ts";
import type { Beside } from "../rows/source-row.ts";
import { type RowPart, hasTitle, splitRows } from "../rows/split-rows.ts";
import { textOfRow } from "../tables/row.ts";
import { withoutDuplicates } from "../without-duplicates.ts";
import { alignRows } from "./align-rows.ts";
import { layBlocks } from "./lay-blocks.ts";
import { textOfAside } from "./lay-table.ts";

/** What a document holds, from top to bottom and around its pages. */
export interface DocumentContent {
  readonly blocks: readonly Block[];
  readonly margins: readonly Aside[];
}

/** How much of a text without a form is told. */
const MAX_ASIDE = 200;
/** So few lines above a form belong to it, as in any medium. */
const MAX_PREAMBLE = 5;

/** Forms and problems in the order of the document. Throws a refusal for a document beyond all use. */
export function readDocumentForms(
  { blocks, margins }: DocumentContent,
  file: string,
  words: SourceWords,
  onPage?: OnPage,
): Omit<ReadResult, "medium"> {
  const sections = splitRows(alignRows(layBlocks(blocks, file)));
  const hasForm = sections.some(({ isForm }) => isForm);
  const asides: Beside[] = margins.map((margin) => ({ text: textOfAside(margin), origin: { file } }));
  const parts: RowPart[] = [];
  for (const [at, section] of sections.entries()) {
    const isPreamble = section.rows.length <= MAX_PREAMBLE && sections[at + 1]?.isForm === true;
    if (section.isForm || !hasForm || isPreamble || (hasTitle(section.rows) && hasTable(section))) parts.push(section);
    else asides.push(asideOf(section));
  }
  return withoutDuplicates(readParts({ parts, asides, problems: [] }, file, words, onPage), file);
}

function hasTable({ rows }: RowPart): boolean {
  return rows.some(({ cells }) => cells[0]?.origin.table !== undefined);
}

/** Text around the forms, such as a report or the navigation of a site. */
function asideOf({ rows }: RowPart): Beside {
  const words = rows.slice(0, MAX_ASIDE).map(textOfRow).join(" ");
  const text = `（表外的文字，共 ${rows.length} 行）${Array.from(words).slice(0, MAX_ASIDE).join("")}`;
  return { text, origin: rows[0]?.cells[0]?.origin ?? { file: "" } };
}
