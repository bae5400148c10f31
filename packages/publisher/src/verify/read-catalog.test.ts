import { describe, expect, it } from "vitest";
import { catalogText } from "../open-data/catalog.ts";
import { compareCatalog, readCatalog } from "./read-catalog.ts";

const FACTS = { forms: 1, unpublished: 0, years: [2024], departments: ["某区数据局"] };
const fileOf = (path: string, bytes: number) => ({ path, bytes, sha256: String(bytes).padStart(64, "0") });
const FILES = [fileOf("data/forms.json", 10), fileOf("data/projects.csv", 20), fileOf("volume/汇编 &'.pdf", 30)];
const measured = new Map(FILES.map((file) => [file.path, file]));
const text = catalogText(FACTS, FILES);
const found = (altered: string) => compareCatalog(readCatalog(Buffer.from(altered)).catalog ?? [], measured);

describe("the catalogue of the open data", () => {
  it("agrees with the files that it describes", () => {
    expect(readCatalog(Buffer.from(text)).catalog).toHaveLength(FILES.length);
    expect(found(text)).toEqual([]);
  });

  it("is named with the file of which it says another size or hash, and with one that is not there", () => {
    expect(found(text.replace('"@value": "20"', '"@value": "21"'))).toMatchObject([
      { code: "data/catalog", file: "data/catalog.jsonld", place: "data/projects.csv", shown: "21", data: "20" },
    ]);
    expect(found(text.replace(/(?<="@value": "0{62})10/u, "11"))).toMatchObject([{ place: "data/forms.json" }]);
    expect(found(text.replaceAll('"@id": "projects.csv"', '"@id": "../../x.csv"'))).toMatchObject([
      { place: "x.csv", what: "没有这个文件" },
    ]);
    expect(found(text.replaceAll('"@id": "projects.csv"', '"@id": "https://example.invalid/%ff"'))).toMatchObject([
      { place: "https://example.invalid/%ff", what: "没有这个文件" },
    ]);
  });

  it.each(["", "{}", "[]", '{"@graph":[{"dcat:distribution":[{}]}]}', '{"@graph":[1]}'])(
    "is refused: %j",
    (altered) => {
      expect(readCatalog(Buffer.from(altered)).mismatches).toMatchObject([{ code: "data/unreadable" }]);
    },
  );
});
