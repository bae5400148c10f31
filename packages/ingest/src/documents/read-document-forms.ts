/** A Word document or web page → the forms in it. */
import type { Aside, Block } from "../media/document.ts";
import type { OnPage } from "../on-page.ts";
import type { ReadResult } from "../read-result.ts";
import { type SourceWords, readParts } from "../rows/read-parts.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";
import { type RowPart, hasTitle, splitRows } from "../rows/split-rows.ts";
import { textOfRow } from "../tables/row.ts";
import { withoutDuplicates } from "../without-duplicates.ts";
import { alignRows } from "./align-rows.ts";
import { joinPages } from "./join-pages.ts";
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
/** Notes and signatures below a form. */
const MAX_TAIL = 8;

/** Forms and problems in the order of the document. Throws a refusal for a document beyond all use. */
export function readDocumentForms(
  { blocks, margins }: DocumentContent,
  file: string,
  words: SourceWords,
  onPage?: OnPage,
): Omit<ReadResult, "medium"> {
  const sections = splitRows(joinPages(alignRows(layBlocks(blocks, file))));
  const hasForm = sections.some(({ isForm }) => isForm);
  const asides: Beside[] = margins.map((margin) => ({ text: textOfAside(margin), origin: { file } }));
  const parts: RowPart[] = [];
  for (const [at, section] of sections.entries()) {
    const isPreamble = section.rows.length <= MAX_PREAMBLE && sections[at + 1]?.isForm === true;
    if (section.isForm) parts.push(withoutTail(section));
    else if (!hasForm || isPreamble || (hasTitle(section.rows) && hasTable(section))) parts.push(section);
    else asides.push(asideOf(section.rows));
  }
  return withoutDuplicates(readParts({ parts, asides, problems: [] }, file, words, onPage), file);
}

/** The last lines below a form belong to it; what else follows is another text, such as the foot of a site. */
function withoutTail(form: RowPart): RowPart {
  const end = form.rows.findLastIndex(isOfTable) + 1 + MAX_TAIL;
  if (end === MAX_TAIL || form.rows.length <= end) return form;
  return { ...form, rows: form.rows.slice(0, end), beside: [...form.beside, asideOf(form.rows.slice(end))] };
}

function hasTable({ rows }: RowPart): boolean {
  return rows.some(isOfTable);
}

function isOfTable({ cells }: SourceRow): boolean {
  return cells[0]?.origin.table !== undefined;
}

/** Text around the forms, such as a report or the navigation of a site. */
function asideOf(rows: readonly SourceRow[]): Beside {
  const words = rows.slice(0, MAX_ASIDE).map(textOfRow).join(" ");
  const text = `（表外的文字，共 ${rows.length} 行）${Array.from(words).slice(0, MAX_ASIDE).join("")}`;
  return { text, origin: rows[0]?.cells[0]?.origin ?? { file: "" } };
}
