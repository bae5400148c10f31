import { sampleForm } from "@zipingbiao/core/testing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FormSource, planBatch } from "./plan-batch.ts";
import { type ShelvedForm, openForm, shelveForm } from "./shelved-form.ts";

type Planned = ShelvedForm & { readonly source: FormSource };

const sourced = (patches: Record<string, unknown>, file = "a.txt", index = 1): Planned => ({
  ...shelveForm(sampleForm(patches)),
  source: { file, index },
});

const summary = (forms: readonly Planned[]) =>
  planBatch(forms).forms.map(({ number, folder, hash }) => ({ number, folder, hash }));

describe("planBatch", () => {
  const forms = [
    sourced({ projectName: "乙", implementingUnit: "第二单位" }),
    sourced({ projectName: "甲", implementingUnit: "第二单位" }),
    sourced({ projectName: "丙", implementingUnit: "第一单位" }),
    sourced({ projectName: "甲", implementingUnit: "第二单位", totalScore: "90.00" }),
    sourced({ projectName: "甲", implementingUnit: "第二单位", fiscalYear: 2023 }),
    sourced({ projectName: "A/b" }),
  ];

  it("numbers the forms of each unit and names folders by unit and project", () => {
    expect(planBatch(forms).forms.map((form) => form.folder)).toMatchInlineSnapshot(`
      [
        "forms/第二单位/01-甲",
        "forms/某区大数据中心/01-A b-3646f792",
        "forms/第一单位/01-丙",
        "forms/第二单位/02-乙",
        "forms/第二单位/03-甲",
        "forms/第二单位/04-甲",
      ]
    `);
  });

  it("is the same in whatever order, file or position the forms were handed in", () => {
    const expected = summary(forms);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(forms, { minLength: forms.length }),
        fc.array(fc.nat(9), { minLength: 6 }),
        (order, files) => {
          const moved = order.map((each, at) => ({ ...each, source: { file: `${files[at]}.txt`, index: at + 1 } }));
          expect(summary(moved)).toEqual(expected);
        },
      ),
    );
  });

  it("publishes a form once that was handed in twice, and says so", () => {
    const plan = planBatch([sourced({}, "b.txt"), sourced({}, "a.txt"), sourced({ projectName: "别的" })]);
    expect(plan.forms).toHaveLength(2);
    expect(plan.duplicates.map(({ source }) => source.file)).toEqual(["b.txt"]);
  });

  it("gives a form the same identity wherever it was read", () => {
    const origin = { "funds.total.score": { file: "x.txt", line: 5 } };
    const [withOrigin] = planBatch([sourced({ origin })]).forms;
    const [without] = planBatch([sourced({})]).forms;
    expect(withOrigin?.hash).toBe(without?.hash);
    expect(withOrigin && openForm(withOrigin).origin).toEqual(origin);
  });
});
