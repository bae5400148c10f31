/**
 * Generated forms, printed and read again: through the data that the document carries, and, with the data taken out,
 * through what the page shows. Both times it is the same form, to the letter; what no page can show is not generated
 * (core/testing/document-form.ts says what that is).
 *
 * `npm run round-trips 1000` reads a thousand of every format.
 */
import { documentForm } from "@zipingbiao/core/testing";
import { type Printer, openPrinter } from "@zipingbiao/renderer";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { FORM_FORMATS, type FormFormat } from "../src/render-form.ts";
import { roundTrip } from "./round-trip.ts";

const ASKED = /^[1-9]\d{0,5}$/u.exec(process.env["ZPB_ROUND_TRIPS"] ?? "")?.[0];
const RUNS: Readonly<Record<FormFormat, number>> = { pdf: 8, docx: 25, html: 25, xlsx: 25 };
const TIMEOUT = 3_600_000;

let opened: Promise<Printer> | undefined;
const printer = (): Promise<Printer> => (opened ??= openPrinter());
afterAll(async () => {
  await (await opened)?.close();
});

describe.each(FORM_FORMATS)("%s", (format) => {
  const runs = ASKED === undefined ? RUNS[format] : Number.parseInt(ASKED, 10);
  const forms = documentForm(format === "pdf" ? "printed" : "shown");

  it.each(["twin", "page"] as const)(
    "through the %s",
    async (through) => {
      let done = 0;
      await fc.assert(
        fc.asyncProperty(forms, async (wire) => {
          const { differing, leftovers, hasTwin } = await roundTrip(wire, format, through, printer);
          expect(differing).toEqual([]);
          expect(leftovers).toEqual([]);
          expect(hasTwin).toBe(through === "twin");
          done += 1;
        }),
        { numRuns: runs, endOnFailure: ASKED !== undefined || format === "pdf" },
      );
      if (ASKED !== undefined)
        console.log(`${format}, through the ${through}: ${done} of ${runs} forms came back the same`);
    },
    TIMEOUT,
  );
});
