/** The parts of a source → its forms, and by place what is none. */
import { type SelfEvaluationForm, WireFormError } from "@zipingbiao/core";
import type { OnPage } from "../on-page.ts";
import { notAForm } from "../read-json.ts";
import type { ReadProblem, ReadResult } from "../read-result.ts";
import { type Place, Refusal, shorten, unrecognised } from "../refusal.ts";
import { namedRefusal } from "../tables/name-layout.ts";
import { readForm } from "../tables/read-form.ts";
import { placeOf, tabbedRow, textOfRow } from "../tables/row.ts";
import { doubtSums } from "./doubt-sums.ts";
import type { Beside } from "./source-row.ts";
import { type RowPart, textsOf } from "./split-rows.ts";

const MAX_FORMS = 5000;
const MAX_FORM_ROWS = 5000;
/** A few rows above the first title (附件2, a date) belong to its form; more are a table of their own. */
const MAX_PREAMBLE = 5;

/** What a source falls into. */
export interface SourceParts {
  readonly parts: readonly RowPart[];
  /** Texts beside all forms, such as one for each sheet that holds no form; they go to the first form. */
  readonly asides: readonly Beside[];
  readonly problems: readonly ReadProblem[];
}

/** Which words the refusals use: 工作簿, 文档. */
export interface SourceWords {
  readonly whole: string;
  /** Why there is nothing to read: 各张工作表里都没有文字。 */
  readonly nothing: string;
}

/** Forms and problems in the order of the source. Throws no refusal: each becomes a problem and the next part is read. */
export function readParts(
  { parts, asides, problems: known }: SourceParts,
  file: string,
  words: SourceWords,
  onPage?: OnPage,
): Omit<ReadResult, "medium"> {
  const forms: SelfEvaluationForm[] = [];
  const problems: ReadProblem[] = [...known];
  let strays: readonly Beside[] = [];
  for (const [at, part] of parts.entries()) {
    onPage?.(at + 1, parts.length, "form");
    if (forms.length === MAX_FORMS) {
      problems.push(tooLarge(words, placeOf(part.rows[0]), `只读了前 ${MAX_FORMS} 份。`).toProblem(file));
      break;
    }
    if (!part.isForm && part.rows.length <= MAX_PREAMBLE && isFollowed(parts, at)) {
      strays = [...strays, ...part.rows.flatMap(textsOf), ...part.beside];
      continue;
    }
    const read = readPart(part, forms.length === 0 ? [...asides, ...strays] : strays, file, words);
    if ("code" in read) problems.push(read);
    else forms.push(read);
    strays = [];
  }
  if (forms.length === 0 && problems.length === 0) problems.push(nothingIn(asides, words).toProblem(file));
  return { forms, problems };
}

function isFollowed(parts: readonly RowPart[], at: number): boolean {
  const next = parts[at + 1];
  // What stands above the first part (附件3) belongs to it also where that turns out to be no form.
  return (
    next !== undefined &&
    (next.isForm || at === 0) &&
    next.rows[0]?.cells[0]?.origin.sheet === parts[at]?.rows[0]?.cells[0]?.origin.sheet
  );
}

function readPart(
  { rows, isForm, isTemplate, isInferred, beside }: RowPart,
  strays: readonly Beside[],
  file: string,
  words: SourceWords,
): SelfEvaluationForm | ReadProblem {
  const place = placeOf(rows[0]);
  try {
    if (rows.length > MAX_FORM_ROWS)
      throw tooLarge(words, place, `一份表有 ${rows.length} 行，上限 ${MAX_FORM_ROWS} 行。`);
    if (!isForm)
      throw unrecognised(place, rows.slice(0, 3).map(textOfRow).map(shorten).join(" / "), "「项目名称」一行");
    const form = readForm(rows, [...strays, ...beside], isTemplate);
    return isInferred === true ? doubtSums(form) : form;
  } catch (cause) {
    if (cause instanceof Refusal) return namedRefusal(cause, rows.map(tabbedRow)).toProblem(file);
    if (cause instanceof WireFormError) return notAForm(cause, file, "读出的内容", place);
    throw cause;
  }
}

function nothingIn([first]: readonly Beside[], { whole, nothing }: SourceWords): Refusal {
  return first === undefined
    ? new Refusal("empty", undefined, `${whole}是空的。`, nothing, "请核对文件是否保存完整。")
    : unrecognised(first.origin, first.text.replace(/^（[^）]*）/u, ""), "「项目名称」一行");
}

function tooLarge({ whole }: SourceWords, place: Place | undefined, why: string): Refusal {
  return new Refusal("too-large", place, `${whole}过大。`, why, "请拆成几份再读。");
}
