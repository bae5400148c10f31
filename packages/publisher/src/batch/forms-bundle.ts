/** `zipingbiao/forms@1`: forms in their order, and what else a document about all of them shows. */
import { FORMS_SCHEMA } from "@zipingbiao/core";
import { z } from "zod";
import { REPORT_GROUPINGS } from "./report-files.ts";

/** Longer than any text of a form, since labels and messages quote those, and what cannot be printed is spelt out. */
const text = z.string().max(200_000);

const volumeFacts = z.strictObject({
  /** One group with the title `""` where the forms are not grouped; the forms of each follow one another. */
  groups: z.array(z.strictObject({ title: text, forms: z.int().min(0) })).min(1),
  /** Forms that are named and not shown. */
  unpublished: z.array(
    z.strictObject({ fiscalYear: text, project: text, unit: text, status: text, reason: text, signed: text }),
  ),
  /** Which of several volumes it is; `first` is the number of its first form among those of all. */
  part: z
    .strictObject({
      number: z.int().min(1),
      count: z.int().min(1),
      first: z.int().min(1),
      forms: z.int().min(1),
      unpublished: z.int().min(0),
    })
    .optional(),
});

/** What a volume shows besides its forms. */
export type VolumeFacts = z.infer<typeof volumeFacts>;

const finding = z.strictObject({
  rule: text,
  severity: z.enum(["error", "warning", "note"]),
  outcome: z.enum(["violated", "uncheckable"]),
  at: text,
  label: text,
  text,
  message: text,
});

const day = z.iso.date();

const reportFacts = z.strictObject({
  owner: text.optional(),
  date: day.optional(),
  by: z.enum(REPORT_GROUPINGS).optional(),
  /** What the rules said of each form, in the order of the forms. */
  findings: z.array(z.array(finding)),
  /** And of no single one. */
  aboutAll: z.array(finding),
});

/** What a report says besides the figures of its forms. */
export type ReportFacts = z.infer<typeof reportFacts>;

/** Forms that a report carries. Data that names fewer than it could carry is none of ours. */
export const MOST_CARRIED = 300;

/** Of more forms than a document carries: how many there are, and a hash over theirs. */
const distantFacts = z.strictObject({
  owner: text.optional(),
  date: day.optional(),
  by: z.enum(REPORT_GROUPINGS).optional(),
  source: z.strictObject({ forms: z.int().min(MOST_CARRIED + 1), sha256: z.string().regex(/^[0-9a-f]{64}$/u) }),
});

/** What a report says that does not carry its forms. */
export type DistantFacts = z.infer<typeof distantFacts>;

const distantBundle = z.strictObject({
  schema: z.literal(FORMS_SCHEMA),
  forms: z.array(z.unknown()).max(0),
  report: distantFacts,
});

/** The forms that a report names and does not carry; `undefined` for data of any other shape. */
export function readDistantSource(text: string): DistantFacts["source"] | undefined {
  const parsed = distantBundle.safeParse(jsonIn(text));
  return parsed.success ? parsed.data.report.source : undefined;
}
export type ReportedFinding = z.infer<typeof finding>;

const bundle = z.object({
  schema: z.literal(FORMS_SCHEMA),
  volume: volumeFacts.optional(),
  report: reportFacts.optional(),
});

/** Whether a report can be dated so: `YYYY-MM-DD`, and a day that there is. */
export function isDay(date: string): boolean {
  return day.safeParse(date).success;
}

export interface FormsBundle {
  readonly volume?: VolumeFacts | undefined;
  readonly report?: ReportFacts | undefined;
}

/** What the data of a document says besides its forms; `undefined` where it is not of this shape, or no JSON to the letter. */
export function readBundle(text: string): FormsBundle | undefined {
  const parsed = bundle.safeParse(jsonIn(text));
  return parsed.success ? parsed.data : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
