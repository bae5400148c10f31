import { type SelfEvaluationForm, decodeForm, findEdition } from "@zipingbiao/core";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { bookmarksOf } from "./bookmarks.ts";
import { viewVolume } from "./view-volume.ts";

const HEAD = { period: "2024年度", name: "汇编", bodies: ["某局"] };

function sample(patches: Record<string, unknown>): SelfEvaluationForm {
  return decodeForm(patchedWire(SAMPLE_FORM, { projectName: "甲", implementingUnit: "某单位", ...patches }));
}

function volume(...groups: readonly (readonly [title: string, forms: readonly SelfEvaluationForm[]])[]) {
  return viewVolume(
    HEAD,
    groups.map(([title, forms]) => ({
      title,
      forms: forms.map((form) => {
        const edition = findEdition(form.edition);
        if (edition === undefined) throw new Error("unknown edition");
        return { form, edition };
      }),
    })),
  );
}

/** Budget and execution as the list of the projects prints them. */
function amountsOf(...forms: readonly SelfEvaluationForm[]) {
  const { list } = volume(["", forms]);
  const rows = list.groups.flatMap(({ rows: inGroup }) => inGroup.map(({ budget, execution }) => [budget, execution]));
  return { currency: list.currency, rows, remark: list.remark };
}

const amounts = (currencyUnit: string, annualBudget: string | null, annualExecution: string | null) => ({
  currencyUnit,
  "funds.total.annualBudget": annualBudget,
  "funds.total.annualExecution": annualExecution,
});

describe("the list of projects", () => {
  it("prints amounts as the forms do where all have one unit", () => {
    expect(amountsOf(sample(amounts("元", "12345678.9", "0")), sample(amounts("元", null, "1.005")))).toEqual({
      currency: "（元）",
      rows: [
        ["12,345,678.9", "0"],
        ["", "1.005"],
      ],
      remark: "",
    });
  });

  it("converts exactly to 万元 where units are mixed, and says so", () => {
    const inYuan = sample(amounts("元", "12345678.9", "1"));
    expect(amountsOf(inYuan, sample(amounts("万元", "1234.5", "0.00")))).toEqual({
      currency: "（万元）",
      rows: [
        ["1,234.56789", "0.0001"],
        ["1,234.5", "0.00"],
      ],
      remark: "其中 1 份自评表的金额以元为单位，本表换算为万元，没有取舍。",
    });
  });
});

describe("viewVolume", () => {
  it("numbers through all groups, with names of their own for the places of every form", () => {
    const view = volume(
      ["某局", [sample({}), sample({ projectName: "乙" })]],
      ["另局", [sample({ projectName: "丙" })]],
    );
    const forms = view.groups.flatMap((group) => group.forms);
    expect(forms.map(({ form }) => [form.anchors.form, form.heading])).toEqual([
      ["form-1", { text: "1　甲　某单位", isBelowGroup: true }],
      ["form-2", { text: "2　乙　某单位", isBelowGroup: true }],
      ["form-3", { text: "3　丙　某单位", isBelowGroup: true }],
    ]);
    expect(bookmarksOf(view).map(({ level, title }) => `${level} ${title}`)).toEqual([
      "1 汇编",
      "1 目录",
      "1 项目一览表",
      "1 某局",
      "2 1　甲",
      "2 2　乙",
      "1 另局",
      "2 3　丙",
    ]);
  });

  it("says the year of every project where there are several, and nowhere else", () => {
    const years = (...forms: readonly SelfEvaluationForm[]) =>
      volume(["", forms]).contents.rows.flatMap(({ entry }) => entry?.year ?? []);
    expect(years(sample({ fiscalYear: 2024 }), sample({ fiscalYear: 2024 }))).toEqual(["", ""]);
    expect(years(sample({ fiscalYear: 2023 }), sample({ fiscalYear: 2024 }))).toEqual(["（2023年度）", "（2024年度）"]);
  });

  it("has no place for what is not published where everything is", () => {
    const view = volume(["", [sample({})]]);
    expect([view.unpublished, view.cover.extent]).toEqual([null, "收录自评表 1 份"]);
    expect(view.contents.rows.map(({ part }) => part?.title)).toEqual(["项目一览表", undefined]);
  });
});
