import { findEdition } from "@zipingbiao/core";
import { SAMPLE_FORM, sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { type PrintedView, installedTemplates, loadTemplates, renderPage, viewForm, viewReport } from "../src/index.ts";
import { quickLayout } from "../src/page/quick-layout.ts";
import { alteredTemplates } from "./altered-templates.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedSummary } from "./disclosed-summary.ts";
import { disclosedVolume } from "./disclosed-volume.ts";

/** Harmless, and nothing that a template of ours says: with it a template is left to Handlebars. */
const UNUSUAL = '{{#if "x"}}{{/if}}';
const forms = disclosedForms();
const installed = installedTemplates();
const FILES = [
  "editions/sh-2024/form.hbs",
  "editions/sh-2021/form.hbs",
  "editions/central-2020/form.hbs",
  "volume/volume.hbs",
  "volume/divider.hbs",
  "volume/unpublished.hbs",
  "correction/correction.hbs",
  "report/report.hbs",
];
const careful = loadTemplates(
  alteredTemplates(Object.fromEntries(FILES.map((file) => [file, (text: string) => text + UNUSUAL]))),
);
const quick = loadTemplates();

const partial = (name: string): string => installed.read(`partials/${name}.hbs`) ?? "";

function formOf(text: string, id: string): PrintedView {
  const edition = findEdition(id);
  if (edition === undefined) throw new Error("unknown edition");
  const indicators = SAMPLE_FORM.indicators.map((row) => ({ ...row, name: text, deviationNote: text }));
  return viewForm(sampleForm({ edition: id, indicators, notes: text, "overallGoal.actual": text }), edition);
}

describe("the quick layout", () => {
  it("is the text that Handlebars gives", () => {
    const views: readonly PrintedView[] = [
      ...forms.map(({ view }) => view),
      disclosedVolume(forms, true, "<b>&amp;'`=\"</b>"),
      disclosedVolume(forms),
      viewReport(disclosedSummary(), { date: "2025-03-01" }),
      ...["sh-2024", "sh-2021", "central-2020"].map((id) => formOf("≥441.55(万元)<i>&\"'`=\n\n第二段", id)),
    ];
    for (const view of views) expect(renderPage(quick, view).body).toBe(renderPage(careful, view).body);
  });

  it("is what forms are laid out with", () => {
    const layOut = quickLayout(installed.read("editions/sh-2024/form.hbs") ?? "", partial);
    expect(layOut(formOf("文字", "sh-2024"))).toContain("文字");
  });

  it.each([
    ["a literal", UNUSUAL],
    ["a name that the view does not have", "{{titel}}"],
    ["what is no member of its own", "{{toString}}"],
    ["a function in the text", "{{lines title}}"],
    ["a context further out than there is one", "{{../title}}"],
    ["what is no list", "{{#each title}}{{/each}}"],
  ])("leaves %s to Handlebars", (_case, text) => {
    expect(quickLayout(text, partial)({ title: "标题" })).toBeUndefined();
  });

  it("counts the contexts outside as Handlebars does", () => {
    const text = "{{#with a}}{{#if b}}{{../c}}{{/if}}{{#each d}}{{../b}}{{../../c}}{{@first}}{{/each}}{{/with}}";
    const view = { a: { b: "乙", d: ["丁"] }, c: "丙" };
    expect(quickLayout(text.replace("{{@first}}", ""), partial)(view)).toBe("丙乙丙");
    expect(quickLayout(text, partial)(view)).toBeUndefined();
  });
});
