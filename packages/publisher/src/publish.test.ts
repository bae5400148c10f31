/** The whole line with real templates and documents, and a stand-in for the browser. */
import { readFileSync, readdirSync } from "node:fs";
import { encodeForm } from "@zipingbiao/core";
import { PrintFailure } from "@zipingbiao/renderer";
import { describe, expect, it } from "vitest";
import { World, formText, published } from "../test/stand-in-world.ts";
import { describeBytes } from "./batch/describe-bytes.ts";
import { publish } from "./publish.ts";
import { readInputs } from "./input/read-inputs.ts";

const FIXTURES = new URL("../../../fixtures/", import.meta.url);
const DISCLOSED = new URL("disclosed/", FIXTURES);

describe("publish", () => {
  it("writes every form's documents, the volume, the data, the start page and a manifest of them all", async () => {
    const form = { projectName: "乙", implementingUnit: "某区大数据中心", fiscalYear: 2024 };
    const waiver = { ...form, rule: "scores/total-mismatch", reason: "已说明", signedBy: "岗", date: "2025-03-31" };
    const world = new World({
      "a.json": formText({ projectName: "甲" }),
      "b.json": formText({ projectName: "乙", totalScore: "98.97" }),
      "w.yaml": JSON.stringify({ waivers: [waiver] }),
    });
    const outcome = await published(world, ["a.json", "b.json"], { waivers: "w.yaml" });
    expect([...world.files.keys()].toSorted()).toMatchInlineSnapshot(`
      [
        "data/catalog.jsonld",
        "data/findings.json",
        "data/forms.json",
        "data/forms.xlsx",
        "data/indicators.csv",
        "data/projects.csv",
        "data/schema.json",
        "data/unpublished.csv",
        "data/字段说明.csv",
        "forms/某区大数据中心/01-乙/form.docx",
        "forms/某区大数据中心/01-乙/form.html",
        "forms/某区大数据中心/01-乙/form.json",
        "forms/某区大数据中心/01-乙/form.pdf",
        "forms/某区大数据中心/01-乙/index.html",
        "forms/某区大数据中心/02-甲/form.docx",
        "forms/某区大数据中心/02-甲/form.html",
        "forms/某区大数据中心/02-甲/form.json",
        "forms/某区大数据中心/02-甲/form.pdf",
        "forms/某区大数据中心/02-甲/index.html",
        "index.html",
        "manifest.json",
        "report/汇总报告.docx",
        "report/汇总报告.html",
        "report/汇总报告.pdf",
        "report/汇总表.xlsx",
        "site/form-sh-2024.css",
        "site/index-001.js",
        "site/minisearch.js",
        "site/rows-001.js",
        "site/site.js",
        "site/texts-001.js",
        "volume/汇编.docx",
        "volume/汇编.pdf",
        "公开情况表.xlsx",
      ]
    `);
    const manifest = JSON.parse(world.text("manifest.json")) as {
      files: { path: string; sha256: string; bytes: number }[];
    };
    expect(manifest.files.map((file) => file.path)).toEqual(
      [...world.files.keys()].filter((path) => path !== "manifest.json").toSorted(),
    );
    for (const file of manifest.files)
      expect(describeBytes(file.path, world.files.get(file.path)!)).toMatchObject({
        sha256: file.sha256,
        bytes: file.bytes,
      });
    expect(outcome.report.figures).toMatchObject({ forms: 2, pages: 8, files: 34 });
    expect(JSON.parse(world.text("data/findings.json"))).toMatchObject({
      forms: 2,
      counts: { error: 1, uncheckable: 0 },
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: "scores/total-mismatch",
          form: expect.objectContaining({ file: "b.json", index: 1, projectName: "乙" }) as unknown,
        }),
      ]) as unknown,
    });
    expect(world.closed).toBe(1);
  });

  it("puts beside a corrected form what the correction changed, and says so on the start page", async () => {
    const changes = [{ at: "indicators[0].name", before: "旧名，电话13812345678", after: "系统数量", cause: "asked" }];
    const revision = { number: 2, previous: "a".repeat(64), reason: "名称录入有误", date: "2025-03-01", changes };
    const world = new World({ "a.json": formText({ revision }) });
    const outcome = await published(world, ["a.json"], { mask: true });
    const paths = outcome.forms.flatMap(({ files }) => files.map(({ path }) => path.split("/").at(-1)));
    const documents = ["form", "更正说明"].flatMap((stem) => [`${stem}.pdf`, `${stem}.docx`, `${stem}.html`]);
    expect(paths).toEqual([...documents, "form.json"]);
    const folder = outcome.forms[0]?.planned.folder ?? "";
    expect(world.text(`${folder}/更正说明.html`)).toContain("旧名，电话138＊＊＊＊5678");
    expect(world.text("index.html")).toContain("<li>第 2 次更正（2025-03-01）：名称录入有误。</li>");
    expect(world.text("index.html")).toContain(
      `href="${folder.split("/").map(encodeURIComponent).join("/")}/${encodeURIComponent("更正说明.pdf")}"`,
    );
    expect(world.text("manifest.json")).toContain(`${folder}/更正说明.pdf`);
  });

  it("names a bad input and a form that cannot be printed, and publishes the rest", async () => {
    const world = new World(
      {
        "a.json": formText({ projectName: "甲" }),
        "b.json": formText({ projectName: "印不出来" }),
        "c.txt": "通知\n今年不交表。\n",
        "d.json": `{"schema":`,
      },
      (title) => title.includes("印不出来"),
    );
    const outcome = await published(world, ["a.json", "b.json", "c.txt", "d.json"]);
    expect(outcome.forms.map(({ planned }) => planned.form.projectName)).toEqual(["甲"]);
    expect(outcome.report.troubles.map(({ file, code }) => `${file} ${code}`)).toEqual([
      "c.txt unrecognised-layout",
      "d.json not-json",
      "b.json print/x",
    ]);
    expect(JSON.parse(world.text("data/forms.json"))).toHaveLength(1);
    expect(world.text("index.html")).not.toContain("印不出来");
  });

  it("publishes nothing, and writes nothing, when no form can be read", async () => {
    const world = new World({ "c.txt": "通知\n" });
    expect(await publish(["c.txt"], "OUT", {}, world)).toMatchObject({
      kind: "nothing",
      troubles: [{ file: "c.txt" }],
    });
    expect(world.files.size).toBe(0);
  });

  it("removes what an earlier run wrote and this one did not, and nothing else", async () => {
    const world = new World({ "a.json": formText({ projectName: "甲" }), "b.json": formText({ projectName: "乙" }) });
    await published(world, ["a.json", "b.json"]);
    world.files.set("notes.txt", new Uint8Array());
    const outcome = await published(world, ["b.json"]);
    expect(outcome.report.removed).toBe(5);
    expect([...world.files.keys()].some((path) => path.includes("甲"))).toBe(false);
    expect(world.files.has("notes.txt")).toBe(true);
  });

  it.each([
    ["print/aborted", { code: "print/aborted" }],
    ["print/closed", { code: "print/closed" }],
    // 一份也印不出来，是机器的事，不是表的事。
    ["print/browser-lost", { trouble: { code: "publish/nothing-printed" } }],
  ] as const)("leaves an earlier publication as it is after %s", async (code, told) => {
    const world = new (class extends World {
      isEnded = false;
      override async openPrinter() {
        const printer = await super.openPrinter();
        const ended = new PrintFailure(code, { what: "没有打印", why: "中断", next: "重来" });
        return this.isEnded ? { ...printer, print: () => Promise.reject(ended) } : printer;
      }
    })({ "a.json": formText({ projectName: "甲" }), "b.json": formText({ projectName: "乙" }) });
    await published(world, ["a.json", "b.json"]);
    const before = new Map(world.files);
    world.isEnded = true;
    await expect(publish(["a.json", "b.json"], "OUT", {}, world)).rejects.toMatchObject(told);
    expect([...world.files.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    expect(world.files.get("manifest.json")).toBe(before.get("manifest.json"));
  });

  it("is not led out of its folder by a manifest that was tampered with", async () => {
    const world = new World({ "a.json": formText({}) });
    const files = [{ path: "../../etc/passwd" }, { path: "/etc/passwd" }, { path: "a/../../b" }, { path: 7 }, null];
    world.files.set(
      "manifest.json",
      new TextEncoder().encode(JSON.stringify({ schema: "zipingbiao/manifest@1", files })),
    );
    expect((await published(world, ["a.json"])).report.removed).toBe(0);
  });

  it("escapes every text of a form on the start page", async () => {
    const evil = `"><img src=x onerror=alert(1)><script>1</script>{{constructor}}`;
    const world = new World({ "a.json": formText({ projectName: evil, implementingUnit: evil }) });
    await published(world, ["a.json"]);
    const ours = '<script src="site/site.js" defer></script>';
    expect(world.text("index.html").replace(ours, "")).not.toMatch(/<img|<script/);
    const pages = [...world.files.keys()].filter((path) => path.startsWith("forms/") && path.endsWith("index.html"));
    expect(pages).toHaveLength(1);
    for (const page of pages) expect(world.text(page)).not.toMatch(/<img|<script/);
    expect(world.text("index.html")).toContain("{{constructor}}");
  });

  it("gives the same bytes whatever the order of the inputs, and a form's documents the same when it is alone", async () => {
    const inputs = Object.fromEntries(
      readdirSync(DISCLOSED)
        .filter((name) => name.endsWith(".txt"))
        .map((name) => [name, new Uint8Array(readFileSync(new URL(name, DISCLOSED)))]),
    );
    const names = Object.keys(inputs);
    inputs["waivers.yaml"] = new Uint8Array(readFileSync(new URL("waivers.yaml", FIXTURES)));
    const options = { waivers: "waivers.yaml" };
    const forwards = new World(inputs);
    const backwards = new World(inputs);
    const all = await published(forwards, names, options);
    await published(backwards, names.toReversed(), options);
    expect(all.forms).toHaveLength(49);
    expect(all.report.notes).toEqual([]);
    // What is said of no form alone is told to the bureau and published nowhere.
    expect(all.report.aboutAll.map(({ message }) => message)).toEqual([
      expect.stringContaining("指标全部得满分"),
      expect.stringContaining("指标全部得满分"),
      expect.stringContaining("2021 年度"),
    ]);
    expect(forwards.text("data/findings.json")).not.toContain("across/full-marks-share");
    expect([...backwards.files.keys()].toSorted()).toEqual([...forwards.files.keys()].toSorted());
    for (const [path, bytes] of forwards.files) expect(Buffer.compare(backwards.files.get(path)!, bytes), path).toBe(0);

    const { forms } = await readInputs(names, forwards);
    const [one] = forms.toReversed();
    const alone = new World({ "一份.json": JSON.stringify(encodeForm(one!.form)) });
    const single = await published(alone, ["一份.json"]);
    const twin = all.forms.find(({ planned }) => planned.hash === single.forms[0]!.planned.hash)!;
    for (const name of ["form.pdf", "form.docx", "form.html", "form.json"]) {
      expect(
        Buffer.compare(
          alone.files.get(`${single.forms[0]!.planned.folder}/${name}`)!,
          forwards.files.get(`${twin.planned.folder}/${name}`)!,
        ),
        name,
      ).toBe(0);
    }
  });
});
