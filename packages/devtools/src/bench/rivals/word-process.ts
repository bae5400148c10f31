/** One way of making Word documents, in memory and on one core: `ours`, `limit`, `docxtemplater` or `docx`. Files are written afterwards. */
import { decodeForm, findEdition } from "@zipingbiao/core";
import { nodeEnvironment, renderForm } from "@zipingbiao/publisher";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type WireForm, readSeason } from "../season.ts";
import { formRows } from "./form-rows.ts";
import { libraryWord } from "./library-word.ts";
import { rawWord } from "./raw-word.ts";
import { makeTemplate, templateWord } from "./template-word.ts";

const [, , way = "", folder = "", target = "", rounds = "1"] = process.argv;

type Maker = () => Uint8Array | Promise<Uint8Array>;

const forms = readSeason(folder, readdirSync(folder).toSorted());
const makers = makersOf(way, forms);
const made: Uint8Array[] = [];
/** Milliseconds in which what is compiled while it runs is compiled, the same for every way: counted in documents, the slowest had twenty times as long. */
const WARM_UP = 1500;
for (const begun = performance.now(); performance.now() - begun < WARM_UP; ) for (const make of makers) await make();
const before = process.cpuUsage();
const started = performance.now();
for (let round = 0; round < Number.parseInt(rounds, 10); round += 1) {
  for (const [at, make] of makers.entries()) made[at] = await make();
}
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(before);
mkdirSync(target, { recursive: true });
for (const [at, bytes] of made.entries()) writeFileSync(join(target, `${at + 1}.docx`), bytes);
console.log(JSON.stringify({ milliseconds, processor: (user + system) / 1e6 }));

/** From a form in memory to the bytes of its document. */
function makersOf(name: string, wire: readonly WireForm[]): readonly Maker[] {
  switch (name) {
    case "ours":
      return ourMakers(wire);
    case "limit":
      return wire.map((form) => () => rawWord(formRows(form)));
    case "docxtemplater": {
      const template = makeTemplate();
      return wire.map((form) => () => templateWord(template, formRows(form)));
    }
    case "docx":
      return wire.map((form) => () => libraryWord(formRows(form)));
    default:
      throw new Error(`no way to make a document: ${name}`);
  }
}

function ourMakers(wire: readonly WireForm[]): readonly Maker[] {
  const environment = nodeEnvironment({ report: () => undefined });
  const templates = environment.loadTemplates();
  const parts = { templates, printer: () => Promise.reject(new Error("a Word document of a form needs no print")) };
  return wire.map((json) => {
    const form = decodeForm(json);
    const edition = findEdition(form.edition);
    if (edition === undefined) throw new Error(`no edition ${form.edition}`);
    return async () => {
      const [document] = await renderForm(form, edition, ["docx"], parts);
      if (document === undefined) throw new Error("no document");
      return document.bytes;
    };
  });
}
