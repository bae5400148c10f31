/** node packages/ingest/test/run-measure.ts 2000: the figures of the stress test over many seeds, with examples. */
import { randomForm } from "./random-form.ts";
import { randomStyle } from "./random-style.ts";
import { measureText, newMeasure } from "./measure.ts";
import { typesetPdf } from "./typeset-pdf.ts";

const count = Number.parseInt(process.argv[2] ?? "500", 10);
const shown = Number.parseInt(process.argv[3] ?? "30", 10);
const measure = newMeasure();
for (let seed = 1; seed <= count; seed += 1) measureText(measure, randomForm(seed), typesetPdf(randomForm(seed), randomStyle(seed)), `pdf-${seed}`);
for (const example of measure.examples.slice(0, shown)) console.log(example);
const { examples: _examples, ...figures } = measure;
console.log(figures);
