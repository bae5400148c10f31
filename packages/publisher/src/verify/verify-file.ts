/** One file of a published folder: its bytes against the manifest, what it says against what it carries. */
import { join } from "node:path";
import { ALL_FORMS_PATH, CATALOG_PATH } from "../batch/data-files.ts";
import { type WrittenFile, describeBytes, openDescriber } from "../batch/describe-bytes.ts";
import { FORM_DOCUMENTS, FORM_JSON } from "../batch/form-files.ts";
import type { Environment } from "../environment.ts";
import type { SourceReader } from "../input/source-reader.ts";
import { REPORT_FOLDER } from "../report/publish-report.ts";
import { DOCUMENT_FORMATS } from "../render-form.ts";
import { VOLUME_FOLDER } from "../volume/publish-volume.ts";
import { type CatalogedFile, readCatalog } from "./read-catalog.ts";
import { type FormRecord, type TwinClaims, recordOf } from "./form-records.ts";
import { readAllForms, unreadableData } from "./read-all-forms.ts";
import type { Mismatch } from "./verification.ts";
import { verifyDocument } from "./verify-document.ts";

/** Larger than any file of a publication. */
export const MAX_FILE_BYTES = 1024 * 1024 * 1024;

/** What a file says, as far as other files say the same; hashes and names, no form. */
export interface FileFacts {
  readonly file: string;
  readonly own: WrittenFile;
  readonly mismatches: readonly Mismatch[];
  /** Held against its own data cell by cell. */
  readonly isCompared?: boolean;
  /** Of a `form.json` or of `data/forms.json`; of a document about many forms those that it carries. */
  readonly records?: readonly FormRecord[];
  readonly twin?: TwinClaims;
  readonly catalog?: readonly CatalogedFile[];
}

export interface FileParts {
  readonly folder: string;
  readonly reader: SourceReader;
  readonly environment: Pick<Environment, "readInput" | "readPieces">;
}

export async function verifyFile(file: string, parts: FileParts): Promise<FileFacts> {
  if (file === ALL_FORMS_PATH) return await verifyAllForms(file, parts);
  if (!isDocument(file) && fileName(file) !== FORM_JSON && file !== CATALOG_PATH) return await measure(file, parts);
  const { folder, reader, environment } = parts;
  const bytes = await environment.readInput({ path: join(folder, file), name: file }, MAX_FILE_BYTES);
  const own = describeBytes(file, bytes);
  if (file === CATALOG_PATH) return { file, own, ...readCatalog(bytes) };
  if (fileName(file) === FORM_JSON) return { file, own, ...(await verifyData(file, bytes, reader)) };
  const verified = await verifyDocument(file, bytes, reader, carriesTwin(file));
  const { twin, forms = [], isCompared = false } = verified.checked ?? {};
  const records = twin?.shows === "volume" || twin?.shows === "report" ? forms.map(recordOf) : [];
  return { file, own, mismatches: verified.mismatches, isCompared, records, ...(twin === undefined ? {} : { twin }) };
}

/** A file that only its bytes speak for; it is never whole in memory. */
async function measure(file: string, { folder, environment }: FileParts): Promise<FileFacts> {
  const describer = openDescriber();
  for await (const piece of environment.readPieces({ path: join(folder, file), name: file })) describer.add(piece);
  return { file, own: describer.done(file), mismatches: [] };
}

/** All forms at once: a publication has more of them than memory. */
async function verifyAllForms(file: string, { folder, reader, environment }: FileParts): Promise<FileFacts> {
  const describer = openDescriber();
  const pieces = environment.readPieces({ path: join(folder, file), name: file })[Symbol.asyncIterator]();
  const measured = {
    async next(): Promise<IteratorResult<Uint8Array, undefined>> {
      const step = await pieces.next();
      if (step.done === true) return { done: true, value: undefined };
      describer.add(step.value);
      return { done: false, value: step.value };
    },
    [Symbol.asyncIterator]: () => measured,
  };
  const read = await readAllForms(file, measured, reader);
  // Where reading stopped early, the rest still counts for size and hash.
  for (let step = await measured.next(); step.done !== true; step = await measured.next());
  return { file, own: describer.done(file), ...read };
}

async function verifyData(
  file: string,
  bytes: Uint8Array,
  reader: SourceReader,
): Promise<Pick<FileFacts, "records" | "mismatches">> {
  const { forms, problems } = await reader.readData(file, bytes);
  const [problem] = problems;
  return problem === undefined
    ? { records: forms.slice(0, 1).map(recordOf), mismatches: [] }
    : { mismatches: [unreadableData(file, problem)] };
}

function isDocument(file: string): boolean {
  return DOCUMENT_FORMATS.some((format) => file.endsWith(`.${format}`));
}

/** Documents of one form, of the volume and of the report always carry their data; pages of the site do not. */
function carriesTwin(file: string): boolean {
  return (
    FORM_DOCUMENTS.includes(fileName(file)) ||
    [VOLUME_FOLDER, REPORT_FOLDER].some((folder) => file.startsWith(`${folder}/`))
  );
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
