/** One digit changed anywhere in what a document shows, or in what it carries, is found and named. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../src/batch/published-form.ts";
import { type CheckedDocument, checkDocument } from "../src/twin/check-document.ts";
import { openDocument } from "../src/twin/open-document.ts";
import { alterDocx, alterHtml } from "./altered-documents.ts";
import { type Documents, disclosedForms, documentsOf, templates, withPrinter } from "./printed-documents.ts";
import { nextDigit, placesOf, shownDigits, withTwin } from "./shown-digits.ts";

const samples: { form: SelfEvaluationForm; documents: Documents }[] = [];
beforeAll(async () => {
  const forms = await disclosedForms();
  // Both editions, one page and several, and names with digits in them.
  const chosen = [forms[0], forms[20], forms[26], forms.findLast(({ edition }) => edition === "sh-2021"), forms.at(-1)];
  await withPrinter(async (printer) => {
    for (const form of chosen)
      if (form !== undefined) samples.push({ form, documents: await documentsOf(form, printer) });
  });
}, 120_000);

function check(bytes: Uint8Array): CheckedDocument {
  const opened = openDocument(bytes);
  if (opened?.kind !== "opened") throw new Error(`not opened: ${JSON.stringify(opened)}`);
  return checkDocument(opened, templates);
}

describe.each(["html", "docx", "pdf"] as const)("%s", (format) => {
  it("agrees with its data as it was printed", () => {
    for (const { form, documents } of samples) {
      const { problems, forms, isCompared, twin } = check(documents[format]);
      expect({ problems, isCompared }).toEqual({ problems: [], isCompared: true });
      expect(forms[0]?.projectName).toBe(form.projectName);
      expect(twin?.sha256).toBe(sha256(twin?.text ?? ""));
    }
  });

  it("tells any one digit changed in the text", () => {
    for (const { documents } of samples) {
      const { count, change } = shownDigits[format](documents[format]);
      expect(count).toBeGreaterThan(100);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: count - 1 }), (at) => {
          const { problems } = check(change(at));
          expect(problems.length).toBeGreaterThan(0);
          expect(problems[0]?.code).toMatch(/^twin\/(?:text|margin)$/);
          expect(problems[0]?.shown).not.toBe(problems[0]?.data);
        }),
        { numRuns: 60 },
      );
    }
  });

  it("tells any one digit changed in the data, with the hash as it was and with a new one", () => {
    for (const { documents } of samples) {
      const { twin } = check(documents[format]);
      if (twin === undefined) throw new Error("no twin");
      const places = placesOf(twin.text.replaceAll('"', ">").replaceAll(",", "<"), 0, />([^<>]*\d[^<>]*)</g);
      const printed = places.filter((at) => !/"(?:schema|edition)": "[^"]*$/.test(twin.text.slice(0, at)));
      fc.assert(
        fc.property(fc.constantFrom(...printed), fc.boolean(), (at, honest) => {
          const text = nextDigit(twin.text, at);
          const altered = withTwin(documents[format], format, text, honest ? twin.sha256 : sha256(text));
          const { problems } = check(altered);
          expect(problems.some(({ code }) => code === "twin/hash")).toBe(honest);
          expect(problems.some(({ code }) => code === "twin/text" || code === "twin/not-a-form")).toBe(true);
        }),
        { numRuns: 15 },
      );
    }
  });
});

it("names the cell, what the document shows and what its data says", () => {
  const sample = samples.find(({ form }) => form.funds.total.annualExecution.kind === "read");
  const amount = sample?.form.funds.total.annualExecution;
  if (sample === undefined || amount?.kind !== "read") throw new Error("no sample");
  const altered = alterDocx(sample.documents.docx, "word/document.xml", (text) =>
    text.replaceAll(`>${amount.text}<`, ">0.01<"),
  );
  const [first, second] = check(altered).problems;
  const told = { code: "twin/text", what: "文字与数据不同", shown: "0.01", data: amount.text };
  expect(first).toEqual({ ...told, place: "年度资金总额 · 全年执行数" });
  expect(second).toEqual({ ...told, place: "其中：当年财政拨款 · 全年执行数" });
});

it("tells a figure that was moved into the blank cell beside it", () => {
  const [sample] = samples;
  if (sample === undefined) throw new Error("no sample");
  const { html, docx } = sample.documents;
  const inHtml = alterHtml(html, (text) =>
    text.replace(/(<td[^>]*>)(\d[\d.]*)(<\/td>\s*<td[^>]*>)(?=<\/td>)/, "$1$3$2"),
  );
  const inDocx = alterDocx(docx, "word/document.xml", (text) => {
    const figure =
      /(<w:t>)(\d[\d.]*)(<\/w:t><\/w:r><\/w:p><\/w:tc>(?:<w:tc>(?:(?!<w:r>|<\/w:tc>).)*))(<\/w:p><\/w:tc>)/;
    return text.replace(figure, "$1$3<w:r><w:t>$2</w:t></w:r>$4");
  });
  for (const [before, after] of [
    [html, inHtml],
    [docx, inDocx],
  ] as const) {
    expect(after).not.toEqual(before);
    const { problems } = check(after);
    expect(problems[0]).toMatchObject({ code: "twin/text", shown: "" });
    expect(problems[0]?.place).toMatch(/得分$|分值$|分数$/);
    expect(problems[1]?.place).toMatch(/之后的空白格$/);
  }
});
