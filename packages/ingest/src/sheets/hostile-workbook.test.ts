import { beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_WORKBOOKS } from "../../test/hostile-workbooks.ts";
import { layOut, workbookOf } from "../../test/layout-xlsx.ts";
import { randomForm } from "../../test/random-form.ts";
import { type ReadResult, formatProblem, readForms } from "../index.ts";

const read = (bytes: Uint8Array): ReadResult => readForms({ name: "来件.xlsx", bytes });
describe("hostile workbooks are refused in words", () => {
  it.each(HOSTILE_WORKBOOKS)("%s", (_name, make, code, words) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    const from = performance.now();
    const { forms, problems } = read(bytes);
    const seconds = (performance.now() - from) / 1000;
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
    expect(forms).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = problems;
    for (const sentence of [problem?.what, problem?.why, problem?.next]) expect(sentence).toMatch(/[。）]$/u);
    const told = formatProblem(problem as NonNullable<typeof problem>);
    expect(told).toMatch(/^来件\.xlsx/u);
    expect(told).toMatch(words);
    expect(seconds).toBeLessThan(3);
    expect(grown).toBeLessThan(300);
  });
});

describe("a sound workbook", () => {
  let sound: Uint8Array;
  beforeAll(async () => {
    sound = await workbookOf([layOut("表", [randomForm(3)])]);
  });

  it("cut off anywhere is refused", () => {
    for (let end = 4; end < sound.length; end += 97) {
      const { forms, problems } = read(sound.subarray(0, end));
      expect([forms.length, ...problems.map(({ code }) => code)], `${end} bytes`).toEqual([0, "damaged-file"]);
    }
  });

  it("with a byte changed gives the same form or none, and never throws", () => {
    const [whole] = read(sound).forms;
    expect(whole).toBeDefined();
    for (let at = 0; at < sound.length; at += 23) {
      const spoilt = sound.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x55;
      const { forms, problems } = read(spoilt);
      expect([forms, problems.length], `byte ${at}`).toEqual(problems.length === 0 ? [[whole], 0] : [[], 1]);
    }
  });
});
