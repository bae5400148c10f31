/** Documents made to mislead or to exhaust: refused by our own words, in bounded time, and never read as a form. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readSource } from "../src/input/read-source.ts";
import type { DocumentFormat } from "../src/render-form.ts";
import { checkDocument } from "../src/twin/check-document.ts";
import { openDocument } from "../src/twin/open-document.ts";
import { alterDocx, alterHtml, alterPdf, partsOf, zipOf } from "./altered-documents.ts";
import {
  disclosedForms,
  disclosedSources,
  documentsOf,
  reportOf,
  templates,
  withPrinter,
} from "./printed-documents.ts";
import { readOrRefused } from "./same-form.ts";

let documents: Readonly<Record<DocumentFormat, Uint8Array>>;
let other: Readonly<Record<DocumentFormat, Uint8Array>>;
/** Of two forms, with charts. */
let report: Readonly<Record<DocumentFormat, Uint8Array>>;
let form: SelfEvaluationForm | undefined;
beforeAll(async () => {
  const forms = await disclosedForms();
  form = forms[0];
  await withPrinter(async (printer) => {
    const [one, two] = forms;
    if (one === undefined || two === undefined) throw new Error("no forms");
    documents = await documentsOf(one, printer);
    other = await documentsOf(two, printer);
    report = await reportOf((await disclosedSources()).slice(0, 2), printer);
  });
}, 60_000);

/** Why a file gives no form; it must give none. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const { forms, problems } = await readSource("表.x", bytes, () => templates);
  expect(forms).toEqual([]);
  return problems.map(({ code, what, why, next }) => `${code} ${what} ${why} ${next}`).join("\n");
}

describe("PDF", () => {
  it("of another program is read by its page, which the data must agree with; cut off it is not, and why", async () => {
    const [whole, half] = [documents.pdf, documents.pdf.subarray(0, 20_000)];
    const foreign = Buffer.from(Buffer.from(whole).toString("latin1").replace("%PDF-1.7", "%PDF-1.4"), "latin1");
    const { isRead, told } = await readOrRefused(foreign, form);
    expect(isRead).toBe(true);
    expect(told).toContain("文件经别的程序另存过，读取的是页面上看到的文字");
    expect(await refusal(half)).toContain("PDF 打不开。 文件没有结尾，后面的内容已经丢失。");
  });

  it("names a picture, a drawn shape and a note on the page: they could cover a figure", async () => {
    const drawn = alterPdf(documents.pdf, ({ content: text }) =>
      text.includes(" Tj") ? `${text}\n0 0 m 10 10 l S` : undefined,
    );
    expect(await refusal(drawn)).toContain("第 1 页的图形");
  });

  it("has other words read than are seen", async () => {
    const altered = alterPdf(documents.pdf, ({ content: text }) =>
      text.includes(" Tj")
        ? text.replace(/<[\dA-F]+> Tj/i, (shown) => `/Span <</ActualText <FEFF0039> >> BDC\n${shown}\nEMC`)
        : undefined,
    );
    expect(await refusal(altered)).toContain("第 1 页的替换文字");
  });

  it.each([
    ["a number without end", `${"1".repeat(400_000)}x`],
    ["a dictionary without end", `/P <<${"a".repeat(8_000_000)}`],
    ["a string without end", `/P <</E (${"a".repeat(8_000_000)})>> BDC EMC`],
    ["marks within marks", "/P BMC ".repeat(200_000)],
  ])("with %s is refused, or read as it shows, and soon", async (_name, added) => {
    const altered = alterPdf(documents.pdf, ({ content: text }) =>
      text.includes(" Tj") ? `${text}\n${added}` : undefined,
    );
    const from = process.threadCpuUsage();
    const { isRead, told } = await readOrRefused(altered, form);
    expect(told).toContain(isRead ? "twin/saved-again" : "没有读取");
    const { user, system } = process.threadCpuUsage(from);
    expect((user + system) / 1_000_000).toBeLessThan(3);
  });

  it("shows a text outside of its tags, or under a mark that no tag names", async () => {
    for (const added of ["BT /F1 9 Tf <0012> Tj ET", "/P <</MCID 9999 >>BDC BT /F1 9 Tf <0012> Tj ET EMC"]) {
      const altered = alterPdf(documents.pdf, ({ content: text }) =>
        text.includes(" Tj") ? `${text}\n${added}` : undefined,
      );
      expect(await refusal(altered)).toContain("第 1 页正文之外");
    }
  });
});

describe("HTML", () => {
  const altered = (edit: (html: string) => string) => refusal(alterHtml(documents.html, edit));

  it.each<[string, (html: string) => string, string]>([
    [
      "a comment around the data",
      (html) => html.replace(/<script[\s\S]*<\/script>/, (all) => `<!-- ${all} -->`),
      "<!--",
    ],
    ["a comment in the data", (html) => html.replace(/("projectName": ")/, "$1<!--"), "script"],
    ["a script", (html) => html.replace("</body>", "<script>alert(1)</script></body>"), "脚本"],
    ["a chart", (html) => html.replace("</body>", '<svg width="1"><text>9</text></svg></body>'), "第 1 幅图"],
    ["a script in a chart", (html) => html.replace("</body>", "<svg ><script>x()</script></svg></body>"), "图形"],
    ["a chart that never ends", (html) => html.replace("</body>", "<svg ><text>9</text></body>"), "图形"],
    ["a frame", (html) => html.replace("</body>", '<iframe class="x"></iframe></body>'), "iframe"],
    ["a look of its own", (html) => html.replace("<td", '<td style="display:none"'), "属性"],
    ["a handler", (html) => html.replace("<td", '<td onclick="x()"'), "属性"],
    ["deep nesting", (html) => html.replace("<body>", `<body>${"<section>".repeat(100_000)}`), "嵌套超过"],
    ["a tag that never ends", (html) => html.replace("<td", `<td ${'a="" '.repeat(100_000)}!`), "写法"],
    ["text behind the body", (html) => html.replace("</body>", "</body>完"), "正文之外"],
    ["no end", (html) => html.replace("</html>", ""), "不成对"],
  ])("with %s", async (_name, edit, why) => {
    expect(await altered(edit)).toContain(why);
  });

  it("with two sets of data", async () => {
    const [script = ""] = /<script[\s\S]*<\/script>/.exec(new TextDecoder().decode(other.html)) ?? [];
    expect(await altered((html) => html.replace("</head>", () => `${script}</head>`))).toContain("2 份数据");
  });
});

describe("DOCX", () => {
  const refused = (part: string, edit: (text: string) => string) => refusal(alterDocx(documents.docx, part, edit));

  it("with two sets of data", async () => {
    const parts = new Map(partsOf(documents.docx));
    const data = parts.get("customXml/item1.xml");
    if (data === undefined) throw new Error("no data");
    parts.set("customXml/item2.xml", data);
    const both = alterDocx(zipOf(parts), "word/_rels/document.xml.rels", (text) =>
      text.replace(
        /<Relationship Id="rIdTwin"[^>]*>/,
        (one) => one + one.replace("rIdTwin", "rId99").replace("item1", "item2"),
      ),
    );
    expect(await refusal(both)).toContain("2 份数据");
  });

  it.each<[string, string, (text: string) => string, string]>([
    [
      "a tracked change",
      "word/document.xml",
      (xml) => xml.replace(/<w:r>(?=.*?<\/w:r>)/, "<w:ins><w:r><w:t>1</w:t></w:r></w:ins><w:r>"),
      "twin/text",
    ],
    [
      "hidden text",
      "word/document.xml",
      (xml) => xml.replaceAll("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
      "twin/text",
    ],
    [
      "text in the footer",
      "word/footer1.xml",
      (xml) => xml.replace("</w:p>", "<w:r><w:t>作废</w:t></w:r></w:p>"),
      "页眉页脚",
    ],
    ["a picture", "word/document.xml", (xml) => xml.replace("</w:p>", "<w:r><w:drawing/></w:r></w:p>"), "图片"],
    ["elements in the data", "customXml/item1.xml", (xml) => xml.replace("</twin>", "<x/></twin>"), "Word 文件"],
  ])("with %s", async (_name, part, edit, why) => {
    expect(await refused(part, edit)).toContain(why);
  });
});

describe("data", () => {
  it.each<[string, (text: string) => string, string]>([
    ["of another schema", (text) => text.replace("form@1", "form@9"), "不是合格的自评表"],
    ["that is no JSON", (text) => text.slice(0, -20), "JSON"],
    ["of great depth", () => `[${"[".repeat(100_000)}`, "JSON 嵌套过深"],
    ["of two forms", (text) => `[${text},${text.replace('"projectName": "', '"projectName": "又')}]`, "应当只有一份"],
    ["of an edition that nobody knows", (text) => text.replace("sh-2024", "sh-1999"), "版式：只能是"],
  ])("%s", async (_name, edit, why) => {
    const altered = alterDocx(documents.docx, "customXml/item1.xml", (xml) => {
      const [, before = "", text = "", after = ""] = /^([\s\S]*?sha256="\w+">)([\s\S]*)(<\/twin>)$/.exec(xml) ?? [];
      return before + edit(text.replaceAll("&quot;", '"')).replaceAll('"', "&quot;") + after;
    });
    expect(await refusal(altered)).toContain(why);
  });

  it("of another form is found by the text", async () => {
    const data = partsOf(other.docx).get("customXml/item1.xml");
    const altered = alterDocx(documents.docx, "customXml/item1.xml", () => new TextDecoder().decode(data));
    const told = await refusal(altered);
    expect(told).toMatch(/^twin\/text 文件里的文字与它所带的数据不一致，没有读取/);
    expect(told).toContain("项目名称：文件里是「");
    expect(told).toContain("zpb correct");
  });
});

describe.each(["pdf", "docx", "html"] as const)("%s spoilt at random", (format) => {
  it("throws nothing, and gives the form itself or none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2 ** 30), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }),
        fc.nat(2 ** 30),
        fc.boolean(),
        (flips, cut, isCut) => {
          const bytes = Uint8Array.from(documents[format]);
          for (const [at, value] of flips) bytes[at % bytes.length] = value;
          const spoilt = isCut ? bytes.subarray(0, cut % bytes.length) : bytes;
          const opened = openDocument(spoilt);
          if (opened?.kind !== "opened" || opened.twins.length === 0) return;
          const { problems, forms } = checkDocument(opened, templates);
          expect(problems.length > 0 ? form : forms[0]).toEqual(form);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it("with charts, throws nothing, and gives its forms or none", () => {
    const opened = openDocument(report[format]);
    if (opened?.kind !== "opened") throw new Error("not opened");
    const forms = checkDocument(opened, templates).forms;
    fc.assert(
      fc.property(fc.nat(2 ** 30), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const spoilt = Uint8Array.from(report[format]);
        spoilt[at % spoilt.length] = value;
        const read = openDocument(spoilt);
        if (read?.kind !== "opened" || read.twins.length === 0) return;
        const checked = checkDocument(read, templates);
        expect(checked.problems.length > 0 ? forms : checked.forms).toEqual(forms);
      }),
      { numRuns: format === "docx" ? 30 : 100 },
    );
  }, 60_000);

  it.each(["form", "report"])(
    "of a %s, spoilt inside of its parts, throws nothing either",
    (kind) => {
      const whole = kind === "form" ? documents : report;
      fc.assert(
        fc.property(
          fc.nat(2 ** 30),
          fc.nat(2 ** 30),
          fc.constantFrom("0", "9", "<", ">", "[", "(", "/", "R", " ", "\0", '"', "\u00ff"),
          (part, at, value) => {
            const opened = openDocument(spoilInside(whole[format], format, part, at, value));
            if (opened?.kind === "opened") checkDocument(opened, templates);
          },
        ),
        { numRuns: kind === "form" ? 200 : 30 },
      );
    },
    60_000,
  );
});

/** One character of one unpacked part replaced. */
function spoilInside(bytes: Uint8Array, format: DocumentFormat, part: number, at: number, value: string): Uint8Array {
  const put = (text: string) => {
    const place = at % Math.max(1, text.length);
    return text.slice(0, place) + value + text.slice(place + 1);
  };
  if (format === "html") return alterHtml(bytes, put);
  if (format === "docx") {
    const names = [...partsOf(bytes).keys()];
    return alterDocx(bytes, names[part % names.length] ?? "", put);
  }
  let seen = 0;
  let count = 0;
  alterPdf(bytes, () => {
    count += 1;
    return undefined;
  });
  return alterPdf(bytes, ({ content: text }) => {
    seen += 1;
    return seen - 1 === part % count ? put(text) : undefined;
  });
}
