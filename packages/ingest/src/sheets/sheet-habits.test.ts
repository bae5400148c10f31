import { type SelfEvaluationForm, encodeForm } from "@zipingbiao/core";
import type { Cell, WriteSheet } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { differences } from "../../test/compare.ts";
import { PLAIN_STYLE, layOut, workbookOf } from "../../test/layout-xlsx.ts";
import { randomForm } from "../../test/random-form.ts";
import { inlineRows, rawParts, zip } from "../../test/raw-xlsx.ts";
import { type ReadResult, formatProblem, readForms } from "../index.ts";

const FORM = randomForm(3, "sh-2024");
const OTHER = randomForm(4, "sh-2021");
const read = (bytes: Uint8Array): Promise<ReadResult> => readForms({ name: "表.xlsx", bytes });
const sheetOf = (change: (sheet: WriteSheet) => Partial<WriteSheet> = () => ({})): WriteSheet => {
  const sheet = layOut("表", [FORM]);
  return { ...sheet, ...change(sheet) };
};
const withCell = (place: string, cell: Partial<Cell>) => (sheet: WriteSheet) => ({
  cells: new Map([...(sheet.cells ?? []), [place, { ...sheet.cells?.get(place), ...cell }]]),
});
const textsOf = (form: SelfEvaluationForm | undefined) => form?.leftovers.map(({ text }) => text);
const wrong = (form: SelfEvaluationForm | undefined, want = FORM) =>
  differences(want, encodeForm(form as SelfEvaluationForm));
/** Row of the annual total, and of the first indicator, counted from 0. */
const [TOTAL_ROW, FIRST_ROW] = [5, 12];

describe("how people keep their workbooks", () => {
  it("several sheets of both editions, an aside, a preamble, a sheet without text", async () => {
    const { forms, problems } = await read(
      await workbookOf([
        { name: "填表说明", rows: [["一、请如实填报。"], ["二、金额单位为万元。"]] },
        { name: "空", rows: [[]] },
        { ...layOut("甲", [FORM]), ...shiftedDown(layOut("甲", [FORM]), "附件2") },
        layOut("乙", [OTHER]),
      ]),
    );
    expect(problems).toEqual([]);
    expect(forms).toHaveLength(2);
    expect(wrong(forms[0])).toEqual([]);
    expect(wrong(forms[1], OTHER)).toEqual([]);
    expect(textsOf(forms[0])).toEqual(["（另一张工作表，共 2 行）一、请如实填报。 二、金额单位为万元。", "附件2"]);
    expect(forms[0]?.leftovers[0]?.origin).toEqual({ file: "表.xlsx", sheet: "填表说明" });
    expect(textsOf(forms[1])).toEqual([]);
  });

  it("a hidden sheet: without a form it is left over, a form in it is told and not read", async () => {
    const lists = { name: "选项", rows: [["优"], ["良"]], hidden: true };
    const { forms, problems } = await read(
      await workbookOf([sheetOf(), lists, { ...layOut("旧", [OTHER]), veryHidden: true }]),
    );
    expect(forms).toHaveLength(1);
    expect(textsOf(forms[0])).toEqual(["（隐藏的工作表，共 2 行）优 良"]);
    expect(problems.map(formatProblem)).toEqual([
      "表.xlsx 旧 隐藏的工作表里有自评表，没有读取。隐藏的内容填报人和审核人都看不到。如应读取，请取消隐藏后再读；不需要的，请删除这张工作表。",
    ]);
  });

  it("a hidden row is not printed, so it is not read, but told; labels merged from it still hold", async () => {
    const sheet = sheetOf(() => ({ rowDefs: new Map([[FIRST_ROW, { hidden: true }]]) }));
    const [form] = (await read(await workbookOf([sheet]))).forms;
    expect(form?.indicators.map(({ level1, level2, name }) => [level1, level2, name])).toEqual(
      FORM.indicators.slice(1).map(({ level1, level2, name }) => [level1, level2, name]),
    );
    expect(textsOf(form)).toContain(`（隐藏的行）${FORM.indicators[0]?.name}`);
    expect(form?.leftovers.find(({ text }) => text.includes(FORM.indicators[0]?.name ?? ""))?.origin.cell).toBe("C13");
  });

  it("a hidden column is not read, but told", async () => {
    const columns = '<cols><col min="1" max="1" hidden="1"/><col min="9" max="9" hidden="true"/></cols>';
    const parts = rawForm((cell) => (cell === "H13" ? "str:<v>说明</v>" : undefined), "", columns);
    const sheet = parts.map((each) => {
      if (!each.name.endsWith("sheet1.xml")) return each;
      const text = new TextDecoder()
        .decode(each.bytes)
        .replace("</c></row>", '</c><c r="I1" t="str"><v>内部编号</v></c></row>');
      return { ...each, bytes: new TextEncoder().encode(text) };
    });
    const { forms, problems } = await read(zip(sheet));
    // Labels of the first level stand in the hidden column alone, so this is no form that anybody could read.
    expect(forms).toEqual([]);
    expect(problems).toMatchObject([{ code: "unrecognised-layout", sheet: "表" }]);
    const [seen] = (
      await read(
        zip(
          sheet.map((each) => ({
            ...each,
            bytes: new TextEncoder().encode(
              new TextDecoder().decode(each.bytes).replace('<col min="1" max="1" hidden="1"/>', ""),
            ),
          })),
        ),
      )
    ).forms;
    expect(seen?.projectName).toBe(FORM.projectName);
    expect(textsOf(seen)).toEqual(["（隐藏的列）内部编号"]);
  });

  it("formulas: saved results are read and told once; without one the cell is blank and told", async () => {
    const rate = `${TOTAL_ROW},6`;
    const saved = { formula: "E6/D6*100", formulaResult: 97.77, value: 97.77, style: { numFmt: "0.00" } };
    const [form] = (await read(await workbookOf([sheetOf(withCell(rate, saved))]))).forms;
    expect(form?.funds.total.executionRate).toMatchObject({ kind: "read", text: "97.77" });
    expect(form?.unreadable).toEqual([
      {
        at: "funds.total.executionRate",
        text: "97.77",
        origin: { file: "表.xlsx", sheet: "表", cell: "G6" },
        reason: "G6 1 格是公式，读的是文件里存的结果，没有重新计算",
        candidates: ["97.77"],
      },
    ]);
    const [blank] = (await read(zip(rawForm((cell) => (cell === "G6" ? "<f>E6/D6</f>" : undefined))))).forms;
    expect(blank?.funds.total.executionRate.kind).toBe("blank");
    expect(blank?.unreadable).toMatchObject([
      { at: "funds.total.executionRate", reason: expect.stringContaining("文件里没有存结果") as unknown },
    ]);
  });

  it("a figure with its unit that a spreadsheet took for a formula is what was typed, but for zeros it may have cut off", async () => {
    const cells: Readonly<Record<string, string>> = {
      D13: "e:<f>365(天)</f><v>#VALUE!</v>",
      E13: "n:<f>100%</f><v>1</v>",
      D14: "<f>12次</f>",
      E14: "e:<f>D13*2</f><v>#VALUE!</v>",
    };
    const [form] = (await read(zip(rawForm((cell) => cells[cell])))).forms;
    expect(form?.indicators[0]).toMatchObject({ target: { text: "=365(天)" }, actual: { text: "=100%" } });
    expect(form?.indicators[1]).toMatchObject({ target: { text: "=12次" } });
    const cut = expect.stringContaining("末尾的零可能已被去掉") as unknown;
    expect(form?.unreadable).toMatchObject([
      { at: "indicators[0].target", text: "=365(天)", reason: cut },
      { at: "indicators[0].actual", text: "=100%", reason: cut },
      { at: "indicators[1].target", text: "=12次", reason: cut },
      { at: "indicators[1].actual", reason: "这一格是出错的公式（#VALUE!）" },
    ]);
  });

  it("an error in a cell and a format that is not understood are told", async () => {
    const [form] = (await read(zip(rawForm((cell) => (cell === "G6" ? "e:<f>E6/0</f><v>#DIV/0!</v>" : undefined)))))
      .forms;
    expect(form?.funds.total.executionRate.kind).not.toBe("read");
    expect(form?.unreadable).toMatchObject([
      { at: "funds.total.executionRate", reason: "这一格是出错的公式（#DIV/0!）" },
    ]);
  });

  it("a fraction format gives the plain number, in doubt", async () => {
    const cell = { value: 97.5, style: { numFmt: "# ?/?" } };
    const [form] = (await read(await workbookOf([sheetOf(withCell(`${TOTAL_ROW},6`, cell))]))).forms;
    expect(form?.funds.total.executionRate).toMatchObject({ text: "97.5" });
    expect(form?.unreadable).toMatchObject([{ at: "funds.total.executionRate", candidates: ["97.5"] }]);
  });

  it("runs of a rich text are joined, escapes undone, guides to pronunciation left out", async () => {
    const strings =
      '<si><r><t>日常</t></r><r><rPr><b/></rPr><t>巡检_x005F_x0041_</t></r><rPh sb="0" eb="1"><t>xunjian</t></rPh></si>';
    const [form] = (await read(zip(rawForm((cell) => (cell === "C13" ? "s:<v>0</v>" : undefined), strings)))).forms;
    expect(form?.indicators[0]?.name).toBe("日常巡检_x0041_");
  });

  it("dates are read as they are shown, in both ways of counting days", async () => {
    const cell = { value: new Date(Date.UTC(2024, 11, 31)), style: { numFmt: 'yyyy"年"m"月"d"日"' } };
    for (const from1904 of [false, true]) {
      const sheet = sheetOf(withCell(`${FIRST_ROW},4`, cell));
      const [form] = (await read(await workbookOf([sheet], from1904))).forms;
      expect(form?.indicators[0]?.actual.text).toBe("2024年12月31日");
    }
  });

  it("a merge and a size over the whole sheet cost nothing; what no column of a form can hold is left over", async () => {
    const sheet = sheetOf((plain) => ({
      cells: new Map([...(plain.cells ?? []), ["2,200", { value: "路过的字" }]]),
      rows: (plain.rows ?? []).map((row, at) =>
        at === 2 ? [...row, ...Array<null>(200 - row.length).fill(null), "路过的字"] : row,
      ),
      merges: [...(plain.merges ?? []), { startRow: 60, startCol: 0, endRow: 1_048_575, endCol: 16_383 }],
    }));
    const from = performance.now();
    const [form] = (await read(await workbookOf([sheet]))).forms;
    expect(performance.now() - from).toBeLessThan(1000);
    expect(wrong(form)).toEqual([]);
    expect(form?.leftovers).toMatchObject([{ text: "路过的字", origin: { cell: "GS3" } }]);
  });

  it("text under a merged cell is not seen, so it is not read, but told", async () => {
    const [form] = (await read(zip(rawForm((cell) => (cell === "D3" ? "str:<v>藏着的名称</v>" : undefined))))).forms;
    expect(form?.projectName).toBe(FORM.projectName);
    expect(textsOf(form)).toEqual(["（被合并单元格盖住）藏着的名称"]);
  });

  it("a value that begins further right than its caption is still under it", async () => {
    const wide = layOut("表", [FORM], { ...PLAIN_STYLE, wide: true });
    const [form] = (await read(await workbookOf([{ ...wide, ...moved(`${FIRST_ROW},6`)(wide) }]))).forms;
    expect(wrong(form)).toEqual([]);
  });

  it("what stands twice is read once, with its sheet and cell", async () => {
    const { forms, problems } = await read(await workbookOf([layOut("甲", [FORM]), layOut("乙", [FORM])]));
    expect(forms).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "duplicate-form", sheet: "乙", cell: "C3" }]);
  });

  it("no layout is taken for another: the refusal names sheet and cell", async () => {
    const rows = [
      ["项目支出绩效自评表"],
      ["（2020年度）"],
      ["项目名称", "河道整治"],
      ["项目资金", "年初预算", "全年预算数(A)"],
    ];
    const { forms, problems } = await read(zip(rawParts(inlineRows(rows))));
    expect(forms).toEqual([]);
    expect(problems).toMatchObject([{ code: "unrecognised-layout", sheet: "表", what: "未识别的版式。" }]);
    expect(problems[0]?.cell).toMatch(/^A\d$/u);
  });

  it("a form without its end is refused with the place", async () => {
    const sheet = layOut("表", [FORM]);
    const rows = sheet.rows?.slice(0, FIRST_ROW + 1) ?? [];
    const cells = new Map([...(sheet.cells ?? [])].filter(([place]) => Number.parseInt(place, 10) <= FIRST_ROW));
    const { forms, problems } = await read(await workbookOf([{ ...sheet, rows, cells }]));
    expect(forms).toEqual([]);
    expect(problems).toMatchObject([{ code: "truncated", sheet: "表", cell: `A${FIRST_ROW + 1}` }]);
  });

  /** The form in raw XML, where `change` may give the inside of a cell, its type before a colon. */
  function rawForm(
    change: (cell: string) => string | undefined,
    strings = "",
    columns = "",
  ): ReturnType<typeof rawParts> {
    const { cells = new Map(), merges = [] } = layOut("表", [FORM], { ...PLAIN_STYLE, figures: "text" });
    const placed = new Map([...cells].map(([place, { value }]) => [place, typeof value === "string" ? value : ""]));
    const name = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;
    const rows = Array.from({ length: 60 }, (_, row) => {
      const inside = Array.from({ length: 8 }, (_cell, column) => {
        const [type = "str", xml] = (change(name(row, column)) ?? "").match(/^(?:(\w+):)?(<.*)$/u)?.slice(1) ?? [];
        const text = (placed.get(`${row},${column}`) ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
        const body = xml ?? (text === "" ? "" : `<v>${text}</v>`);
        return body === ""
          ? ""
          : `<c r="${name(row, column)}" t="${xml !== undefined && type === "str" && xml.startsWith("<f>") ? "n" : type}">${body}</c>`;
      });
      return `<row r="${row + 1}">${inside.join("")}</row>`;
    });
    const merged = merges.map(
      (each) => `<mergeCell ref="${name(each.startRow, each.startCol)}:${name(each.endRow, each.endCol)}"/>`,
    );
    return rawParts(
      `<dimension ref="A1:XFD1048576"/>${columns}<sheetData>${rows.join("")}</sheetData><mergeCells>${merged.join("")}</mergeCells>`,
      strings,
    );
  }
});

/** The sheet with a row of text above it. */
function shiftedDown(sheet: WriteSheet, text: string): Partial<WriteSheet> {
  const down = (place: string): string => place.replace(/^\d+/u, (row) => String(Number.parseInt(row, 10) + 1));
  return {
    rows: [[text], ...(sheet.rows ?? [])],
    cells: new Map([...(sheet.cells ?? [])].map(([place, cell]) => [down(place), cell])),
    merges: sheet.merges?.map((each) => ({ ...each, startRow: each.startRow + 1, endRow: each.endRow + 1 })) ?? [],
  };
}

/** The cell one column to the right, out of its merged range. */
function moved(place: string): (sheet: WriteSheet) => Partial<WriteSheet> {
  const [row = 0, column = 0] = place.split(",").map((each) => Number.parseInt(each, 10));
  return (sheet) => {
    const cell = sheet.cells?.get(place) ?? {};
    const cells = new Map([...(sheet.cells ?? []), [`${row},${column + 1}`, cell] as const]);
    cells.delete(place);
    const rows = sheet.rows?.map((line, at) => {
      if (at !== row) return line;
      const copy = [...line];
      [copy[column], copy[column + 1]] = [null, cell.value ?? null];
      return copy;
    });
    const merges = sheet.merges?.filter((each) => each.startRow !== row || each.startCol !== column) ?? [];
    return { cells, merges, ...(rows === undefined ? {} : { rows }) };
  };
}
