/** Characters that a PDF cannot hold one by one: its text is read as it is seen all the same. */
import { decodeForm, encodeForm } from "@zipingbiao/core";
import { SAMPLE_FORM } from "@zipingbiao/core/testing";
import type { Printer } from "@zipingbiao/renderer";
import { expect, it } from "vitest";
import { checkDocument } from "../src/twin/check-document.ts";
import { openDocument } from "../src/twin/open-document.ts";
import { documentsOf, templates, withPrinter } from "./printed-documents.ts";

it("marks that draw nothing and accents on their own agree with the data, in every format", async () => {
  const wire = { ...encodeForm(decodeForm(SAMPLE_FORM)) };
  const form = decodeForm({
    ...wire,
    projectName: "数据\u200b平\ufeff台\u00ad运维（cafe\u0301）",
    notes: "e\u0301\u200b",
  });
  await withPrinter(async (printer: Printer) => {
    for (const [format, bytes] of Object.entries(await documentsOf(form, printer))) {
      const opened = openDocument(bytes);
      if (opened?.kind !== "opened") throw new Error(`${format} not opened`);
      expect(checkDocument(opened, templates).problems, format).toEqual([]);
    }
  });
}, 60_000);
