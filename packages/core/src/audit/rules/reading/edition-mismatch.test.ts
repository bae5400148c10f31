import { expect, it } from "vitest";
import { findEdition } from "../../../edition/recognise.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { sampleForm } from "../../../testing/index.ts";
import rule from "./edition-mismatch.ts";

it("tells a form that is checked by another edition, with other money and other years", () => {
  const edition = findEdition("sh-2021");
  if (edition === undefined) throw new Error("no edition");
  const form = sampleForm();
  const seen = [...rule.check({ form, edition, sheet: scoreForm(form, edition) })];
  expect(seen.map((one) => (one.outcome === "violated" ? `${one.at}: ${rule.message(one.facts)}` : ""))).toEqual([
    "edition: 按「上海市 2021 年度表式」核对，但表为版式 sh-2024",
    "currencyUnit: 按「上海市 2021 年度表式」核对，但金额单位为万元",
    "fiscalYear: 按「上海市 2021 年度表式」核对，但年度为 2024，而样本只有 2021 年度的",
  ]);
});
