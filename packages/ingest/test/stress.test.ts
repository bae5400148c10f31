import { describe, expect, it } from "vitest";
import { measureText, newMeasure } from "./measure.ts";
import { diceOf, randomForm } from "./random-form.ts";
import { randomStyle } from "./random-style.ts";
import { typesetPdf } from "./typeset-pdf.ts";
import { randomTsvStyle, typesetTsv } from "./typeset-tsv.ts";

const SEEDS = 160;

// The full figures: node --conditions=source packages/ingest/test/run-measure.ts 2000
describe("invented forms in invented layouts are read back", () => {
  it.each(["sh-2024", "sh-2021", "central-2020"] as const)(
    "text layers of %s: what is wrong is rare, and mostly called uncertain",
    async (edition) => {
      const measure = newMeasure();
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const form = randomForm(seed, edition);
        await measureText(measure, form, typesetPdf(form, randomStyle(seed)), `${edition}-${seed}`);
      }
      const { fields, wrong, silent, unread, exact } = measure;
      expect(unread, measure.examples.join("\n")).toBe(0);
      expect(exact / SEEDS).toBeGreaterThan(0.92);
      expect(wrong / fields, measure.examples.join("\n")).toBeLessThan(0.002);
      expect(silent / fields, measure.examples.join("\n")).toBeLessThan(0.0006);
    },
  );

  it("a text with every cell on a line of its own", async () => {
    const measure = newMeasure();
    for (let seed = 1; seed <= SEEDS / 4; seed += 1) {
      const form = randomForm(seed);
      await measureText(measure, form, typesetPdf(form, { ...randomStyle(seed), cellPerLine: true }), `apart-${seed}`);
    }
    expect(measure.unread, measure.examples.join("\n")).toBe(0);
    expect(measure.silent / measure.fields, measure.examples.join("\n")).toBeLessThan(0.001);
  });

  it("a text whose lines are sorted by height is refused, because its cells alternate", async () => {
    const measure = newMeasure();
    for (let seed = 1; seed <= SEEDS / 4; seed += 1) {
      const form = randomForm(seed);
      await measureText(measure, form, typesetPdf(form, { ...randomStyle(seed), sorted: true }), `sorted-${seed}`);
    }
    expect(measure.unread).toBe(SEEDS / 4);
  });

  it.each(["sh-2024", "sh-2021", "central-2020"] as const)("tab-separated tables of %s", async (edition) => {
    const measure = newMeasure();
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const form = randomForm(seed, edition);
      const dice = diceOf(seed ^ 0x1234567);
      await measureText(measure, form, typesetTsv(form, randomTsvStyle(dice), dice), `${edition}-${seed}`);
    }
    expect(measure.unread, measure.examples.join("\n")).toBe(0);
    expect(measure.wrong / measure.fields, measure.examples.join("\n")).toBeLessThan(0.0005);
  });
});
