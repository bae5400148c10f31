/** The whole line with real templates and documents, and a stand-in for the browser. */
import { readFileSync, readdirSync } from "node:fs";
import { encodeForm } from "@zipingbiao/core";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { type Printer, loadTemplates } from "@zipingbiao/renderer";
import { describe, expect, it } from "vitest";
import { type OutputFolder, describeBytes } from "./batch/store.ts";
import type { Environment, ProgressEvent } from "./environment.ts";
import { publish } from "./publish.ts";
import { readInputs } from "./input/read-inputs.ts";

const DISCLOSED = new URL("../../../fixtures/disclosed/", import.meta.url);

class World implements Environment {
  readonly toolVersion = "0.0.0-test";
  readonly files = new Map<string, Uint8Array>();
  readonly events: ProgressEvent[] = [];
  readonly inputs: ReadonlyMap<string, string | Uint8Array>;
  readonly refuse: (title: string) => boolean;
  closed = 0;

  constructor(inputs: Record<string, string | Uint8Array>, refuse: (title: string) => boolean = () => false) {
    this.inputs = new Map(Object.entries(inputs));
    this.refuse = refuse;
  }

  listInputs(paths: readonly string[]) {
    return Promise.resolve({ files: paths.map((path) => ({ path, name: path })), troubles: [] });
  }

  readInput({ path }: { path: string }) {
    const content = this.inputs.get(path) ?? "";
    return Promise.resolve(typeof content === "string" ? new TextEncoder().encode(content) : content);
  }

  openOutput(): Promise<OutputFolder> {
    return Promise.resolve({
      write: (path, content) => {
        const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
        this.files.set(path, bytes);
        return Promise.resolve(describeBytes(path, bytes));
      },
      read: (path) => Promise.resolve(this.files.has(path) ? this.text(path) : undefined),
      remove: (path) => {
        this.files.delete(path);
        return Promise.resolve();
      },
    });
  }

  readonly loadTemplates = () => loadTemplates();

  openPrinter(): Promise<Printer> {
    return Promise.resolve({
      versions: { browser: "Stand-in/1", fonts: [] },
      print: ({ html, title }) =>
        this.refuse(title)
          ? Promise.reject(
              Object.assign(new Error("no"), { code: "print/x", what: "印不出", why: "缺字", next: "换字体" }),
            )
          : Promise.resolve({ bytes: new TextEncoder().encode(html), pages: 2 }),
      close: () => {
        this.closed += 1;
        return Promise.resolve();
      },
    });
  }

  report(event: ProgressEvent) {
    this.events.push(event);
  }

  today() {
    return "2025-03-01";
  }

  elapsed() {
    return 0;
  }

  peakMemory() {
    return undefined;
  }

  text(path: string) {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.files.get(path));
  }
}

const form = (patches: Record<string, unknown>) => JSON.stringify(patchedWire(SAMPLE_FORM, patches));

async function published(world: World, paths: readonly string[]) {
  const outcome = await publish(paths, "OUT", world);
  if (!("manifest" in outcome)) throw new Error("nothing was published");
  return outcome;
}

describe("publish", () => {
  it("writes every form's documents, the volume, the data, the start page and a manifest of them all", async () => {
    const world = new World({
      "a.json": form({ projectName: "甲" }),
      "b.json": form({ projectName: "乙", totalScore: "98.97" }),
    });
    const outcome = await published(world, ["a.json", "b.json"]);
    expect([...world.files.keys()].toSorted()).toMatchInlineSnapshot(`
      [
        "data/findings.json",
        "data/forms.json",
        "data/indicators.csv",
        "data/projects.csv",
        "forms/某区大数据中心/01-乙/form.docx",
        "forms/某区大数据中心/01-乙/form.html",
        "forms/某区大数据中心/01-乙/form.json",
        "forms/某区大数据中心/01-乙/form.pdf",
        "forms/某区大数据中心/02-甲/form.docx",
        "forms/某区大数据中心/02-甲/form.html",
        "forms/某区大数据中心/02-甲/form.json",
        "forms/某区大数据中心/02-甲/form.pdf",
        "index.html",
        "manifest.json",
        "volume/汇编.docx",
        "volume/汇编.pdf",
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
    expect(outcome.figures).toMatchObject({ forms: 2, pages: 6, files: 16 });
    expect(JSON.parse(world.text("data/findings.json"))).toMatchObject({
      forms: 2,
      counts: { error: 1, uncheckable: 0 },
      findings: [{ rule: "scores/total-mismatch", form: { file: "b.json", index: 1, projectName: "乙" } }],
    });
    expect(world.closed).toBe(1);
  });

  it("names a bad input and a form that cannot be printed, and publishes the rest", async () => {
    const world = new World(
      {
        "a.json": form({ projectName: "甲" }),
        "b.json": form({ projectName: "印不出来" }),
        "c.txt": "通知\n今年不交表。\n",
        "d.json": `{"schema":`,
      },
      (title) => title.includes("印不出来"),
    );
    const outcome = await published(world, ["a.json", "b.json", "c.txt", "d.json"]);
    expect(outcome.forms.map(({ planned }) => planned.form.projectName)).toEqual(["甲"]);
    expect(outcome.troubles.map(({ file, code }) => `${file} ${code}`)).toEqual([
      "c.txt unrecognised-layout",
      "d.json not-json",
      "b.json print/x",
    ]);
    expect(JSON.parse(world.text("data/forms.json"))).toHaveLength(1);
    expect(world.text("index.html")).not.toContain("印不出来");
  });

  it("publishes nothing, and writes nothing, when no form can be read", async () => {
    const world = new World({ "c.txt": "通知\n" });
    expect(await publish(["c.txt"], "OUT", world)).toMatchObject({ forms: [], troubles: [{ file: "c.txt" }] });
    expect(world.files.size).toBe(0);
  });

  it("removes what an earlier run wrote and this one did not, and nothing else", async () => {
    const world = new World({ "a.json": form({ projectName: "甲" }), "b.json": form({ projectName: "乙" }) });
    await published(world, ["a.json", "b.json"]);
    world.files.set("notes.txt", new Uint8Array());
    const outcome = await published(world, ["b.json"]);
    expect(outcome.removed).toHaveLength(4);
    expect([...world.files.keys()].some((path) => path.includes("甲"))).toBe(false);
    expect(world.files.has("notes.txt")).toBe(true);
  });

  it("is not led out of its folder by a manifest that was tampered with", async () => {
    const world = new World({ "a.json": form({}) });
    const files = [{ path: "../../etc/passwd" }, { path: "/etc/passwd" }, { path: "a/../../b" }, { path: 7 }, null];
    world.files.set(
      "manifest.json",
      new TextEncoder().encode(JSON.stringify({ schema: "zipingbiao/manifest@1", files })),
    );
    expect((await published(world, ["a.json"])).removed).toEqual([]);
  });

  it("escapes every text of a form on the start page", async () => {
    const evil = `"><img src=x onerror=alert(1)><script>1</script>{{constructor}}`;
    const world = new World({ "a.json": form({ projectName: evil, implementingUnit: evil }) });
    await published(world, ["a.json"]);
    expect(world.text("index.html")).not.toMatch(/<img|<script/);
    expect(world.text("index.html")).toContain("{{constructor}}");
  });

  it("gives the same bytes whatever the order of the inputs, and a form's documents the same when it is alone", async () => {
    const inputs = Object.fromEntries(
      readdirSync(DISCLOSED)
        .filter((name) => name.endsWith(".txt"))
        .map((name) => [name, new Uint8Array(readFileSync(new URL(name, DISCLOSED)))]),
    );
    const names = Object.keys(inputs);
    const forwards = new World(inputs);
    const backwards = new World(inputs);
    const all = await published(forwards, names);
    await published(backwards, names.toReversed());
    expect(all.forms).toHaveLength(49);
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
