import { encodeForm } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { readForms } from "../src/index.ts";
import { differences } from "./compare.ts";
import { type PdfPageStyle, PLAIN_PAGE, layOutPdf } from "./layout-pdf.ts";
import { diceOf, randomForm } from "./random-form.ts";

function randomPageStyle(seed: number): PdfPageStyle {
  const dice = diceOf(seed ^ 0x51ed27);
  return {
    rules: dice.pick(["strokes", "areas", "boxes", "dashes", "double"]),
    alignment: dice.pick(["middle", "top"]),
    size: dice.pick([7.5, 9, 10.5]),
    padding: dice.pick([2, 3, 5]),
    landscape: dice.chance(0.4),
    rotate: dice.chance(0.2) ? 90 : 0,
    shuffled: dice.chance(0.4),
    twice: dice.chance(0.3),
    repeatHead: dice.chance(0.4),
    pageNumbers: dice.chance(0.5),
  };
}

async function misread(seed: number, edition: "sh-2024" | "sh-2021", style: PdfPageStyle): Promise<string[]> {
  const form = randomForm(seed, edition);
  const { forms, problems } = await readForms({ name: "表.pdf", bytes: layOutPdf([form], style) });
  const [read] = forms;
  if (read === undefined) return [`${edition}-${seed} ${JSON.stringify(style)}: ${JSON.stringify(problems)}`];
  const told = new Set(read.unreadable.map(({ at }) => /^indicators\[\d+\]/u.exec(at)?.[0] ?? at));
  return differences(form, encodeForm(read))
    .filter(({ path }) => !told.has(/^indicators\[\d+\]/u.exec(path)?.[0] ?? path))
    .map(
      ({ path, want, got }) =>
        `${edition}-${seed} ${JSON.stringify(style)} ${path}: ${JSON.stringify(want)} / ${JSON.stringify(got)}`,
    );
}

describe("invented forms on invented pages", () => {
  it.each(["sh-2024", "sh-2021"] as const)(
    "%s: tables that are drawn, in any way, are read exactly",
    async (edition) => {
      const wrong: string[] = [];
      for (let seed = 1; seed <= 40; seed += 1) wrong.push(...(await misread(seed, edition, randomPageStyle(seed))));
      expect(wrong).toEqual([]);
    },
  );

  it.each(["sh-2024", "sh-2021"] as const)(
    "%s: tables without rules are read exactly, or called uncertain",
    async (edition) => {
      const wrong: string[] = [];
      for (let seed = 1; seed <= 20; seed += 1) {
        const style = {
          ...PLAIN_PAGE,
          rules: "none",
          alignment: seed % 2 === 0 ? "middle" : "top",
          padding: 5,
          shuffled: seed % 3 === 0,
        } as const;
        wrong.push(...(await misread(seed, edition, style)));
      }
      expect(wrong).toEqual([]);
    },
  );
});
