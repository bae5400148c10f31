import { readFileSync, readdirSync } from "node:fs";
import { encodeForm, type SelfEvaluationForm } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { differences, fieldsOf } from "../test/compare.ts";
import { encodeGb18030 } from "../test/gb18030.ts";
import { FOREIGN_LAYOUTS } from "../test/foreign-layouts.ts";
import { CENTRAL_TORN } from "../test/known-specimens.ts";
import { type ReadResult, formatProblem, readForms } from "./index.ts";

const fixture = (path: string): Buffer => readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url));
const read = (text: string, name = "表.txt"): Promise<ReadResult> =>
  readForms({ name, bytes: new TextEncoder().encode(text) });
const disclosed = (name: string): string => fixture(`disclosed/${name}.txt`).toString("utf8");
const FILES = {
  "jiading-2024": 3,
  "baoshan-2024-a": 17,
  "minhang-2024-a": 10,
  "shanghai-bdc-2021": 7,
  "shanghai-db-2024": 12,
} as const;
/** A form without its places: what is printed. */
const content = (form: SelfEvaluationForm) => ({
  ...encodeForm(form),
  origin: undefined,
  leftovers: undefined,
  unreadable: undefined,
});

describe("the invented forms of central-2020", () => {
  /** What cannot be settled, and what no field claims. */
  const OPEN: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "data-platform-2022": [[], ["附件2"]],
    "machine-room-2019": [[], ["附件1"]],
    // Three figures stand for six columns, and rows of the blank form were left in.
    "heating-cells-2022": [["funds.currentYearAppropriation"], ["附件1", "指标2：", "……", "指标2：", "……"]],
  };
  const names = readdirSync(new URL("../../../fixtures/invented/central-2020/", import.meta.url))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => name.replace(/\.txt$/u, ""));
  it.each(names)("%s: every field", async (name) => {
    const { forms, problems } = await read(
      fixture(`invented/central-2020/${name}.txt`).toString("utf8"),
      `${name}.txt`,
    );
    const expected = JSON.parse(fixture(`invented/central-2020/${name}.expected.json`).toString("utf8")) as unknown[];
    expect(problems).toEqual([]);
    expect(forms).toHaveLength(expected.length);
    expect(expected.flatMap((want, at) => differences(want, encodeForm(forms[at] as SelfEvaluationForm)))).toEqual([]);
    const told = forms.flatMap(({ unreadable }) => unreadable.map(({ at }) => at.replace(/\.[a-z]+$/iu, "")));
    const left = forms.flatMap(({ leftovers }) => leftovers.map(({ text }) => text));
    expect([[...new Set(told)], left]).toEqual(OPEN[name] ?? [[], []]);
  });

  it("puts points behind the label that they are printed below", async () => {
    const text = fixture("invented/central-2020/data-platform-2022.txt").toString("utf8");
    const torn = text
      .replace("产出指标（50分）", "产出指标")
      .replace("\t\t\t安全巡检次数", "\t（ 50 分）\t\t安全巡检次数")
      .replace("效益指标（30分）", "效益指标")
      .replace("\t\t可持续影响指标", "\t（30分）\t可持续影响指标");
    expect(torn).not.toContain("（50分）");
    const [want, got] = [(await read(text)).forms[0], (await read(torn)).forms[0]];
    expect(got?.indicators.map(({ level1 }) => level1)).toEqual(want?.indicators.map(({ level1 }) => level1));
    expect(got?.indicators.map(({ level2 }) => level2)).toEqual(want?.indicators.map(({ level2 }) => level2));
  });

  it("reads the heads as they are torn, and points behind a label", async () => {
    const { forms, problems } = await read(CENTRAL_TORN);
    expect(problems).toEqual([]);
    expect(forms[0]).toMatchObject({ edition: "central-2020", projectName: "青山区河道整治", rating: null });
    expect(forms[0]?.funds.total.executionRate.kind).toBe("read");
  });
});

describe("the disclosed forms", () => {
  it.each(Object.entries(FILES))("%s: every field of %i forms", async (name, count) => {
    const { forms, problems, medium } = await read(disclosed(name), `${name}.txt`);
    const expected = JSON.parse(fixture(`expected/${name}.expected.json`).toString("utf8")) as unknown[];
    expect(problems).toEqual([]);
    expect(medium).toBe(/baoshan|bdc/u.test(name) ? "tsv" : "text");
    expect(forms).toHaveLength(count);
    expect(expected.flatMap((want, at) => differences(want, encodeForm(forms[at] as SelfEvaluationForm)))).toEqual([]);
  });

  it("lists what the text does not settle, with the candidates", async () => {
    const [hand] = (await read(disclosed("shanghai-db-2024"))).forms.filter(({ projectName }) =>
      projectName.startsWith("数据发展管理"),
    );
    const carryover = hand?.unreadable.filter(({ at }) => at.startsWith("funds.carryover"));
    expect(carryover?.map(({ at, candidates }) => [at, candidates?.toSorted()])).toEqual([
      ["funds.carryover.initialBudget", ["", "0.00"]],
      ["funds.carryover.annualBudget", ["", "0.00"]],
      ["funds.carryover.annualExecution", ["", "0.00"]],
    ]);
    const label = (await read(disclosed("shanghai-bdc-2021"))).forms[2]?.unreadable;
    expect(label?.map(({ at, candidates }) => [at, candidates])).toEqual([
      ["indicators[4].level1", ["效益指标", "产出指标", ""]],
    ]);
  });

  it.each(Object.keys(FILES))("%s: every field has a line, and its text begins there", async (name) => {
    const lines = disclosed(name)
      .split("\n")
      .map((line) => line.replaceAll(/\s/gu, ""));
    for (const form of (await read(disclosed(name))).forms) {
      const fields = fieldsOf(content(form));
      for (const [path, value] of fields) {
        if (
          ["schema", "edition", "currencyUnit"].includes(path) ||
          value === undefined ||
          value === null ||
          value === ""
        )
          continue;
        const line = form.origin[path]?.line;
        expect(line, path).toBeTypeOf("number");
        // A carried label stands where it is printed, and a figure without its separators is printed with them.
        const head = (typeof value === "string" ? value : JSON.stringify(value)).replaceAll(/\s/gu, "").slice(0, 2);
        const printed = lines[(line ?? 1) - 1]?.replaceAll(",", "") ?? "";
        const told = form.unreadable.some(({ at }) => at === path);
        expect(told || printed.includes(head.slice(0, printed.length)), path).toBe(true);
      }
    }
  });

  it.each(Object.keys(FILES))("%s: a form alone reads as it does among others", async (name) => {
    const text = disclosed(name);
    const starts = [...text.matchAll(/^财政项目支出绩效自评表\s*$/gmu)].map(({ index }) => index);
    const alone = await Promise.all(starts.map((start, at) => read(text.slice(start, starts[at + 1]))));
    expect(alone.flatMap(({ forms }) => forms).map(content)).toEqual((await read(text)).forms.map(content));
  });

  it("reads UTF-8 with BOM, UTF-16 and CR LF alike", async () => {
    const text = disclosed("jiading-2024");
    const plain = (await read(text)).forms.map(content);
    expect((await read(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).forms.map(content)).toEqual(plain);
    expect(
      (await readForms({ name: "表", bytes: Buffer.from(`\uFEFF${text}`, "utf16le") })).forms.map(content),
    ).toEqual(plain);
  });

  it.each(Object.keys(FILES))("%s: GB18030 reads as UTF-8 does", async (name) => {
    const text = disclosed(name);
    const gb = await readForms({ name: "表", bytes: encodeGb18030(text) });
    expect(gb.problems).toEqual([]);
    expect(gb.forms.map(content)).toEqual((await read(text)).forms.map(content));
  });
});

describe("what is no form", () => {
  it.each(Object.entries(FOREIGN_LAYOUTS))("%s is refused", async (_name, text) => {
    const { forms, problems } = await read(text);
    expect(forms).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "unrecognised-layout", file: "表.txt", what: "未识别的版式。" });
    expect(problems[0]?.line).toBeTypeOf("number");
    expect(problems[0]?.why).toMatch(/此处看到「.+」，缺少：.+/u);
  });

  it("does not stop the forms beside it", async () => {
    const mixed = Object.values(FOREIGN_LAYOUTS).slice(0, 8).join("\n") + disclosed("jiading-2024");
    const { forms, problems } = await read(mixed);
    expect(forms).toHaveLength(3);
    expect(problems.length).toBeGreaterThanOrEqual(7);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["unrecognised-layout"]));
  });

  it.each(["jiading-2024", "baoshan-2024-a", "shanghai-bdc-2021"])(
    "%s cut after any line gives no form before its total",
    async (name) => {
      const text = disclosed(name);
      const lines = text.slice(0, text.indexOf("财政项目支出绩效自评表", 300)).split("\n");
      const total = lines.findIndex((line) => /^\t?总分/u.test(line));
      for (let end = 1; end <= total; end += 1) {
        const { forms, problems } = await read(lines.slice(0, end).join("\n"));
        expect(forms, `line ${end}`).toEqual([]);
        expect(["truncated", "unrecognised-layout", "empty"], `line ${end}`).toContain(problems[0]?.code);
      }
      expect((await read(lines.slice(0, total).join("\n"))).problems[0]?.code).toBe("truncated");
    },
  );

  it("keeps a figure that does not parse as unreadable, never as a guess", async () => {
    const text = disclosed("baoshan-2024-a").replace("\t0.00\t9.00\t8.80\t", "\t0.00\t九元\t8.8O\t");
    const [form] = (await read(text)).forms;
    expect(form?.funds.total.annualBudget).toEqual({ kind: "unreadable", text: "九元" });
    expect(form?.funds.total.annualExecution).toEqual({ kind: "unreadable", text: "8.8O" });
    expect(form?.unreadable[0]).toMatchObject({
      at: "funds.total.annualBudget",
      reason: "「九元」不是一个数，没有读取",
    });
  });

  it("reads a row whose score is blank or garbled, and shifts nothing", async () => {
    const table = disclosed("baoshan-2024-a");
    const rowOf = async (text: string, at: number) => (await read(text)).forms[0]?.indicators[at];
    expect(await rowOf(table.replace("达成指标\t2.00\t2.00", "达成指标\t2.00\t"), 0)).toMatchObject({
      name: "降低基础设施成本",
      score: { kind: "blank" },
    });
    expect((await rowOf(table.replace("达成指标\t2.00\t2.00", "达成指标\t2.00\t2..0"), 0))?.score).toEqual({
      kind: "unreadable",
      text: "2..0",
    });
    const torn = disclosed("jiading-2024");
    const blank = (await read(torn.replace("60.00(份) 10.00 10.00", "60.00(份) 10.00"))).forms[0];
    expect(blank?.indicators[1]).toMatchObject({ name: "运营数据分析报表", score: { kind: "blank" } });
    expect(blank?.indicators[2]).toMatchObject({ name: "问题解决率", score: { text: "20.00" } });
    expect(blank?.unreadable.map(({ at }) => at)).toEqual(["indicators[1].weight", "indicators[1].score"]);
    expect((await rowOf(torn.replace("60.00(份) 10.00 10.00", "60.00(份) 10.00 l0.00"), 1))?.score).toEqual({
      kind: "unreadable",
      text: "l0.00",
    });
  });

  it("leaves a footer over, with its line", async () => {
    const text = disclosed("jiading-2024").replace("评分等级 优\n", "评分等级 优\n\n填报人：张三 联系电话：021-1\n");
    const [form] = (await read(text)).forms;
    expect(form?.leftovers).toEqual([
      { text: "填报人：张三 联系电话：021-1", origin: expect.objectContaining({ file: "表.txt" }) as unknown },
    ]);
  });
});

describe("hostile sources", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ["empty", bytes(), "empty"],
    ["white space", new TextEncoder().encode(" \n\t\n"), "empty"],
    ["NUL", new TextEncoder().encode("财政项目\u0000支出"), "not-text"],
    ["binary", Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) & 255), "not-text"],
    ["neither encoding", bytes(0x61, 0xff, 0xff, 0xff), "not-text"],
    ["zip", bytes(0x50, 0x4b, 3, 4, 0, 0), "damaged-file"],
    ["the beginning of a PDF", new TextEncoder().encode("%PDF-1.7\n"), "damaged-file"],
    ["html", new TextEncoder().encode("<!DOCTYPE html><table></table>"), "empty"],
    ["33 MiB", new Uint8Array(33 * 1024 * 1024).fill(0x61), "too-large"],
    ["a line of a million characters", new TextEncoder().encode("项".repeat(1_000_000)), "too-large"],
    ["deep JSON", new TextEncoder().encode("[".repeat(1_000_000)), "too-large"],
    ["half a JSON", new TextEncoder().encode('[{"schema":"zipingbiao/form@1"'), "not-json"],
  ];
  it.each(cases)("%s is refused in words", async (_name, source, code) => {
    const { forms, problems } = await readForms({ name: "来稿", bytes: source });
    expect(forms).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = problems;
    for (const sentence of [problem?.what, problem?.why, problem?.next]) expect(sentence).toMatch(/[。）]$/u);
    expect(formatProblem(problem as NonNullable<typeof problem>)).toMatch(/^来稿/u);
  });

  it.each([
    ["blanks in a row", (text: string) => text.replace("日常巡检次数", "项 ".repeat(90_000))],
    ["blanks in a name", (text: string) => text.replace("信息化项目运维", "项 ".repeat(90_000))],
    ["lines of goals", (text: string) => text.replace("全年目标任务", "做完\n".repeat(19_000))],
    ["figures", (text: string) => text.replace("其他资金 ", `其他资金 ${"0.00 ".repeat(30_000)}`)],
    ["words without end", (text: string) => text.replace("日常巡检次数", "项目\n".repeat(290))],
  ])("%s take no more than seconds", async (_name, spoil) => {
    const from = performance.now();
    const { forms, problems } = await read(spoil(disclosed("jiading-2024")));
    expect(performance.now() - from).toBeLessThan(10_000);
    // What is spoilt is refused, or read with its text kept as left over.
    expect(problems.length + forms.filter(({ leftovers }) => leftovers.length > 0).length).toBe(1);
  });
});

describe("JSON", async () => {
  const form = encodeForm((await read(disclosed("jiading-2024"))).forms[0] as SelfEvaluationForm);
  it("reads one form or an array, refuses what is none, and reads a repeated form once", async () => {
    expect((await read(JSON.stringify(form))).forms.map(encodeForm)).toEqual([form]);
    const { forms, problems, medium } = await read(
      JSON.stringify([form, { ...form, fiscalYear: "2024" }, form, { ...form, projectName: "乙" }]),
    );
    expect(medium).toBe("json");
    expect(forms.map(({ projectName }) => projectName)).toEqual([form.projectName, "乙"]);
    expect(problems.map(({ code }) => code)).toEqual(["not-a-form", "duplicate-form"]);
    expect(problems[0]?.what).toContain("第 2 份");
    expect(problems[0]?.why).toContain("年度");
  });
});
