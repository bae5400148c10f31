import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { listInputs } from "./list-inputs.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-list-"));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (path: string) => writeFileSync(join(folder, path), "");
mkdirSync(join(folder, "更正"));
mkdirSync(join(folder, "来件"));
mkdirSync(join(folder, "网页"));
put(join("网页", "index.html"));
for (const name of ["form.json", "form.pdf", "form.docx", "form.html", "index.html", "更正说明.pdf", "另一份.txt"])
  put(join("更正", name));
for (const name of [
  "form.pdf",
  "更正说明.docx",
  "index.html",
  ".hidden",
  "~$自评表.xlsx",
  "zpb.rules.yaml",
  "放行.YML",
])
  put(join("来件", name));

const namesIn = async (...paths: readonly string[]) =>
  (await listInputs(paths.map((path) => join(folder, path)))).files.map(({ name }) => name);

describe("listInputs", () => {
  it("passes over settings and what was printed from a form.json beside it, and over nothing else", async () => {
    expect(await namesIn("更正")).toEqual(["form.json", "另一份.txt"]);
    expect(await namesIn("来件")).toEqual(["form.pdf", "更正说明.docx"]);
    expect(await namesIn("网页")).toEqual(["index.html"]);
    expect(await namesIn(".")).toEqual([
      "更正/form.json",
      "更正/另一份.txt",
      "来件/form.pdf",
      "来件/更正说明.docx",
      "网页/index.html",
    ]);
  });

  it("a file that is named itself is read, whatever stands beside it", async () => {
    expect(await namesIn("更正/form.pdf")).toEqual(["form.pdf"]);
    expect(await namesIn("来件/zpb.rules.yaml")).toEqual(["zpb.rules.yaml"]);
  });
});
