import { describe, expect, it } from "vitest";
import { type FormRecord, FormRecords } from "./form-records.ts";
import type { ReadManifest } from "./read-manifest.ts";

const record = (name: string): FormRecord => ({
  name,
  implementingUnit: "某单位",
  edition: "sh-2024",
  revision: 0,
  hash: name,
});
const volume = { twin: { shows: "volume", fileName: "forms.json", sha256: "x" } } as const;
const manifest = (more: Partial<ReadManifest>): ReadManifest => ({
  forms: 2,
  files: new Map(),
  mismatches: [],
  ...more,
});

function records(): FormRecords {
  const taken = new FormRecords();
  taken.add("data/forms.json", { records: [record("甲"), record("乙")] });
  taken.add("forms/a/form.json", { records: [record("甲")] });
  taken.add("forms/b/form.json", { records: [record("乙")] });
  return taken;
}

describe("what files say of forms", () => {
  it("agrees where the books of a volume together show all of them", () => {
    const taken = records();
    taken.add("volume/汇编-第01册.pdf", { ...volume, records: [record("甲")] });
    taken.add("volume/汇编-第02册.pdf", { ...volume, records: [record("乙")] });
    expect(taken.compare(manifest({ editions: [{ id: "sh-2024", forms: 2 }] }))).toEqual([]);
  });

  it("does not where a book is without its forms, or has others, or a format of it is not whole", () => {
    const taken = records();
    taken.add("volume/汇编.pdf", { ...volume, records: [record("甲"), record("乙")] });
    taken.add("volume/汇编-第01册.docx", { ...volume, records: [record("丙")] });
    taken.add("volume/汇编-第02册.docx", { ...volume, records: [record("乙")] });
    expect(taken.compare(undefined).map(({ code, file, place }) => [code, file, place])).toEqual([
      ["document/other-data", "volume/汇编-第01册.docx", "「丙」"],
      ["document/other-data", "volume/汇编-第02册.docx", "「甲」"],
    ]);
  });

  it("does not where the manifest counts forms of another edition", () => {
    expect(records().compare(manifest({ editions: [{ id: "sh-2021", forms: 2 }] }))).toMatchObject([
      { code: "manifest/count", place: "editions", shown: "sh-2021 2", data: "sh-2024 2" },
    ]);
    expect(records().compare(manifest({ forms: 3 }))).toMatchObject([
      { code: "manifest/count", shown: "3", data: "2" },
    ]);
  });
});
