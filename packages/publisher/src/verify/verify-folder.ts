/** A published folder: the manifest against the files, the documents against their data, the data against itself. */
import { join } from "node:path";
import { ALL_FORMS_PATH } from "../batch/data-files.ts";
import { FORM_DOCUMENTS, FORM_JSON } from "../batch/form-files.ts";
import { MANIFEST_PATH } from "../batch/listed-paths.ts";
import { describeBytes } from "../batch/describe-bytes.ts";
import type { Environment, FolderListing } from "../environment.ts";
import type { SourceReader } from "../input/source-reader.ts";
import { REPORT_FOLDER } from "../report/publish-report.ts";
import { DOCUMENT_FORMATS } from "../render-form.ts";
import { VOLUME_FOLDER } from "../volume/publish-volume.ts";
import { FormRecords } from "./form-records.ts";
import { type ListedFile, type ReadManifest, readManifest } from "./read-manifest.ts";
import type { Mismatch, Verification } from "./verification.ts";
import { verifyDocument } from "./verify-document.ts";

/** Larger than any file of a publication. */
export const MAX_FILE_BYTES = 1024 * 1024 * 1024;

/** Reads every file of the listing once, one after another. Paths of the manifest are compared, never opened. */
export async function verifyFolder(
  folder: string,
  { files, strange }: FolderListing,
  reader: SourceReader,
  environment: Environment,
): Promise<Verification> {
  const read = (name: string) => environment.readInput({ path: join(folder, name), name }, MAX_FILE_BYTES);
  const mismatches: Mismatch[] = strange.map((file) => ({
    code: "file/strange",
    file,
    what: "是链接或其他特殊文件，没有打开",
  }));
  const hasManifest = files.includes(MANIFEST_PATH);
  const manifest = hasManifest ? readManifest(new TextDecoder().decode(await read(MANIFEST_PATH))) : undefined;
  if (hasManifest && manifest === undefined)
    mismatches.push({ code: "manifest/unreadable", file: MANIFEST_PATH, what: "不是本工具写的文件清单，或已损坏" });
  mismatches.push(...(manifest?.mismatches ?? []));
  const records = new FormRecords();
  let documents = 0;
  const others = files.filter((file) => file !== MANIFEST_PATH);
  for (const [done, file] of others.entries()) {
    environment.report({ kind: "step", step: "verify", done, total: others.length });
    const bytes = await read(file);
    const listed = manifest?.files.get(file);
    if (manifest !== undefined) mismatches.push(...bytesDifferences(file, bytes, listed));
    if (file === ALL_FORMS_PATH || fileName(file) === FORM_JSON)
      mismatches.push(...(await records.addData(file, bytes, reader)));
    if (!isDocument(file)) continue;
    const verified = await verifyDocument(file, bytes, reader, carriesTwin(file, listed));
    mismatches.push(...verified.mismatches);
    const { twin, forms = [], isCompared = false } = verified.checked ?? {};
    if (isCompared) documents += 1;
    if (twin !== undefined) records.addTwin(file, twin, forms);
  }
  environment.report({ kind: "step", step: "verify", done: others.length, total: others.length });
  mismatches.push(...missingFiles(manifest, files), ...records.compare(manifest?.files ?? new Map(), manifest?.forms));
  return {
    files: manifest === undefined ? 0 : others.length,
    documents,
    mismatches: mismatches.toSorted(byFile),
    notes: hasManifest ? [] : [`${folder} 里没有 ${MANIFEST_PATH}，文件是否齐全、是否被替换过无从核对。`],
  };
}

function isDocument(file: string): boolean {
  return DOCUMENT_FORMATS.some((format) => file.endsWith(`.${format}`));
}

/** What shows one form, the volume and the report always carry their data. */
function carriesTwin(file: string, listed: ListedFile | undefined): boolean {
  return (
    listed?.form !== undefined ||
    FORM_DOCUMENTS.includes(fileName(file)) ||
    [VOLUME_FOLDER, REPORT_FOLDER].some((folder) => file.startsWith(`${folder}/`))
  );
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function bytesDifferences(file: string, bytes: Uint8Array, listed: ListedFile | undefined): readonly Mismatch[] {
  if (listed === undefined) return [{ code: "file/extra", file, what: "不在文件清单里" }];
  const own = describeBytes(file, bytes);
  const pairs: readonly (readonly [place: string, own: string, listed: string | undefined])[] = [
    ["bytes", String(own.bytes), String(listed.bytes)],
    ["sha256", own.sha256, listed.sha256],
    ["sm3", own.sm3 ?? listed.sm3 ?? "", listed.sm3 ?? own.sm3],
  ];
  return pairs
    .filter(([, is, should]) => should !== undefined && is !== should)
    .map(([place, is, should = ""]) => ({
      code: "file/changed",
      file,
      place,
      what: "与文件清单不符",
      shown: is,
      data: should,
    }));
}

function missingFiles(manifest: ReadManifest | undefined, files: readonly string[]): readonly Mismatch[] {
  const there = new Set(files);
  return [...(manifest?.files.keys() ?? [])]
    .filter((path) => !there.has(path))
    .map((file) => ({ code: "file/missing", file, what: "文件清单里有，文件夹里没有" }));
}

function byFile(a: Mismatch, b: Mismatch): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
