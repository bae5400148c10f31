/** PDFs of one form as somebody has them who changed the text or the data, and did it well. */
import { sha256 } from "../src/batch/published-form.ts";
import { openDocument } from "../src/twin/open-document.ts";
import { nextDigit, placesOf, shownDigits, withTwin } from "./shown-digits.ts";

/** `isHonest`: nothing was changed, so that the form may be read. */
export interface TamperedPdf {
  readonly name: string;
  readonly isHonest: boolean;
  readonly bytes: Uint8Array;
}

const SAMPLES = 4;

export function tamperedPdfs(pdf: Uint8Array): readonly TamperedPdf[] {
  const opened = openDocument(pdf);
  const twin = opened?.kind === "opened" ? opened.twins[0] : undefined;
  if (twin === undefined) throw new Error("no twin");
  const { count, change } = shownDigits.pdf(pdf);
  const places = placesOf(twin.text.replaceAll('"', ">").replaceAll(",", "<"), 0, />([^<>]*\d[^<>]*)</g).filter(
    (at) => !/"(?:schema|edition)": "[^"]*$/.test(twin.text.slice(0, at)),
  );
  const spread = (size: number) =>
    Array.from({ length: SAMPLES }, (_, at) => Math.floor((size * (at + 0.5)) / SAMPLES));
  const altered = spread(places.length).map((at) => nextDigit(twin.text, places[at] ?? 0));
  return [
    { name: "nothing", isHonest: true, bytes: pdf },
    ...spread(count).map((at) => ({ name: `digit ${at} of the page`, isHonest: false, bytes: change(at) })),
    ...altered.flatMap((text, at) => [
      { name: `digit ${at} of the data`, isHonest: false, bytes: withTwin(pdf, "pdf", text, sha256(text)) },
      {
        name: `digit ${at} of the data, with the old hash`,
        isHonest: false,
        bytes: withTwin(pdf, "pdf", text, twin.sha256),
      },
    ]),
  ];
}
