/** A document held against the data that it carries. */
import { FIGURE_PLACE, type SelfEvaluationForm, type Twin, publishedForm } from "@zipingbiao/core";
import { readFormData } from "@zipingbiao/ingest";
import {
  type Page,
  type Templates,
  bare,
  compareFigures,
  compareText,
  fillPageNumbers,
  readWebPage,
  renderPage,
  viewCells,
} from "@zipingbiao/renderer";
import { type DistantFacts, readDistantSource } from "../batch/forms-bundle.ts";
import { sha256 } from "../batch/published-form.ts";
import type { OpenedDocument } from "./open-document.ts";
import { viewOfTwin } from "./view-of-twin.ts";

/** One thing that is not as it should be. Chinese, without full stops. */
export interface DocumentProblem {
  readonly code:
    | "twin/none"
    | "twin/several"
    | "twin/hash"
    | "twin/not-a-form"
    | "twin/text"
    | "twin/margin"
    | "twin/content";
  /** Where in the document: the name of a cell, a page. */
  readonly place?: string;
  readonly what: string;
  /** What the document shows, and what its data says, where the two can be set side by side. */
  readonly shown?: string;
  readonly data?: string;
}

export interface CheckedDocument {
  /** The data, where there is exactly one that can be read, whatever else is wrong. */
  readonly twin?: Twin;
  readonly forms: readonly SelfEvaluationForm[];
  readonly problems: readonly DocumentProblem[];
  /** Whether the text was held against the data; not where the data does not say all of it. */
  readonly isCompared: boolean;
  /** The forms of a report over more than it carries: its text can be held against nothing that is in the file. */
  readonly distant?: DistantFacts["source"];
  /** A web page that is not laid out by the installed style sheet; what a style hides or adds is no text of the page. */
  readonly hasOwnStyle?: boolean;
}

/** Reads the data, checks its hash, and holds every cell of the text against it. Never throws for what a document contains. */
export function checkDocument(document: OpenedDocument, templates: Templates): CheckedDocument {
  return checkTwins(document.twins, (twin, forms) => {
    const laidOut = layOut(twin, forms, templates);
    if (laidOut === undefined) return undefined;
    const hasOwnStyle = !laidOut.page.html.includes(document.style ?? "");
    return { problems: differencesOf(document, laidOut), hasOwnStyle };
  });
}

/** What is wrong with the text that the data should give. */
export interface Compared {
  readonly problems: readonly DocumentProblem[];
  readonly hasOwnStyle?: boolean;
}

/** `compare` holds what is shown against the forms; `undefined` where the data does not say all that is shown. */
export function checkTwins(
  [twin, ...more]: readonly Twin[],
  compare: (twin: Twin, forms: readonly SelfEvaluationForm[]) => Compared | undefined,
): CheckedDocument {
  if (twin === undefined) return refused({ code: "twin/none", what: "文件里没有数据" });
  if (more.length > 0)
    return refused({ code: "twin/several", what: `文件里有 ${more.length + 1} 份数据，不能确定以哪一份为准` });
  const problems: DocumentProblem[] = [];
  if (sha256(twin.text) !== twin.sha256)
    problems.push({ code: "twin/hash", what: "数据与所记的 sha256 不符，数据或校验值被改动过" });
  const distant = twin.shows === "report" ? readDistantSource(twin.text) : undefined;
  if (distant !== undefined) return { twin, forms: [], problems, isCompared: false, distant };
  const { forms, problem } = formsIn(twin);
  if (problem !== undefined) return { twin, forms: [], problems: [...problems, problem], isCompared: false };
  const published = forms.map(publishedForm);
  const compared = compare(twin, forms);
  if (compared === undefined) return { twin, forms: published, problems: [...problems, INCOMPLETE], isCompared: false };
  const { problems: differences, ...style } = compared;
  return { twin, forms: published, problems: [...problems, ...differences], isCompared: true, ...style };
}

const INCOMPLETE: DocumentProblem = {
  code: "twin/not-a-form",
  what: "数据不能用：所载不足以还原这份文档的文字",
};

function refused(problem: DocumentProblem): CheckedDocument {
  return { forms: [], problems: [problem], isCompared: false };
}

function formsIn({ shows, fileName, text }: Twin): { forms: SelfEvaluationForm[]; problem?: DocumentProblem } {
  const refuse = (why: string) => ({
    forms: [],
    problem: { code: "twin/not-a-form" as const, what: `数据不能用：${why}` },
  });
  const { forms, problems } = readFormData({ name: fileName, bytes: new TextEncoder().encode(text) });
  const [problem] = problems;
  if (problem !== undefined) return refuse(`${problem.what}${problem.why}`.replace(/。$/u, ""));
  const isSingle = shows === "form" || shows === "correction";
  if (isSingle && forms.length !== 1) return refuse(`应当只有一份自评表，却有 ${forms.length} 份`);
  if (shows === "correction" && forms[0]?.revision === undefined) return refuse("更正说明的数据里没有更正的记录");
  return { forms: [...forms] };
}

interface LaidOut {
  readonly page: Page;
  readonly cells: ReturnType<typeof viewCells>;
}

/** The page that the data gives, by the installed templates; `undefined` where there is none to compare with. */
function layOut(twin: Twin, forms: readonly SelfEvaluationForm[], templates: Templates): LaidOut | undefined {
  const view = viewOfTwin(twin, forms);
  return view === undefined ? undefined : { page: renderPage(templates, view), cells: viewCells(view) };
}

function differencesOf(document: OpenedDocument, { page, cells }: LaidOut): DocumentProblem[] {
  const shown = { blocks: document.blocks, repeats: document.format === "pdf" };
  const expected = readWebPage(fillPageNumbers(page.html, document.pageOf)).blocks;
  const texts = compareText(shown, expected, cells).map(
    ({ label, shown: text, data }): DocumentProblem => ({
      code: "twin/text",
      place: readable(label),
      what: "文字与数据不同",
      shown: readable(text),
      data: readable(data),
    }),
  );
  const others = document.others.map(
    (name): DocumentProblem => ({
      code: "twin/content",
      place: name,
      what: "数据里没有这样的内容，可能遮住或改动文字",
    }),
  );
  const figures = compareFigures(document.format, document.figures, page).map(
    ({ label, ...difference }): DocumentProblem => ({ code: "twin/content", place: label, ...difference }),
  );
  return [...texts, ...marginDifferences(document, page), ...others, ...figures];
}

/** In words, where a chart stands between texts. */
function readable(text: string): string {
  return text.replaceAll(FIGURE_PLACE, "（图）");
}

/** What stands around the pages is their number, in the words of the template. */
function marginDifferences({ format, margins }: OpenedDocument, page: Page): DocumentProblem[] {
  const footer = page.style.page.footer?.content ?? [];
  return margins.flatMap((text, at): DocumentProblem[] => {
    const data = bare(
      footer
        .map((part) =>
          "text" in part ? part.text : format === "docx" ? "" : part.count === "page" ? at + 1 : margins.length,
        )
        .join(""),
    );
    // The numbers in a Word document are filled in by the program that shows it.
    const seen = format === "docx" ? bare(text).replaceAll(/\d/gu, "") : bare(text);
    if (seen === "" || seen === data) return [];
    const place = format === "docx" ? "页眉页脚" : `第 ${at + 1} 页正文之外`;
    return [{ code: "twin/margin", place, what: "页边的文字不是页码", shown: text.slice(0, 200), data }];
  });
}
