/** node packages/ingest/test/show-seed.ts 93: the text of one seed of the stress test, from its indicator table on. */
import { randomForm } from "./random-form.ts";
import { randomStyle } from "./random-style.ts";
import { typesetPdf } from "./typeset-pdf.ts";

const seed = Number.parseInt(process.argv[2] ?? "1", 10);
console.log(randomStyle(seed));
console.log(typesetPdf(randomForm(seed), randomStyle(seed)).replaceAll(/\n\n/gu, "\n~"));
