/** Where pages break, proved from the finished PDF by a reader that is not ours. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FormView, type Printer, loadTemplates, openPrinter, renderPage } from "../src/index.ts";
import { disclosedVolume } from "./disclosed-volume.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { extremeForms, indicators, viewOf } from "./extreme-forms.ts";
import { type PdfPage, type PdfTable, readPdfTables, rowsShown } from "./pdf-tables.ts";

const templates = loadTemplates();
const forms = disclosedForms();
const extremes = extremeForms();
let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const pagesOf = async (view: FormView) => await readPdfTables((await printer.print(renderPage(templates, view))).bytes);

/** Text as it stands in the PDF's cells. */
const bare = (text: string) => text.replaceAll(/\s/gu, "");

const isIndicators = ([heading]: PdfTable) => heading?.some(({ text }) => text === "一级指标") === true;

/** Every label that the form prints in an indicator's row when the row begins a page: its groups, then its name. */
function labelsAtPageStart({ indicators: { rows, block } }: FormView): string[][] {
  const labels = ["", ""];
  return rows.map((row, at) => {
    const shown = [row.level1, row.level2].map((label, level) => {
      if (label !== null) labels[level] = bare(label.text);
      return `${labels[level]}${label === null ? "（续）" : ""}`;
    });
    return [...(block === null ? [] : [at === 0 ? "" : "（续）"]), ...shown, bare(row.name)];
  });
}

/** Rows stand whole on one page, each page of the block begins with its headings and all labels, and the end hangs together. */
function expectWholeBlocks(view: FormView, pages: readonly PdfPage[]): void {
  const { rows } = view.indicators;
  const starts = labelsAtPageStart(view);
  const closing = view.rating === null ? 1 : 2;
  let next = 0;
  for (const { tables } of pages) {
    const table = tables.find(isIndicators);
    if (table === undefined) continue;
    const [heading, ...body] = rowsShown(table);
    expect(heading).toContain("偏差原因分析及改进措施");
    const begins = body[0]?.slice(0, starts[0]?.length);
    expect(rows.length === 0 ? undefined : begins).toEqual(starts[next]);
    next += body.length;
    // 总分、评分等级与末行指标同在最后一页。
    expect(next <= rows.length - 1 || next === rows.length + closing).toBe(true);
  }
  expect(next).toBe(rows.length + closing);
}

describe("no page begins inside a block without its labels:", () => {
  it.each(forms)("$source, form $number", async ({ view }) => {
    const pages = await pagesOf(view);
    expectWholeBlocks(view, pages);
    expect(pages.filter(({ tables }) => tables.some((table) => !isIndicators(table)))).toHaveLength(1);
    expect(pages.map(({ text }) => /第\d+页共\d+页/.exec(text)?.[0])).toEqual(
      pages.map((_, at) => `第${at + 1}页共${pages.length}页`),
    );
  });

  it("the volume of all of them", async () => {
    const pages = await readPdfTables((await printer.print(renderPage(templates, disclosedVolume(forms)))).bytes);
    const firsts = pages.flatMap(({ tables }, at) => (tables.some(isFrame) ? [at] : []));
    expect(firsts).toHaveLength(forms.length);
    for (const [form, first] of firsts.entries()) {
      const { view } = forms[form] ?? {};
      if (view !== undefined) expectWholeBlocks(view, pages.slice(first, firsts[form + 1] ?? pages.length));
    }
  }, 60_000);

  // 标签拆开后变高，把行挤到下一页，分页随之提前；挤到一整块都移走为止。
  // 标签拆开后变高，把行挤到下一页，分页随之提前；挤到一整块都移走为止。
  it.each([
    ["sh-2021", 8, 2],
    ["sh-2024", 30, 7],
    ["central-2020", 8, 2],
  ])(
    "120 indicators of %s in blocks of %i, whose labels are higher than their first rows",
    async (edition, level1, level2) => {
      const long = "：覆盖全市各区各部门各街镇的数据归集与共享以及相关基础设施的建设运行维护安全保障";
      const rows = indicators(120, level1, level2).map((row) => ({ ...row, level1: `${row.level1}${long}` }));
      const view = viewOf(edition, { indicators: rows });
      const pages = await pagesOf(view);
      expectWholeBlocks(view, pages);
      expect(pages.length).toBeLessThan(9);
    },
  );
});

const isFrame = ([row]: PdfTable) => row?.[0]?.text === "项目名称";

/** What each cell shows on all its pages together, without what is printed again. */
function wholeCells(pages: readonly PdfPage[]): Set<string> {
  const cells = new Map<string, string>();
  for (const { tables } of pages) {
    for (const table of tables) {
      for (const [row, line] of table.entries()) {
        for (const [column, { text }] of line.entries()) {
          const key = `${isIndicators(table)} ${row} ${column}`;
          const known = cells.get(key) ?? "";
          if (known !== text && !text.endsWith("（续）")) cells.set(key, known + text);
        }
      }
    }
  }
  return new Set(cells.values());
}

describe("extreme forms print whole:", () => {
  it.each(extremes)("$name, $edition", async ({ view }) => {
    const pages = await pagesOf(view);
    const shown = wholeCells(pages);
    const { title, fiscalYear, ...cells } = view;
    expect(pages[0]?.text).toContain(bare(title) + bare(fiscalYear));
    for (const text of textsOf(cells)) expect(shown).toContain(bare(text));
  });
});

describe("no page of an extreme form begins without its labels:", () => {
  it.each(extremes.filter(({ name }) => !/^(?:notes|goals)/.test(name)))("$name, $edition", async ({ view }) => {
    expectWholeBlocks(view, await pagesOf(view));
  });

  it.each(extremes.filter(({ name }) => name.startsWith("goals")))("$name, $edition", async ({ view }) => {
    const frames = (await pagesOf(view)).flatMap(({ tables }) => tables.filter((table) => !isIndicators(table)));
    const captions = frames.map((table) => table[7]?.[0]?.text);
    expect(captions).toEqual(frames.map((_, at) => `年度总体目标${at === 0 ? "" : "（续）"}`));
    expect(frames.length).toBeGreaterThan(10);
  });

  it.each(extremes.filter(({ name }) => name.startsWith("notes")))("$name, $edition", async ({ view }) => {
    for (const { tables } of (await pagesOf(view)).slice(1)) {
      const labels = tables.filter(isIndicators).flatMap((table) => rowsShown(table).flat());
      for (const label of [/^产出指标\d/, /^数量指标\d/, /^第\d+项完成率/]) {
        expect(labels.filter((text) => label.test(text))).not.toEqual([]);
      }
    }
  });
});

/** Every text of the table, by the view. */
function textsOf(view: Omit<FormView, "title" | "fiscalYear">): string[] {
  const { project, competentDepartment, implementingUnit, funds, overallGoal, total } = view;
  const pairs = [project, competentDepartment, implementingUnit, overallGoal.expected, overallGoal.actual];
  return [
    ...pairs.flatMap(({ caption, text }) => [caption, text]),
    ...funds.rows.flatMap(({ caption, annualBudget }) => [caption, annualBudget]),
    ...view.indicators.rows.flatMap((row) => [row.name, row.target, row.actual, row.weight, row.deviationNote]),
    total.caption,
    total.score,
  ].filter((text) => text !== "");
}
