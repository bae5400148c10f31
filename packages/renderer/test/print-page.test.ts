import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPrinter } from "../src/pdf/open-printer.ts";
import { PrintFailure } from "../src/pdf/print-failure.ts";
import type { Printer } from "../src/pdf/printer.ts";
import { kindsOfFonts, openPdf, textOf } from "./read-pdf.ts";
import { samplePage, sampleVolume } from "./sample-page.ts";

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const around = (body: string) => ({ html: samplePage({ body: `<p>${body}</p>` }).html, title: "样张", texts: [body] });

async function failureOf(printing: Promise<unknown>): Promise<PrintFailure> {
  const failure = await printing.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(PrintFailure);
  return failure as PrintFailure;
}

describe("the PDF of a page", () => {
  test("is tagged, titled and in Chinese, with TrueType fonts only", async () => {
    const { bytes, pages } = await printer.print({ ...samplePage(), title: "绩效(自评)表", author: "数据局" });
    const pdf = await openPdf(bytes);
    expect(pdf.numPages).toBe(pages);
    expect(Object.fromEntries((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)).toMatchObject({
      Marked: true,
    });
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: "绩效(自评)表", Author: "数据局", Language: "zh-CN" });
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const role of ["Table", "TR", "TH", "TD", "H1"]) expect(tree).toContain(`"role":"${role}"`);
    expect(await kindsOfFonts(bytes)).toEqual(["CIDFontType2", "Type0"]);
    expect(bytes.length).toBeLessThan(75_000);
  });

  test("gives its text back to another reader, page numbers included", async () => {
    const page = samplePage({ rows: 40 });
    const { bytes, pages } = await printer.print({ ...page, title: "样张" });
    const text = await textOf(bytes);
    for (const expected of page.texts) expect(text).toContain(expected.replace(/\s+/g, ""));
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain(`1/${pages}`);
    expect(text).toContain(`${pages}/${pages}`);
  });

  test("never gives a Kangxi radical back for an ideograph", async () => {
    const prone = Array.from({ length: 0x2fd5 - 0x2f00 + 1 }, (_, index) =>
      String.fromCodePoint(0x2f00 + index).normalize("NFKC"),
    );
    const body = `${prone.join("")}民长母齿龟⻁虎`.replace("⻁", "");
    const { bytes } = await printer.print(around(body));
    const text = await textOf(bytes);
    expect(text).toContain(body);
    expect(text).not.toMatch(/[\u2e80-\u2fdf]/);
  });

  test("prints rare characters from the second face, in every weight", async () => {
    const body = "㐂㑇䶮鿏鿰朙喆翀犇赟";
    const { bytes } = await printer.print({
      ...around(body),
      html: samplePage({ body: `<p>${body}<b>${body}</b></p>` }).html,
    });
    expect(await textOf(bytes)).toContain(body + body);
  });

  test("keeps signs apart that share a glyph", async () => {
    const body = "～〜…⋯“”‘’—–·•㎡℃％①②≥≤±×÷";
    expect(await textOf((await printer.print(around(body))).bytes)).toContain(body);
  });
});

describe("a page that cannot be printed whole is refused", () => {
  test("a character without a glyph, by name and place", async () => {
    const failure = await failureOf(printer.print(around("负责人为𡋾田先生")));
    expect(failure.code).toBe("print/missing-glyph");
    expect(failure.why).toContain("“𡋾”（U+212FE）");
    expect(failure.why).toContain("负责人为𡋾田先生");
  });

  test("a character that only the template or its style sheet shows", async () => {
    const { html, texts } = samplePage({
      head: '<style>p::before{content:"𡋾："}/* 𡈽 */</style>',
      body: "<p>填表人𤳵</p>",
    });
    const failure = await failureOf(printer.print({ html, texts, title: "样张" }));
    expect(failure.why).toContain("U+212FE");
    expect(failure.why).toContain("填表人𤳵");
    expect(failure.why).not.toContain("𡈽");
  });

  test("a radical in place of an ideograph, with the usual spelling", async () => {
    const failure = await failureOf(printer.print(around("项⽬")));
    expect(failure.why).toContain("U+2F6C，通常写作“目”");
  });

  test("a text that the layout hides", async () => {
    const html = samplePage({ body: '<p style="display:none">看不见的字</p>' }).html;
    const failure = await failureOf(printer.print({ html, title: "样张", texts: ["看不见的字"] }));
    expect(failure.code).toBe("print/text-lost");
    expect(failure.why).toContain("看不见的字");
  });
});

test("a volume of many forms prints in one go", async () => {
  const volume = sampleVolume(49);
  const { pages, bytes } = await printer.print({ ...volume, title: "汇编", outline: true });
  expect(pages).toBeGreaterThanOrEqual(49);
  expect((await (await openPdf(bytes)).getOutline())?.length).toBeGreaterThan(0);
});
