/** The stage read: bytes → forms. */
import { type SelfEvaluationForm, WireFormError } from "@zipingbiao/core";
import { readPageForms } from "./documents/read-page-forms.ts";
import { partPageNoise } from "./lines/page-noise.ts";
import { type Section, splitForms } from "./lines/split-forms.ts";
import type { PlacedCell, TextLine } from "./media/placed-text.ts";
import { linesOf } from "./media/plain-text.ts";
import { sniff } from "./media/sniff.ts";
import { gridOfTabbed, isTabbed } from "./media/tsv.ts";
import { notAForm, readJson } from "./read-json.ts";
import { readPackage } from "./read-package.ts";
import type { OnPage } from "./on-page.ts";
import type { Medium, ReadProblem, ReadResult, Source } from "./read-result.ts";
import { Refusal, shorten, unrecognised } from "./refusal.ts";
import { namedRefusal } from "./tables/name-layout.ts";
import { readPdfForms } from "./pages/read-pdf-forms.ts";
import { readForm } from "./tables/read-form.ts";
import { rebuildGrid } from "./torn/rebuild-grid.ts";
import type { Effort } from "./torn/split-row.ts";
import { withoutDuplicates } from "./without-duplicates.ts";

/** The most forms, and the longest line and form, of one text. Far beyond any volume of a year. */
const MAX_FORMS = 5000;
const MAX_LINE = 200_000;
const MAX_FORM_LINES = 20_000;
/** How many cells may be weighed for one form, and for one source; about ten microseconds each. */
const FORM_EFFORT = 150_000;
const SOURCE_EFFORT = 12_000_000;
/** A few lines above the first title (附件2, a date) belong to its form; more are a document of their own. */
const MAX_PREAMBLE = 5;

/**
 * All forms of one source, in its order. What is not a form of a known edition is reported by place and never stops
 * the others; nothing that is printed is repaired. Depends on name and bytes alone; never throws for what a source contains.
 */
export async function readForms(source: Source, onPage?: OnPage): Promise<ReadResult> {
  const sniffed = sniff(source);
  if (sniffed.kind === "refused") return { forms: [], problems: [sniffed.problem], medium: "text" };
  if (sniffed.kind === "pdf") return await readPdfForms(source, onPage ?? (() => undefined));
  if (sniffed.kind === "package") return Promise.resolve(readPackage(source, onPage));
  if (sniffed.kind === "html") return readPageForms(source.name, sniffed.text, onPage);
  return sniffed.kind === "json"
    ? readData(sniffed.text, source.name)
    : readText(linesOf(sniffed.text), source.name, onPage);
}

/** The forms of a JSON source, such as `form.json` or the data of a document; whatever else it is, is a problem. */
export function readFormData(source: Source): ReadResult {
  const sniffed = sniff(source);
  if (sniffed.kind === "refused") return { forms: [], problems: [sniffed.problem], medium: "json" };
  if (sniffed.kind === "json") return readData(sniffed.text, source.name);
  const problem: ReadProblem = {
    code: "not-json",
    file: source.name,
    what: "不是 JSON。",
    why: "此处只能是自评表的数据（zipingbiao/form@1）。",
    next: "请重新导出后再读。",
  };
  return { forms: [], problems: [problem], medium: "json" };
}

function readData(text: string, file: string): ReadResult {
  return { ...withoutDuplicates(readJson(text, file), file), medium: "json" };
}

function readText(lines: readonly TextLine[], file: string, onPage?: OnPage): ReadResult {
  const sections = splitForms(lines);
  const forms: SelfEvaluationForm[] = [];
  const problems: ReadProblem[] = [];
  let medium: Medium = "text";
  let strays: TextLine[] = [];
  let left = SOURCE_EFFORT;
  for (const [at, section] of sections.slice(0, MAX_FORMS).entries()) {
    onPage?.(at + 1, sections.length, "form");
    if (at === 0 && !section.isForm && sections.length > 1 && section.lines.length <= MAX_PREAMBLE) {
      strays = [...section.lines];
      continue;
    }
    if (isTabbed(section.lines)) medium = "tsv";
    const effort = { left: Math.min(FORM_EFFORT, left) };
    left -= effort.left;
    const read = readSection(section, strays, file, effort);
    left += Math.max(effort.left, 0);
    if ("code" in read) problems.push(read);
    else forms.push(read);
    strays = [];
  }
  if (sections.length > MAX_FORMS) problems.push(tooMany(sections[MAX_FORMS], sections.length).toProblem(file));
  return { ...withoutDuplicates({ forms, problems }, file), medium };
}

function readSection(
  section: Section,
  strays: readonly TextLine[],
  file: string,
  effort: Effort,
): SelfEvaluationForm | ReadProblem {
  const line = section.lines[0]?.line;
  try {
    refuseTooLarge(section);
    if (!section.isForm)
      throw unrecognised(
        line,
        section.lines
          .slice(0, 3)
          .map(({ text }) => shorten(text))
          .join(" / "),
        "「项目名称」一行",
      );
    const { kept, noise } = partPageNoise(section.lines);
    const beside: PlacedCell[] = [...strays, ...noise].map(({ text, line: at }) => ({
      text,
      origin: { file, line: at },
    }));
    return readForm(isTabbed(kept) ? gridOfTabbed(kept, file) : rebuildGrid(kept, file, effort), beside);
  } catch (cause) {
    if (cause instanceof Refusal)
      return namedRefusal(
        cause,
        section.lines.map(({ text }) => text),
      ).toProblem(file);
    if (cause instanceof WireFormError) return notAForm(cause, file, "读出的内容", { line });
    throw cause;
  }
}

function refuseTooLarge({ lines }: Section): void {
  const long = lines.find(({ text }) => text.length > MAX_LINE);
  const next = "请核对文件是否损坏，或拆开后再读。";
  if (long !== undefined)
    throw new Refusal(
      "too-large",
      long.line,
      "有一行过长。",
      `第 ${long.line} 行有 ${long.text.length} 个字符，上限 ${MAX_LINE}。`,
      next,
    );
  if (lines.length > MAX_FORM_LINES) {
    throw new Refusal(
      "too-large",
      lines[0]?.line,
      "一份表过长。",
      `共 ${lines.length} 行文字，上限 ${MAX_FORM_LINES} 行。`,
      next,
    );
  }
}

function tooMany(first: Section | undefined, count: number): Refusal {
  return new Refusal(
    "too-large",
    first?.lines[0]?.line,
    "文件里的表过多。",
    `共 ${count} 份，只读了前 ${MAX_FORMS} 份。`,
    "请拆成几份再读。",
  );
}
