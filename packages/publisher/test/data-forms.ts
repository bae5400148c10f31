/** Published forms as the tables about all of them get them, without documents. */
import { decodeForm } from "@zipingbiao/core";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import type { StreamedWorkbook } from "@zipingbiao/renderer";
import { planBatch } from "../src/batch/plan-batch.ts";
import { openForm } from "../src/batch/shelved-form.ts";
import { checkAlone } from "../src/gate/check-alone.ts";
import { type GateOutcome, passGate } from "../src/gate/pass-gate.ts";
import { NO_WAIVERS, type WaiverFile } from "../src/gate/waiver-file.ts";
import type { DataForm } from "../src/open-data/data-form.ts";

/** The files of `data/`. */
export const DATA_PATHS: readonly string[] = [
  "data/catalog.jsonld",
  "data/findings.json",
  "data/forms.json",
  "data/forms.xlsx",
  "data/indicators.csv",
  "data/projects.csv",
  "data/schema.json",
  "data/unpublished.csv",
  "data/字段说明.csv",
];

type Patches = Readonly<Record<string, unknown>>;

/** Samples with values put at paths, through the gate. */
export function gated(patches: readonly Patches[], waivers: WaiverFile = NO_WAIVERS, mask = false): GateOutcome {
  const forms = patches.map((patch, at) => {
    const form = decodeForm(patchedWire(SAMPLE_FORM, patch));
    return checkAlone({ form, source: { file: `第${at + 1}份.json`, index: 1 } }, mask);
  });
  return passGate(planBatch(forms).forms, waivers);
}

/** Those that pass; how often each is opened is counted in `opened`. */
export function dataForms({ passed }: Pick<GateOutcome, "passed">, opened: number[] = []): readonly DataForm[] {
  return passed.map((form) => ({
    ...form,
    pages: 2,
    open: () => {
      opened.push(form.planned.number);
      return openForm(form.planned);
    },
  }));
}

/** Rows of a sheet as objects by caption; figures as `#` and their text. */
export function sheetRows(
  { sheets }: StreamedWorkbook,
  name: string,
): readonly Readonly<Record<string, string | number>>[] {
  const sheet = sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return Array.from(sheet.rows, (row) =>
    Object.fromEntries(
      sheet.columns.map(({ caption }, at) => {
        const cell = row[at];
        return [caption, typeof cell === "object" ? `#${cell.figure}` : (cell ?? "")];
      }),
    ),
  );
}
