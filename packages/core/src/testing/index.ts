/** The second door, for tests: a sample form with patches, and generators of forms. */
export { type Difference, differences, fieldsOf, formatDifference } from "./compare-wire.ts";
export { documentForm } from "./document-form.ts";
export { firstReading } from "./first-reading.ts";
export { type DrawnCell, type DrawnForm, drawForm } from "./form-cells.ts";
export { decimalText, proseText, wireForm } from "./form-arbitrary.ts";
export { SAMPLE_FORM, patchedWire, sampleForm } from "./sample-form.ts";
export { auditedEntries, summaryEntry } from "./summary-entry.ts";
