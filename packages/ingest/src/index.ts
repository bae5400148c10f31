/** The door of ingest: bytes of a source → forms, and by place what could not be read. Pure; no file system. */
export { readWord } from "./media/docx/read-word.ts";
export type { WordDocument } from "./media/docx/read-word.ts";
export { readShownCells } from "./media/xlsx/read-shown-cells.ts";
export type { ShownCell, ShownWorkbook } from "./media/xlsx/read-shown-cells.ts";
export { readFormData, readForms } from "./read-forms.ts";
export type { OnPage, SourceUnit } from "./on-page.ts";
export { MAX_SOURCE_BYTES, formatProblem } from "./read-result.ts";
export type { Medium, ReadProblem, ReadProblemCode, ReadResult, Source } from "./read-result.ts";
export { Refusal } from "./refusal.ts";
export { UnusableTwin } from "./media/unusable-twin.ts";
