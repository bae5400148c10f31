/** One source → one section for each form in it, told by titles and by the row 项目名称. */
import type { TextLine } from "../media/placed-text.ts";
import { fold } from "./normalise.ts";

/** The lines from one title to the next. `isForm` says whether a row 项目名称 stands in it. */
export interface Section {
  readonly lines: readonly TextLine[];
  readonly isForm: boolean;
}

const TITLE = /^[^，。；：,;:]{0,40}(?:自评表|评价表|目标表|自评报告|评价报告)(?:\([^()]{0,20}\))?$/u;
/** No title, no 项目名称, no 总分. */
const ASCII = /^[\t -~]*$/u;
/** How far below its title the row 项目名称 may stand. */
const TITLE_REACH = 8;

/**
 * Splits at every title that is followed by 项目名称. A title of another kind (部门整体支出…) splits only where no form
 * is open, because a title is repeated on a new page, and because a line of prose may end with 自评表.
 */
export function splitForms(lines: readonly TextLine[]): Section[] {
  const sections: Section[] = [];
  let current: TextLine[] = [];
  let isForm = false;
  let closed = true;
  const start = (): void => {
    if (current.length > 0) sections.push({ lines: current, isForm });
    current = [];
    isForm = false;
    closed = true;
  };
  for (const [at, line] of lines.entries()) {
    // Of a hundred thousand lines of figures each would be folded three times.
    if (ASCII.test(line.text)) {
      current.push(line);
      continue;
    }
    const isProject = isProjectRow(line);
    if (isTitle(line) && (closed || leadsToProject(lines, at))) start();
    else if (isProject && isForm && closed) start();
    if (isProject && !isForm) {
      isForm = true;
      closed = false;
    }
    if (isTotalRow(line)) closed = true;
    current.push(line);
  }
  start();
  return sections;
}

/** Whether a line is the title of a form or report: short, alone in its row, ending in 自评表 or the like. */
export function isTitle({ text }: TextLine): boolean {
  if (text.length > 200) return false;
  const cells = new Set(
    text
      .split("\t")
      .map(fold)
      .filter((cell) => cell !== ""),
  );
  const [only] = cells;
  return cells.size === 1 && only !== undefined && !only.startsWith("项目名称") && TITLE.test(only);
}

function leadsToProject(lines: readonly TextLine[], title: number): boolean {
  for (let at = title + 1; at <= title + TITLE_REACH; at += 1) {
    const line = lines[at];
    if (line === undefined || isTitle(line)) return false;
    if (isProjectRow(line)) return true;
  }
  return false;
}

function isProjectRow({ text }: TextLine): boolean {
  return fold(text.slice(0, 40)).startsWith("项目名称");
}

/** Whether a line is the row 总分, with which a form ends. */
export function isTotalRow({ text }: TextLine): boolean {
  return /^总分(?:$|[\d\-—])/u.test(fold(text.slice(0, 60)));
}
