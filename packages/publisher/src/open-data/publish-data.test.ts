import { encodeForm, formJsonSchema } from "@zipingbiao/core";
import { beforeAll, describe, expect, it } from "vitest";
import { dataForms, gated, sheetRows } from "../../test/data-forms.ts";
import { describeBytes } from "../batch/describe-bytes.ts";
import { jsonText } from "../batch/published-form.ts";
import type { OutputFolder, WrittenFile } from "../batch/store.ts";
import { type FindingsReport, findingsReport } from "../findings-report.ts";
import { unpublishedForms } from "../gate/unpublished.ts";
import { dataWorkbook } from "./data-workbook.ts";
import { publishData } from "./publish-data.ts";

const NAMES = { implementingUnit: "某区大数据中心", fiscalYear: 2024 };
const SIGNED = { reason: "已说明", signedBy: "办公室", date: "2025-03-31" };
const WAIVERS = {
  file: "w.yaml",
  waivers: [{ ...NAMES, ...SIGNED, projectName: "乙", rule: "scores/total-mismatch", at: undefined, line: 1 }],
  withheld: [{ ...NAMES, ...SIGNED, projectName: "丙", line: 2 }],
};
const HOSTILE = '=HYPERLINK("http://example.invalid","点")';
const OUTCOME = gated(
  [
    { projectName: "甲", "indicators[0].deviationNote": HOSTILE },
    { projectName: "乙", totalScore: "98.97" },
    { projectName: "丙" },
    { projectName: "丁", totalScore: "12.00" },
    { projectName: "戊", currencyUnit: "元", "funds.total.initialBudget": null },
  ],
  WAIVERS,
);
const FORMS = dataForms(OUTCOME);
const UNPUBLISHED = unpublishedForms(OUTCOME);

const files = new Map<string, string>();
let written: readonly WrittenFile[];

function memoryFolder(): OutputFolder {
  const writePieces: OutputFolder["writePieces"] = async (path, pieces) => {
    const parts: Uint8Array[] = [];
    for await (const piece of pieces) parts.push(Buffer.from(piece));
    const bytes = Buffer.concat(parts);
    files.set(path, bytes.toString("utf8"));
    return describeBytes(path, bytes);
  };
  return { write: (path, content) => writePieces(path, [content]), writePieces };
}

beforeAll(async () => {
  const document = { path: "volume/汇编.pdf", bytes: 12, sha256: "ab".repeat(32) };
  written = await publishData(FORMS, UNPUBLISHED, [document], memoryFolder(), { report: () => undefined });
});

interface Node {
  readonly "@id": string;
  readonly "@type": string | readonly string[];
  readonly [name: string]: unknown;
}

interface Catalog {
  readonly "@context": Readonly<Record<string, string>>;
  readonly "@graph": readonly Node[];
}

const catalog = (): Catalog => JSON.parse(files.get("data/catalog.jsonld") ?? "") as Catalog;
const nodeOf = (id: string): Node => {
  const node = catalog()["@graph"].find((each) => each["@id"] === id);
  if (node === undefined) throw new Error(`no ${id}`);
  return node;
};

describe("the open data", () => {
  it("are what they would be if they were made at once", () => {
    expect(files.get("data/forms.json")).toBe(jsonText(FORMS.map((form) => encodeForm(form.open()))));
    expect(files.get("data/schema.json")).toBe(jsonText(formJsonSchema()));
    const text = files.get("data/findings.json") ?? "";
    const { findings, ...report } = JSON.parse(text) as FindingsReport;
    expect(text).toBe(jsonText(JSON.parse(text)));
    const whole = findingsReport(
      FORMS.map(({ planned: { form, source }, findings: own }) => ({ form, source, findings: own })),
    );
    expect(report).toEqual({ schema: whole.schema, forms: whole.forms, counts: whole.counts });
    expect(findings).toMatchObject(JSON.parse(JSON.stringify(whole.findings)));
    const waived = findings.filter((finding) => "waived" in finding);
    expect(waived).toMatchObject([{ rule: "scores/total-mismatch", form: { projectName: "乙" }, waived: SIGNED }]);
  });

  it("open a form only when its turn comes, and never keep one", () => {
    const opened: number[] = [];
    const forms = dataForms(OUTCOME, opened);
    dataWorkbook(forms, []).sheets[1]?.rows[Symbol.iterator]().next();
    expect(opened).toEqual([forms[0]?.planned.number]);
  });

  it("have a row for every project, with the amounts as printed and exactly in 元", () => {
    const rows = sheetRows(dataWorkbook(FORMS, UNPUBLISHED), "项目");
    expect(
      rows.map((row) => [
        row["序号"],
        row["项目名称"],
        row["全年预算数"],
        row["全年预算数(元)"],
        row["年初预算数(元)"],
      ]),
    ).toEqual(
      FORMS.map(({ planned }) => [
        planned.number,
        planned.form.projectName,
        "#308.00",
        planned.form.projectName === "戊" ? "#308.00" : "#3080000.00",
        planned.form.projectName === "戊" ? "" : "#0.00",
      ]),
    );
    const [header = "", ...lines] = (files.get("data/projects.csv") ?? "").split("\r\n");
    expect(header).toBe(`\uFEFF${Object.keys(rows[0] ?? {}).join(",")}`);
    expect(lines.filter((line) => line !== "")).toHaveLength(rows.length);
  });

  it("never hold a text that a spreadsheet would run", () => {
    expect(files.get("data/indicators.csv")).toContain(`"'=HYPERLINK(""http://example.invalid"",""点"")"`);
    const rows = sheetRows(dataWorkbook(FORMS, UNPUBLISHED), "指标");
    expect(rows.filter((row) => row["偏差原因分析及改进措施"] === HOSTILE)).toHaveLength(1);
    expect(files.get("data/forms.xlsx")).not.toContain("<f>");
  });

  it("name the forms that are not public, and explain every column", () => {
    const book = dataWorkbook(FORMS, UNPUBLISHED);
    expect(sheetRows(book, "未公开的项目").map((row) => [row["项目名称"], row["情况"], row["签批"]])).toEqual([
      ["丁", "暂未公开", ""],
      ["丙", "不予公开", "办公室"],
    ]);
    const explained = sheetRows(book, "字段说明").map((row) => `${row["表"]} ${row["字段"]}`);
    const columns = book.sheets.flatMap(({ name, columns: own }) => own.map(({ caption }) => `${name} ${caption}`));
    expect(explained).toEqual(columns);
    for (const row of sheetRows(book, "字段说明")) expect(row["说明"]).not.toBe("");
  });
});

/** Terms and types as they are written, and what is referred to within the catalogue. */
function* namesIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && !name.startsWith("@")) yield name;
    if (name === "@type") yield* [inner].flat().map(String);
    if (name === "@id" && String(inner).startsWith("#")) yield String(inner);
    yield* namesIn(inner);
  }
}

describe("their catalogue", () => {
  it("names every file with size and hash, beside its format, by an address that leads to it", () => {
    const distributions = catalog()["@graph"].flatMap((node) => (node["dcat:distribution"] ?? []) as readonly Node[]);
    const addressed = new Map(
      distributions.map((node) => {
        const { "@id": address = "" } = node["dcat:downloadURL"] as { "@id"?: string };
        const { pathname } = new URL(address, "http://base.invalid/data/catalog.jsonld");
        return [decodeURIComponent(pathname.slice(1)), node] as const;
      }),
    );
    const described = written.filter(({ path }) => !/catalog|schema|字段说明/u.test(path));
    expect([...addressed.keys()].toSorted()).toEqual(
      [...described.map(({ path }) => path), "volume/汇编.pdf"].toSorted(),
    );
    for (const { path, bytes, sha256 } of described) {
      expect(addressed.get(path)).toMatchObject({
        "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": String(bytes) },
        "spdx:checksum": { "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": sha256 } },
        "dcat:mediaType": {
          "@id": expect.stringMatching(/^https:\/\/www\.iana\.org\/assignments\/media-types\/\w+\/[\w.-]+$/u) as string,
        },
      });
    }
    expect(addressed.get("data/forms.json")).toMatchObject({ "dct:conformsTo": { "@id": "schema.json" } });
  });

  it("is JSON-LD in itself: every term has its prefix, every reference its node, and it is not dated", () => {
    const { "@context": context, "@graph": graph } = catalog();
    const ids = new Set(
      graph.flatMap((node) => [
        node["@id"],
        ...((node["dcat:distribution"] ?? []) as readonly Node[]).map((each) => each["@id"]),
      ]),
    );
    const names = [...namesIn(graph)];
    const terms = names.filter((name) => !name.startsWith("#"));
    expect(new Set(terms.map((name) => name.split(":")[0] ?? ""))).toEqual(new Set(Object.keys(context)));
    expect(names.filter((name) => name.startsWith("#") && !ids.has(name))).toEqual([]);
    expect(JSON.stringify(graph)).not.toMatch(/dct:(?:issued|modified)/u);
  });

  it("says who answers for the data and which years they are of", () => {
    expect(nodeOf("#forms")).toMatchObject({
      "@type": ["dcat:Dataset", "schema:Dataset"],
      "dct:title": { "@language": "zh", "@value": "2024年度财政项目支出绩效自评表" },
      "dct:publisher": { "@id": "#department-1" },
      "dct:temporal": [{ "dcat:startDate": { "@value": "2024-01-01" }, "dcat:endDate": { "@value": "2024-12-31" } }],
      "schema:temporalCoverage": ["2024-01-01/2024-12-31"],
    });
    expect(nodeOf("#department-1")["foaf:name"]).toEqual({
      "@language": "zh",
      "@value": FORMS[0]?.planned.form.competentDepartment,
    });
  });
});
