/**
 * `data/catalog.jsonld`: the open data described in DCAT 3 (with the members that DCAT-AP asks for) and, in the same nodes, as
 * datasets of schema.org. Addresses are relative to the file, so that the folder may lie anywhere; nothing is dated.
 */
import { DATA_FOLDER, FIELDS_PATH, SCHEMA_PATH } from "../batch/data-files.ts";
import { MANIFEST_PATH } from "../batch/listed-paths.ts";
import { jsonText } from "../batch/published-form.ts";
import type { WrittenFile } from "../batch/store.ts";
import type { CatalogFacts } from "./catalog-facts.ts";
import { DATASETS, type Dataset, standardOf } from "./datasets.ts";

/** Written out, because nobody who reads the catalogue is to need the network for it. */
const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  schema: "https://schema.org/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const EU = "http://publications.europa.eu/resource/authority";
const MEDIA = "https://www.iana.org/assignments/media-types";
const OFFICE = "application/vnd.openxmlformats-officedocument";

/** By the ending of a name: its media type, and its name among the file types of DCAT-AP. */
const FORMATS: Readonly<Record<string, readonly [mediaType: string, fileType: string]>> = {
  csv: ["text/csv", "CSV"],
  json: ["application/json", "JSON"],
  xlsx: [`${OFFICE}.spreadsheetml.sheet`, "XLSX"],
  docx: [`${OFFICE}.wordprocessingml.document`, "DOCX"],
  pdf: ["application/pdf", "PDF"],
  html: ["text/html", "HTML"],
};

type Node = Readonly<Record<string, unknown>>;

/** The text of the catalogue of `files`: the data of a publication, and its documents about all forms, as they were written. */
export function catalogText(facts: CatalogFacts, files: readonly WrittenFile[]): string {
  const datasets = DATASETS.flatMap((dataset) => {
    const own = files.filter(({ path }) => dataset.has(path));
    return own.length === 0 ? [] : [datasetNode(dataset, own, facts)];
  });
  const catalog = {
    "@id": "#catalog",
    "@type": ["dcat:Catalog", "schema:DataCatalog"],
    ...titled(`${periodOf(facts)}财政项目支出绩效自评公开数据`, aboutAll(facts)),
    ...sharedMembers(facts),
    "foaf:homepage": { "@id": "../index.html" },
    "dct:relation": { "@id": `../${MANIFEST_PATH}` },
    "dcat:dataset": datasets.map(({ "@id": id }) => ({ "@id": id })),
    "schema:dataset": datasets.map(({ "@id": id }) => ({ "@id": id })),
  };
  const bodies = facts.departments.map(bodyNode);
  return jsonText({ "@context": CONTEXT, "@graph": [catalog, ...datasets, ...bodies, ...STANDARDS] });
}

const STANDARDS: readonly Node[] = [
  {
    "@id": addressOf(SCHEMA_PATH),
    "@type": "dct:Standard",
    "dct:title": chinese("自评表的 JSON Schema（zipingbiao/form@1）"),
  },
  { "@id": addressOf(FIELDS_PATH), "@type": "dct:Standard", "dct:title": chinese("各表的字段说明") },
];

function datasetNode(dataset: Dataset, files: readonly WrittenFile[], facts: CatalogFacts): Node & { "@id": string } {
  const distributions = files.map(distributionNode);
  const standards = [...new Set(files.flatMap(({ path }) => standardOf(path) ?? []))];
  return {
    "@id": `#${dataset.id}`,
    "@type": ["dcat:Dataset", "schema:Dataset"],
    ...titled(`${periodOf(facts)}${dataset.title}`, dataset.about),
    ...sharedMembers(facts),
    "dcat:keyword": dataset.keywords.map(chinese),
    "dcat:theme": [{ "@id": `${EU}/data-theme/GOVE` }, { "@id": `${EU}/data-theme/ECON` }],
    "dct:accrualPeriodicity": { "@id": `${EU}/frequency/ANNUAL` },
    "dcat:landingPage": { "@id": "../index.html" },
    ...(standards.length === 0
      ? {}
      : { "dct:conformsTo": standards.map((standard) => ({ "@id": encoded(standard) })) }),
    "dcat:distribution": distributions,
    "schema:distribution": distributions.map(({ "@id": id }) => ({ "@id": id })),
  };
}

function distributionNode({ path, bytes, sha256 }: WrittenFile): Node & { "@id": string } {
  const [mediaType, fileType] = FORMATS[path.split(".").at(-1) ?? ""] ?? ["application/octet-stream", "BIN"];
  const address = addressOf(path);
  const standard = standardOf(path);
  return {
    // A name of the copy, apart from the file that it leads to.
    "@id": `#${encoded(path)}`,
    "@type": ["dcat:Distribution", "schema:DataDownload"],
    "dct:title": chinese(path.split("/").at(-1) ?? path),
    "dcat:accessURL": { "@id": address },
    "dcat:downloadURL": { "@id": address },
    "dcat:mediaType": { "@id": `${MEDIA}/${mediaType}` },
    "dct:format": { "@id": `${EU}/file-type/${fileType}` },
    "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": String(bytes) },
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
      "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": sha256 },
    },
    ...(standard === undefined ? {} : { "dct:conformsTo": { "@id": encoded(standard) } }),
    "schema:contentUrl": { "@id": address },
    "schema:encodingFormat": mediaType,
    "schema:contentSize": `${bytes} B`,
    "schema:sha256": sha256,
  };
}

/** What the catalogue and every dataset say alike. */
function sharedMembers({ years, departments }: CatalogFacts): Node {
  const span = (year: number): readonly [string, string] => [`${year}-01-01`, `${year}-12-31`];
  return {
    // Several departments have no publisher in common that their forms would name.
    ...(departments.length === 1 ? { "dct:publisher": bodyOf(0), "schema:publisher": bodyOf(0) } : {}),
    "dct:creator": departments.map((_name, at) => bodyOf(at)),
    "dct:language": { "@id": `${EU}/language/ZHO` },
    "dct:spatial": { "@id": `${EU}/country/CHN` },
    "dct:accessRights": { "@id": `${EU}/access-right/PUBLIC` },
    "dct:temporal": years.map((year) => {
      const [from, to] = span(year);
      return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": { "@type": "xsd:date", "@value": from },
        "dcat:endDate": { "@type": "xsd:date", "@value": to },
      };
    }),
    "schema:inLanguage": "zh-CN",
    "schema:isAccessibleForFree": true,
    "schema:temporalCoverage": years.map((year) => span(year).join("/")),
  };
}

const bodyOf = (at: number): Node => ({ "@id": `#department-${at + 1}` });

function bodyNode(name: string, at: number): Node {
  return {
    ...bodyOf(at),
    "@type": ["foaf:Organization", "schema:Organization"],
    "foaf:name": chinese(name),
    "schema:name": name,
  };
}

function titled(title: string, about: string): Node {
  return {
    "dct:title": chinese(title),
    "dct:description": chinese(about),
    "schema:name": title,
    "schema:description": about,
  };
}

function chinese(text: string): Node {
  return { "@language": "zh", "@value": text };
}

function periodOf({ years }: CatalogFacts): string {
  if (years.length === 0) return "";
  return `${years.length > 2 ? `${years[0]}—${years.at(-1)}` : years.join("、")}年度`;
}

function aboutAll({ forms, unpublished, departments }: CatalogFacts): string {
  const rest = unpublished === 0 ? "没有未公开的" : `另有 ${unpublished} 份未公开，名称和原因见未公开项目表`;
  return `${departments.length} 个主管部门的 ${forms} 份财政项目支出绩效自评表；${rest}。使用条件以发布单位的说明为准。`;
}

/** Relative to the catalogue. */
function addressOf(path: string): string {
  const folder = `${DATA_FOLDER}/`;
  return path.startsWith(folder) ? encoded(path.slice(folder.length)) : `../${encoded(path)}`;
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
