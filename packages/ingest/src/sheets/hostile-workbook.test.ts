import { beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_WORKBOOKS } from "../../test/hostile-workbooks.ts";
import { layOut, workbookOf } from "../../test/layout-xlsx.ts";
import { diceOf, randomForm } from "../../test/random-form.ts";
import { part, unzipped, zip } from "../../test/raw-xlsx.ts";
import { type ReadResult, formatProblem, readForms } from "../index.ts";

const read = (bytes: Uint8Array): Promise<ReadResult> => readForms({ name: "来件.xlsx", bytes });
describe("hostile workbooks are refused in words", () => {
  it.each(HOSTILE_WORKBOOKS)("%s", async (_name, make, code, words) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    // Time of the processor, not of the clock: other tests run beside this one.
    const from = process.threadCpuUsage();
    const { forms, problems } = await read(bytes);
    const { user, system } = process.threadCpuUsage(from);
    const seconds = (user + system) / 1_000_000;
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

  it("cut off anywhere is refused", async () => {
    for (let end = 4; end < sound.length; end += 97) {
      const { forms, problems } = await read(sound.subarray(0, end));
      expect([forms.length, ...problems.map(({ code }) => code)], `${end} bytes`).toEqual([0, "damaged-file"]);
    }
  });

  it("with a byte changed gives the same form or none, and never throws", async () => {
    const [whole] = (await read(sound)).forms;
    expect(whole).toBeDefined();
    for (let at = 0; at < sound.length; at += 23) {
      const spoilt = sound.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x55;
      const { forms, problems } = await read(spoilt);
      expect([forms, problems.length], `byte ${at}`).toEqual(problems.length === 0 ? [[whole], 0] : [[], 1]);
    }
  });

  it("with its parts spoilt and packed again is read or refused, and never throws", async () => {
    const dice = diceOf(7);
    const outcomes = { read: 0, refused: 0 };
    const pieces = [
      "<",
      ">",
      '"',
      "/",
      "&#9;",
      "&#x10FFFF;",
      "999999999999",
      "-1",
      "1e60",
      "A1",
      "XFD1048576",
      "_xD800_",
      "",
      "<f>",
      "</c>",
      ";",
    ];
    const parts = unzipped(sound).filter(({ name }) => /sheet1|styles|sharedStrings|workbook/u.test(name));
    for (let run = 0; run < 1500; run += 1) {
      const victim = dice.pick(parts);
      const text = new TextDecoder().decode(victim.bytes);
      const at = dice.upTo(text.length);
      const spoilt = part(victim.name, text.slice(0, at) + dice.pick(pieces) + text.slice(at + dice.upTo(3)));
      const { forms, problems } = await read(
        zip(unzipped(sound).map((each) => (each.name === victim.name ? spoilt : each))),
      );
      outcomes[forms.length > 0 ? "read" : "refused"] += 1;
      expect(forms.length + problems.length, spoilt.name).toBeGreaterThan(0);
    }
    expect(outcomes.read).toBeGreaterThan(50);
    expect(outcomes.refused).toBeGreaterThan(50);
  });
});
