import { describe, expect, it } from "vitest";
import { dataForms, gated } from "../../test/data-forms.ts";
import { unpublishedForms } from "../gate/unpublished.ts";
import { failedForm } from "./failed-forms.ts";
import { listedPaths } from "./listed-paths.ts";
import { type Manifest, type ManifestSources, manifestPieces } from "./manifest.ts";

const OUTCOME = gated([
  { projectName: "甲" },
  {
    projectName: "乙",
    revision: { number: 2, previous: "a".repeat(64), reason: "误", date: "2025-03-01", changes: [] },
  },
  { projectName: "印不出来" },
  { projectName: "丁", totalScore: "12.00" },
]);
const ALL = dataForms(OUTCOME);
const FORMS = ALL.filter(({ planned }) => planned.form.projectName !== "印不出来");
const font = (family: string, file: string) => ({ family, file, version: "1", sha256: "f".repeat(64) });
const fileOf = (path: string) => ({ path, bytes: 1, sha256: "0".repeat(64), sm3: "1".repeat(64) });
const FILES = [
  "index.html",
  ...FORMS.flatMap(({ planned: { folder } }) => [`${folder}/index.html`, `${folder}/form.pdf`]),
].map(fileOf);
const SOURCES: ManifestSources = {
  forms: OUTCOME.passed.filter(({ planned }) => planned.form.projectName !== "印不出来"),
  unpublished: unpublishedForms(OUTCOME),
  failed: OUTCOME.passed
    .filter(({ planned }) => planned.form.projectName === "印不出来")
    .map(({ planned }) =>
      failedForm({ planned, trouble: { code: "print/x", what: "没有打印。", why: "/srv/x 不可写", next: "" } }),
    ),
  files: FILES,
  maker: { tool: "1.2.3", program: "p".repeat(64), templates: "t".repeat(64), browser: "Chrome/1", fonts: "" },
  fonts: [font("Zpb Song", "b.ttf"), font("Zpb Hei", "c.ttf"), font("Zpb Song", "b.ttf")],
};
const textOf = (sources: ManifestSources): string => [...manifestPieces(sources)].join("");

describe("the manifest", () => {
  it("says of every file which form it shows, and with what everything was made", () => {
    const manifest = JSON.parse(textOf(SOURCES)) as Manifest;
    expect(Object.keys(manifest).join(" ")).toBe(
      "schema tool templates browser forms editions fonts blocked withheld waivers masked failed files",
    );
    expect(manifest).toMatchObject({
      tool: { name: "zipingbiao", version: "1.2.3", program: "p".repeat(64) },
      forms: 2,
      editions: [{ id: "sh-2024", forms: 2 }],
      fonts: [{ file: "c.ttf" }, { file: "b.ttf" }],
      blocked: [{ projectName: "丁" }],
      failed: [{ projectName: "印不出来", fiscalYear: 2024, code: "print/x", reason: "没有打印" }],
    });
    const shown = manifest.files.map(({ path, form }) => [path.split("/").at(-1), form?.projectName, form?.revision]);
    expect(shown).toEqual([
      ["form.pdf", "乙", 2],
      ["index.html", "乙", 2],
      ["form.pdf", "甲", 0],
      ["index.html", "甲", 0],
      ["index.html", undefined, undefined],
    ]);
  });

  it("is the same whatever the order of files and fonts, and tells no folder of the machine", () => {
    const text = textOf(SOURCES);
    expect(textOf({ ...SOURCES, files: FILES.toReversed(), fonts: SOURCES.fonts.toReversed() })).toBe(text);
    expect(text).not.toContain("/srv");
  });

  it("has a line for every file, and lists them for the next run", () => {
    const text = textOf(SOURCES);
    const lines = text.split("\n").filter((line) => line.startsWith('    {"path":'));
    expect(lines).toHaveLength(FILES.length);
    expect(listedPaths(text).toSorted()).toEqual(FILES.map(({ path }) => path).toSorted());
    expect(JSON.parse(textOf({ ...SOURCES, forms: [], files: [], failed: [], unpublished: [] }))).toMatchObject({
      forms: 0,
      files: [],
    });
  });
});
