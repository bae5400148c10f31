/** node --conditions=source packages/ingest/test/run-measure.ts 2000 30 pdf 100000: the figures of the stress test, examples, from which seed. */
import { measureText, newMeasure } from "./measure.ts";
import { diceOf, randomForm } from "./random-form.ts";
import { randomStyle } from "./random-style.ts";
import { typesetPdf } from "./typeset-pdf.ts";
import { randomTsvStyle, typesetTsv } from "./typeset-tsv.ts";

const [count = "500", shown = "30", media = "pdf,pdf21,pdf20,tsv,tsv21,tsv20", after = "0"] = process.argv.slice(2);
for (const medium of media.split(",")) {
  const measure = newMeasure();
  const first = Number.parseInt(after, 10) + 1;
  for (let seed = first; seed < first + Number.parseInt(count, 10); seed += 1) {
    const form = randomForm(
      seed,
      medium.endsWith("21") ? "sh-2021" : medium.endsWith("20") ? "central-2020" : "sh-2024",
    );
    const dice = diceOf(seed ^ 0x1234567);
    const text = medium.startsWith("pdf")
      ? typesetPdf(form, randomStyle(seed))
      : typesetTsv(form, randomTsvStyle(dice), dice);
    await measureText(measure, form, text, `${medium}-${seed}`);
  }
  for (const example of measure.examples.slice(0, Number.parseInt(shown, 10))) console.log(example);
  const { examples: _examples, ...figures } = measure;
  console.log(medium, figures);
}
