/** The sheet of a form held against the data that it carries, cell by cell, each at its place. */
import { type SelfEvaluationForm, findEdition, labelIn, publishedForm } from "@zipingbiao/core";
import { Refusal, UnusableTwin, type ShownWorkbook, readShownCells } from "@zipingbiao/ingest";
import { bare, formSheetTexts, viewForm } from "@zipingbiao/renderer";
import { type CheckedDocument, type DocumentProblem, checkTwins } from "./check-document.ts";
import type { UnopenedDocument } from "./open-document.ts";

/** More than these are only counted. */
const MOST_DIFFERENCES = 20;

/** `undefined` for what is no workbook with data of ours, or an unsound one; unopened when the data is not as ours is. Never throws for what a file contains. */
export function checkSheet(bytes: Uint8Array): CheckedDocument | UnopenedDocument | undefined {
  const shown = openSheet(bytes);
  if (shown === undefined || "kind" in shown) return shown;
  return checkTwins(shown.twins, ({ shows }, [form]) => {
    const expected = shows === "form" && form !== undefined ? expectedCells(form) : undefined;
    if (expected === undefined) return undefined;
    const others = shown.others.map(
      (name): DocumentProblem => ({
        code: "twin/content",
        place: name,
        what: "数据里没有这样的内容，可能遮住或改动文字",
      }),
    );
    return { problems: [...differences(shown, expected), ...others] };
  });
}

function openSheet(bytes: Uint8Array): ShownWorkbook | UnopenedDocument | undefined {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  try {
    return isPackage ? readShownCells(bytes) : undefined;
  } catch (cause) {
    if (cause instanceof UnusableTwin) return { kind: "unopened", format: "xlsx", why: cause.why, isOurs: true };
    if (cause instanceof Refusal) return undefined;
    throw cause;
  }
}

interface ExpectedCell {
  readonly label: string;
  readonly text: string;
}

function expectedCells(form: SelfEvaluationForm): ReadonlyMap<string, ExpectedCell> | undefined {
  const edition = findEdition(form.edition);
  if (edition === undefined) return undefined;
  const published = publishedForm(form);
  return new Map(
    formSheetTexts(viewForm(published, edition)).map(({ cell, text, at }) => [
      cell,
      { text, label: at === undefined ? `栏目「${text.slice(0, 20)}」` : labelIn(published, at) },
    ]),
  );
}

function differences({ cells }: ShownWorkbook, expected: ReadonlyMap<string, ExpectedCell>): DocumentProblem[] {
  const [first] = cells;
  const seen = new Map(cells.filter(({ sheet }) => sheet === first?.sheet).map(({ cell, text }) => [cell, text]));
  const problem = (place: string, shown: string, data: string): DocumentProblem[] =>
    bare(shown) === bare(data) ? [] : [{ code: "twin/text", place, what: "文字与数据不同", shown, data }];
  return [
    ...[...expected].flatMap(([cell, { label, text }]) => problem(label, seen.get(cell) ?? "", text)),
    ...cells.flatMap(({ sheet, cell, text }) =>
      sheet === first?.sheet && expected.has(cell) ? [] : problem(`${sheet}!${cell}`, text, ""),
    ),
  ].slice(0, MOST_DIFFERENCES);
}
