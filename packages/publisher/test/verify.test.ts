/** `verify` of a publication with real PDFs: what was changed is named, alone, with its document and place. */
import { type Printer, openPrinter } from "@zipingbiao/renderer";
import { beforeAll, describe, expect, it } from "vitest";
import { describeBytes } from "../src/batch/describe-bytes.ts";
import type { Mismatch } from "../src/verify/verification.ts";
import { verificationReport, verify } from "../src/verify/verify.ts";
import { alterDocx, alterHtml, alterPdf } from "./altered-documents.ts";
import { World, formText, published } from "./stand-in-world.ts";

/** A world with the browser. */
class PrintingWorld extends World {
  override openPrinter(): Promise<Printer> {
    return openPrinter();
  }
}

const CHANGE = { at: "indicators[1].actual", before: "296.00(次)", after: "295.00(次)", cause: "asked" };
const REVISION = { number: 1, previous: "a".repeat(64), reason: "录入有误", date: "2025-03-01", changes: [CHANGE] };
const INPUTS = {
  "a.json": formText({ projectName: "甲项目" }),
  "b.json": formText({ projectName: "乙项目", revision: REVISION }),
};
const FOLDER = "forms/某区大数据中心/02-甲项目";
const CORRECTED = "forms/某区大数据中心/01-乙项目";

let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  const world = new PrintingWorld(INPUTS);
  await published(world, Object.keys(INPUTS));
  files = world.files;
}, 60_000);

/** The publication with some files replaced, removed (`undefined`) or added. */
function worldWith(changes: Readonly<Record<string, Uint8Array | undefined>>): World {
  const world = new World({});
  for (const [path, bytes] of files) world.files.set(path, bytes);
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes === undefined) world.files.delete(path);
    else world.files.set(path, bytes);
  }
  return world;
}

const bytesOf = (path: string): Uint8Array => files.get(path) ?? new Uint8Array();
const textOf = (path: string): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOf(path));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The manifest as it would have to be for these files: what is left to find is in the documents. */
function manifestFor(changes: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const manifest = JSON.parse(textOf("manifest.json")) as { files: { path: string }[] };
  const kept = manifest.files.filter(({ path }) => path !== "data/catalog.jsonld");
  const entries = kept.map((entry) => {
    const changed = changes[entry.path];
    return changed === undefined ? entry : { ...entry, ...describeBytes(entry.path, changed) };
  });
  return bytes(JSON.stringify({ ...manifest, files: entries }));
}

async function mismatches(changes: Readonly<Record<string, Uint8Array | undefined>>): Promise<readonly Mismatch[]> {
  return (await verify(["OUT"], worldWith(changes))).mismatches;
}

/** What is wrong with a file that fits the manifest; the catalogue, which says its size and hash again, is gone. */
async function wrongWith(path: string, altered: Uint8Array): Promise<readonly Mismatch[]> {
  expect(Buffer.from(altered).equals(bytesOf(path))).toBe(false);
  return await mismatches({
    [path]: altered,
    "data/catalog.jsonld": undefined,
    "manifest.json": manifestFor({ [path]: altered }),
  });
}

/** The PDF with one digit's glyph replaced by another's, in the first run that `marks` finds. */
function withOtherGlyph(pdf: Uint8Array, marks: RegExp): Uint8Array {
  let isDone = false;
  return alterPdf(pdf, ({ content }) => {
    const found = isDone ? null : marks.exec(content);
    if (found === null) return undefined;
    isDone = true;
    const glyphs = found[1] ?? "";
    // 306.75 becomes 306.55: a glyph of the same font, from the same run.
    const altered = glyphs.slice(0, 16) + glyphs.slice(20, 24) + glyphs.slice(20);
    return content.replace(glyphs, () => altered);
  });
}

/** All files but the manifest, and those of them that carry data. */
function counts(): { readonly files: number; readonly documents: number } {
  const carrying = [...files.keys()].filter((path) => /(?<!index)\.(?:pdf|docx|html)$/.test(path));
  return { files: files.size - 1, documents: carrying.length };
}

/** A report of several forms repeats what the volume says. */
const isOfForms = ({ file }: Mismatch): boolean => !file.startsWith("report/");

describe("a publication", () => {
  it("agrees with itself as it was published", async () => {
    const outcome = await verify(["OUT"], worldWith({}));
    expect(outcome).toEqual({ ...counts(), mismatches: [], notes: [], troubles: [] });
    expect(JSON.parse(verificationReport(outcome))).toMatchObject({
      schema: "zipingbiao/verification@1",
      counts: { ...counts(), mismatches: 0 },
    });
  });

  it("misses a file, finds one too many, and one that was changed", async () => {
    const changed = bytes(textOf("data/projects.csv").replace("306.75", "306.76"));
    const found = await mismatches({
      [`${FOLDER}/form.docx`]: undefined,
      "data/extra.csv": bytes("x"),
      "data/projects.csv": changed,
    });
    expect(found.map(({ file, code, place }) => [file, code, place])).toEqual([
      ["data/extra.csv", "file/extra", undefined],
      ["data/projects.csv", "file/changed", "sha256"],
      ["data/projects.csv", "file/changed", "sm3"],
      [`${FOLDER}/form.docx`, "file/missing", undefined],
    ]);
  });

  it("names every file when its manifest cannot be read, and says so when there is none", async () => {
    expect(await mismatches({ "manifest.json": bytes("{") })).toEqual([
      expect.objectContaining({ file: "manifest.json", code: "manifest/unreadable" }),
    ]);
    const { troubles: _troubles, ...rest } = await verify(["OUT"], worldWith({ "manifest.json": undefined }));
    const notes = ["OUT 里没有 manifest.json，文件是否齐全、是否被替换过无从核对。"];
    expect(rest).toEqual({ mismatches: [], files: 0, documents: counts().documents, notes });
  });

  it("opens nothing outside of the folder, whatever the manifest lists", async () => {
    const { files: listed, ...manifest } = JSON.parse(textOf("manifest.json")) as { files: object[] };
    const strange = ["../secret.txt", "/etc/passwd", "data/./forms.json", "a\\b"].map((path) => ({
      path,
      bytes: 1,
      sha256: "0".repeat(64),
    }));
    const found = await mismatches({
      "manifest.json": bytes(JSON.stringify({ ...manifest, files: [...listed, ...strange] })),
    });
    expect(found.map(({ code, place }) => [code, place])).toEqual(strange.map(({ path }) => ["manifest/path", path]));
  });
});

describe("one digit", () => {
  it("in the text of a PDF: its glyph swapped for another digit's in the content stream", async () => {
    const path = `${FOLDER}/form.pdf`;
    const altered = withOtherGlyph(bytesOf(path), /<([\da-f]{24})> Tj/i);
    const found = await wrongWith(path, altered);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: "twin/text", file: path });
    expect(found[0]?.shown).not.toBe(found[0]?.data);
  });

  it.each(["docx", "html"] as const)("in the text of a %s", async (format) => {
    const path = `${FOLDER}/form.${format}`;
    const alter = (text: string) => text.replace(/>295\.00(?=[<(])/, ">296.00");
    const altered =
      format === "html" ? alterHtml(bytesOf(path), alter) : alterDocx(bytesOf(path), "word/document.xml", alter);
    expect(await wrongWith(path, altered)).toEqual([
      {
        code: "twin/text",
        file: path,
        place: "第 2 行指标「日常巡检次数」 · 实际完成值",
        what: "文字与数据不同",
        shown: "296.00(次)",
        data: "295.00(次)",
      },
    ]);
  });

  it("in the text of the volume, of a correction's explanation, and of a page number", async () => {
    const volume = "volume/汇编.docx";
    const inVolume = alterDocx(bytesOf(volume), "word/document.xml", (text) =>
      text.replace(/>295\.00\((?![\s\S]*>295\.00\()/, ">296.00("),
    );
    expect(await wrongWith(volume, inVolume)).toEqual([
      expect.objectContaining({
        file: volume,
        place: "「甲项目」第 2 行指标「日常巡检次数」 · 实际完成值",
        shown: "296.00(次)",
      }),
    ]);
    const explanation = `${CORRECTED}/更正说明.html`;
    const inExplanation = alterHtml(bytesOf(explanation), (text) => text.replace(">296.00(", ">297.00("));
    expect(await wrongWith(explanation, inExplanation)).toEqual([
      expect.objectContaining({
        file: explanation,
        place: "第 1 处改动 · 更正前",
        shown: "297.00(次)",
        data: "296.00(次)",
      }),
    ]);
  });

  it.each(["pdf", "docx", "html"] as const)("in the data of a %s", async (format) => {
    const path = `${FOLDER}/form.${format}`;
    const alter = (text: string) => text.replace(/(actual(?:"|&quot;): (?:"|&quot;)295\.0)0/, "$11");
    const altered = {
      pdf: () =>
        alterPdf(bytesOf(path), ({ content }) => (content.includes('"actual": "295.00') ? alter(content) : undefined)),
      docx: () => alterDocx(bytesOf(path), "customXml/item1.xml", alter),
      html: () => alterHtml(bytesOf(path), alter),
    }[format]();
    const found = await wrongWith(path, altered);
    expect(found.map(({ code, file }) => [code, file])).toEqual([
      ["twin/hash", path],
      ["twin/text", path],
    ]);
    expect(found[1]).toMatchObject({
      place: "第 2 行指标「日常巡检次数」 · 实际完成值",
      shown: "295.00(次)",
      data: "295.01(次)",
    });
  });

  it("in form.json and in data/forms.json", async () => {
    const path = `${FOLDER}/form.json`;
    const altered = bytes(textOf(path).replace("295.00", "296.00"));
    expect((await wrongWith(path, altered)).filter(isOfForms).map(({ code, file }) => [code, file])).toEqual([
      ["data/forms", "data/forms.json"],
      ["data/forms", "data/forms.json"],
      ["document/other-data", `${FOLDER}/form.docx`],
      ["document/other-data", `${FOLDER}/form.html`],
      ["document/other-data", `${FOLDER}/form.pdf`],
      ...Array.from({ length: 5 }, () => ["manifest/form", "manifest.json"]),
    ]);
    const all = bytes(textOf("data/forms.json").replace("295.00", "296.00"));
    expect((await wrongWith("data/forms.json", all)).filter(isOfForms).map(({ code, file }) => [code, file])).toEqual([
      ["data/forms", "data/forms.json"],
      ["data/forms", "data/forms.json"],
      ...["docx", "pdf"].flatMap((format) =>
        Array.from({ length: 2 }, () => ["document/other-data", `volume/汇编.${format}`]),
      ),
    ]);
  });

  it("in any figure that the manifest gives for a file", async () => {
    // Documents take their time, and the manifest says of them what it says of other files.
    const isQuick = (path: string): boolean => !/\.(?:pdf|docx|html)$|catalog/u.test(path);
    const lines = textOf("manifest.json").split("\n");
    const quick = lines.filter((line) => isQuick(/"path":"([^"]*)"/u.exec(line)?.[1] ?? "")).join("\n");
    const text = quick.replace(/,(?=\n {2}\]\n\}\n$)/u, "");
    const gone = Object.fromEntries(
      [...files.keys()].filter((path) => !isQuick(path)).map((path) => [path, undefined]),
    );
    const found = (manifest: string) => mismatches({ ...gone, "manifest.json": bytes(manifest) });
    expect(await found(text)).toEqual([]);
    const listed = text.slice(text.indexOf('"files": ['));
    const figures = [...listed.matchAll(/"(?:bytes|revision)":(\d+)|"(?:sha256|sm3)":"([\da-f]{64})"/g)];
    expect(figures.length).toBeGreaterThan(30);
    for (const figure of figures) {
      const digit = /\d(?=[^\d]*$)/.exec(figure[0])?.index ?? 0;
      const at = text.length - listed.length + figure.index + digit;
      const altered = text.slice(0, at) + String((Number.parseInt(text[at] ?? "", 10) + 1) % 10) + text.slice(at + 1);
      expect((await found(altered)).length, figure[0]).toBeGreaterThan(0);
    }
    expect(await found(text.replace('"forms": 2', '"forms": 3'))).toMatchObject([
      { code: "manifest/count", shown: "3", data: "2" },
    ]);
    expect(await found(text.replace('"forms":2', '"forms":3'))).toMatchObject([{ place: "editions" }]);
  });
});

describe("a document", () => {
  it("of one form is not taken for that of another, though it agrees with itself", async () => {
    const path = `${FOLDER}/form.pdf`;
    const found = await wrongWith(path, bytesOf(`${CORRECTED}/form.pdf`));
    expect(found).toEqual([expect.objectContaining({ code: "document/other-data", file: path })]);
  });

  it("is verified by itself", async () => {
    const outcome = await verify([`OUT/${FOLDER}/form.pdf`, "OUT/index.html"], worldWith({}));
    expect(outcome).toMatchObject({
      files: 0,
      documents: 1,
      mismatches: [],
      notes: ["OUT/index.html 里没有可以核对的数据。能够核对的是公开的文件夹，和其中的 PDF、Word、网页文档。"],
    });
  });

  it("that is shown by another style sheet is told, when no manifest speaks for it", async () => {
    const path = `${FOLDER}/form.html`;
    const styled = alterHtml(bytesOf(path), (html) => html.replace("</style>", '.score::after{content:"9"}</style>'));
    const outcome = await verify([`OUT/${path}`], worldWith({ [path]: styled }));
    expect(outcome).toMatchObject({
      documents: 1,
      mismatches: [],
      notes: [`OUT/${path} 的样式表与本机模板的不同，核对的只是文字，不是显示出来的样子。`],
    });
    expect((await verify([`OUT/${path}`], worldWith({}))).notes).toEqual([]);
  });

  it.each([`${FOLDER}/form.html`, "report/汇总报告.html"])("without data is named: %s", async (path) => {
    const bare = alterHtml(bytesOf(path), (html) => html.replace(/<script[\s\S]*<\/script>/, ""));
    expect(await wrongWith(path, bare)).toEqual([expect.objectContaining({ code: "twin/none", file: path })]);
  });
});
