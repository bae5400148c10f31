/** Forms bent in ways that no edition has. Each is read exactly, or refused by place, or in doubt; none is misread in silence. */
import { type SelfEvaluationForm, encodeForm } from "@zipingbiao/core";
import { type DrawnCell, type DrawnForm, SAMPLE_FORM, drawForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { type ReadProblem, type ReadResult, readForms } from "../src/index.ts";
import { differences } from "./compare.ts";
import { MEDIA, type Medium, fileOf, pageWith, sheetOf, tableOf, wordTable } from "./foreign-media.ts";
import { workbookOf } from "./layout-xlsx.ts";
import { wordFileOf } from "./word-file-of.ts";

/** With a quotation mark, a comma and an ampersand, which a careless writer or reader trips over. */
const FORM = { ...SAMPLE_FORM, projectName: '公共数据平台运维,"一期"&二期' };
const DRAWN = drawForm(FORM);
const HEAD = DRAWN.findIndex((cells) => cells[0]?.text === "一级指标");
const TOTAL = DRAWN.findIndex((cells) => cells[0]?.text === "总分");
const FUNDS = DRAWN.findIndex((cells) => cells[0]?.text.startsWith("项目资金") === true);

/** `exact`: every field is right. `refused`: no form, and where it fails. `told`: no form, or a doubt at all that is wrong. */
type Verdict = "exact" | "refused" | "told";

const cell = (text: string, more: Partial<DrawnCell> = {}): DrawnCell => ({
  text,
  across: 1,
  down: 1,
  isFigure: false,
  isLabel: true,
  ...more,
});

/** The cells behind the labels of rows `from` up to `to`, changed; 三级指标 is the first of them. */
const inRows = (from: number, to: number, change: (tail: readonly DrawnCell[]) => readonly DrawnCell[], tail: number) =>
  DRAWN.map((cells, row) =>
    row < from || row >= to ? cells : [...cells.slice(0, -tail), ...change(cells.slice(-tail))],
  );
const swapped = (one: number, other: number) => (cells: readonly DrawnCell[]) =>
  cells.map((each, at) => (at === one ? cells[other] : at === other ? cells[one] : each) ?? each);
const inserted = (at: number, head: string, text: string) => (cells: readonly DrawnCell[]) =>
  cells.toSpliced(at, 0, cell(cells[0]?.isLabel === true && cells[at]?.isLabel === true ? head : text));
/** Every other row one column wider at its end, as the wider table needs it. */
const widened = (drawn: DrawnForm, from: number, to: number): DrawnForm =>
  drawn.map((cells, row) =>
    row >= from && row < to
      ? cells
      : cells.map((each, at) => (at === cells.length - 1 ? { ...each, across: each.across + 1 } : each)),
  );
const replaced = (change: (each: DrawnCell, row: number) => Partial<DrawnCell>): DrawnForm =>
  DRAWN.map((cells, row) => cells.map((each) => ({ ...each, ...change(each, row) })));

const SHAPES: Readonly<Record<string, readonly [drawn: DrawnForm, verdict: Verdict]>> = {
  "as it should be": [DRAWN, "exact"],
  "分值 and 得分 changed round": [inRows(HEAD, TOTAL + 1, swapTail, 6), "exact"],
  "年度指标值 and 实际完成值 changed round": [inRows(HEAD, TOTAL, swapped(1, 2), 6), "exact"],
  "fund columns in another order": [inRows(FUNDS, FUNDS + 5, swapped(0, 2), 6), "exact"],
  "fund rows in another order": [
    DRAWN.with(FUNDS + 2, DRAWN[FUNDS + 4] ?? []).with(FUNDS + 4, DRAWN[FUNDS + 2] ?? []),
    "exact",
  ],
  "a column 指标性质 behind 三级指标": [
    widened(inRows(HEAD, TOTAL, inserted(1, "指标性质", "≥"), 6), HEAD, TOTAL),
    "refused",
  ],
  "a column 度量单位 behind 年度指标值": [
    widened(inRows(HEAD, TOTAL, inserted(2, "度量单位", "次"), 6), HEAD, TOTAL),
    "refused",
  ],
  "a column 调整数 among the funds": [
    widened(inRows(FUNDS, FUNDS + 5, inserted(1, "调整数", "1.00"), 6), FUNDS, FUNDS + 5),
    "told",
  ],
  "no column for reasons": [inRows(HEAD, TOTAL, (tail) => tail.slice(0, -1), 6), "refused"],
  "得分 twice": [replaced((each, row) => (row === HEAD && each.text === "分值" ? { text: "得分" } : {})), "refused"],
  "a row 小计 among the indicators": [
    DRAWN.toSpliced(HEAD + 3, 0, [
      cell("小计", { across: 5 }),
      cell("25.00", { isFigure: true }),
      cell("25.00", { isFigure: true }),
      cell(""),
    ]),
    "told",
  ],
  "合计 in the place of 总分": [
    replaced((each, row) => (row === TOTAL && each.text === "总分" ? { text: "合计" } : {})),
    "refused",
  ],
  "cut off before 总分": [DRAWN.slice(0, TOTAL), "refused"],
  "项目资金 in another unit": [
    replaced((each) => (each.text === "项目资金（万元）" ? { text: "项目资金（元）" } : {})),
    "refused",
  ],
  "figures with their unit": [
    replaced((each, row) => (each.text === "10.00" && row > HEAD ? { text: "10.00分" } : {})),
    "told",
  ],
  "full-width figures": [replaced((each) => (each.text === "10.00" ? { text: "１０．００" } : {})), "exact"],
  "no year": [DRAWN.toSpliced(1, 1), "refused"],
  "the heads of the indicators again in the middle": [DRAWN.toSpliced(HEAD + 2, 0, DRAWN[HEAD] ?? []), "exact"],
};

function swapTail(tail: readonly DrawnCell[]): readonly DrawnCell[] {
  const at = tail.length - 3;
  return swapped(at, at + 1)(tail);
}

/** What goes against the verdict. */
function faultsOf({ forms, problems }: ReadResult, verdict: Verdict): readonly unknown[] {
  const [form] = forms;
  if (form === undefined) {
    const isPlaced = ({ line, page, sheet, cell: at, table, row }: ReadProblem): boolean =>
      [line, page, sheet, at, table, row].some((place) => place !== undefined);
    return [
      ...(verdict === "exact" ? ["not read", ...problems] : []),
      ...(problems.length === 0 ? ["nothing was told"] : []),
      ...problems.filter((problem) => !isPlaced(problem)),
    ];
  }
  const doubted = form.unreadable.map(({ at }) => at);
  const silent = differences(FORM, encodeForm(form)).filter(
    ({ path }) => verdict === "exact" || !doubted.some((at) => path === at || path.startsWith(at)),
  );
  return [...(verdict === "refused" ? ["it was read"] : []), ...(forms.length > 1 ? ["several forms"] : []), ...silent];
}

describe.each(MEDIA.filter((medium) => medium !== "csv"))("%s", (medium: Medium) => {
  it.each(Object.entries(SHAPES))("%s", async (_name, [drawn, verdict]) => {
    // Tabs do not say which cells are merged, so another order of the columns cannot be told from a shifted row.
    const isOtherOrder =
      medium === "tsv" && drawn[HEAD]?.some(({ text }, at) => text !== DRAWN[HEAD]?.[at]?.text) === true;
    const due = isOtherOrder && verdict === "exact" ? "refused" : verdict;
    expect(faultsOf(await readForms({ name: "来件", bytes: await fileOf(drawn, medium) }), due)).toEqual([]);
  });
});

describe("what is nobody's layout", () => {
  const refused = async (bytes: Uint8Array): Promise<string> => {
    const { forms, problems } = await readForms({ name: "来件", bytes });
    expect(forms.map(({ projectName }) => projectName)).toEqual([]);
    return problems.map(({ what }) => what).join("\n");
  };
  const other = drawForm({ ...FORM, projectName: "另一个项目" });

  it("two forms side by side on a sheet are told", async () => {
    expect(await refused(await workbookOf([sheetOf([DRAWN, other])]))).not.toBe("");
  });

  it("two forms side by side in a table of a page and of a document are told", async () => {
    const beside = DRAWN.map((cells, row) => [...cells, cell("", { isLabel: false }), ...(other[row] ?? [])]);
    expect(await refused(new TextEncoder().encode(pageWith(tableOf(beside), "utf-8")))).not.toBe("");
    expect(await refused(wordFileOf(wordTable(beside)))).not.toBe("");
  });

  it("a table with commas is told", async () => {
    expect(await refused(await fileOf(DRAWN, "csv"))).not.toBe("");
  });
});

describe("a form inside something", () => {
  it("in the cell of another table", async () => {
    const page = `<table><tr><td>导航</td><td>${tableOf(DRAWN)}</td></tr></table>`;
    expect(
      faultsOf(await readForms({ name: "来件", bytes: new TextEncoder().encode(pageWith(page, "utf-8")) }), "exact"),
    ).toEqual([]);
    const word = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc>${wordTable(DRAWN)}<w:p/></w:tc></w:tr></w:tbl><w:p/>`;
    expect(faultsOf(await readForms({ name: "来件", bytes: wordFileOf(word) }), "exact")).toEqual([]);
  });

  it("whose goal holds a table of its own", async () => {
    const inner = "<table><tr><td>项目</td><td>进度</td></tr><tr><td>一期</td><td>90%</td></tr></table>";
    const page = pageWith(tableOf(DRAWN).replace(FORM.overallGoal.actual, inner), "utf-8");
    const { forms } = await readForms({ name: "来件", bytes: new TextEncoder().encode(page) });
    const wrong = forms.flatMap((form: SelfEvaluationForm) => differences(FORM, encodeForm(form)));
    expect(wrong.map(({ path }) => path).filter((path) => path !== "overallGoal.actual")).toEqual([]);
  });
});
