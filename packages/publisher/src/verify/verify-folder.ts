/** A published folder: the manifest against the files, the documents against their data, the data against itself. */
import { join } from "node:path";
import type { WrittenFile } from "../batch/describe-bytes.ts";
import { MANIFEST_PATH } from "../batch/listed-paths.ts";
import { runLimited } from "../batch/run-limited.ts";
import type { Environment, FolderListing } from "../environment.ts";
import type { SourceReader } from "../input/source-reader.ts";
import { STATE_FOLDER } from "../publication/state-folder.ts";
import { FormRecords } from "./form-records.ts";
import { compareCatalog } from "./read-catalog.ts";
import { type ListedFile, type ReadManifest, readManifest } from "./read-manifest.ts";
import type { Mismatch, Verification } from "./verification.ts";
import { type FileFacts, MAX_FILE_BYTES, verifyFile } from "./verify-file.ts";

/**
 * Reads every file of the listing once. Documents are examined as many at a time as the reader has lanes, and the files behind
 * them are read and measured meanwhile. Paths of the manifest are compared, never opened.
 */
export async function verifyFolder(
  folder: string,
  listing: FolderListing,
  reader: SourceReader,
  environment: Environment,
): Promise<Verification> {
  const files = listing.files.filter(isPublished);
  const strange = listing.strange.filter(isPublished);
  const manifest = files.includes(MANIFEST_PATH) ? await manifestOf(folder, environment) : "none";
  const known = typeof manifest === "string" ? undefined : manifest;
  const others = files.filter((file) => file !== MANIFEST_PATH);
  let done = 0;
  const told = (): void => environment.report({ kind: "step", step: "verify", done, total: others.length });
  told();
  const facts = await runLimited(others, reader.lanes + 1, async (file) => {
    const verified = await verifyFile(file, { folder, reader, environment });
    done += 1;
    told();
    return verified;
  });
  const manifested =
    known === undefined
      ? []
      : [...facts.flatMap(({ file, own }) => differences(own, known.files.get(file))), ...missingFiles(known, files)];
  const mismatches = [
    ...strange.map((file): Mismatch => ({ code: "file/strange", file, what: "是链接或其他特殊文件，没有打开" })),
    ...manifestProblems(manifest),
    ...manifested,
    ...facts.flatMap((each) => each.mismatches),
    ...betweenFiles(facts, known, new Set(manifested.map(({ file }) => file))),
  ];
  return {
    files: known === undefined ? 0 : others.length,
    documents: facts.filter(({ isCompared }) => isCompared === true).length,
    mismatches: mismatches.toSorted(byFile),
    notes: notesOn(folder, manifest, facts),
  };
}

/** What a publisher keeps beside a publication is no part of it. */
function isPublished(path: string): boolean {
  return path !== STATE_FOLDER && !path.startsWith(`${STATE_FOLDER}/`);
}

type FoundManifest = ReadManifest | "none" | "unreadable";

async function manifestOf(folder: string, environment: Environment): Promise<FoundManifest> {
  const file = { path: join(folder, MANIFEST_PATH), name: MANIFEST_PATH };
  return readManifest(new TextDecoder().decode(await environment.readInput(file, MAX_FILE_BYTES))) ?? "unreadable";
}

function manifestProblems(manifest: FoundManifest): readonly Mismatch[] {
  if (manifest === "none") return [];
  if (manifest !== "unreadable") return manifest.mismatches;
  return [{ code: "manifest/unreadable", file: MANIFEST_PATH, what: "不是本工具写的文件清单，或已损坏" }];
}

/** `told`: files that are not what the manifest says; of those the catalogue says the same again. */
function betweenFiles(
  facts: readonly FileFacts[],
  manifest: ReadManifest | undefined,
  told: ReadonlySet<string>,
): readonly Mismatch[] {
  const records = new FormRecords();
  for (const each of facts) records.add(each.file, each);
  const measured = new Map(facts.map(({ file, own }) => [file, own]));
  const described = facts.flatMap(({ catalog = [] }) => catalog).filter(({ path }) => !told.has(path));
  return [...records.compare(manifest), ...compareCatalog(described, measured)];
}

function differences(own: WrittenFile, listed: ListedFile | undefined): readonly Mismatch[] {
  const file = own.path;
  if (listed === undefined) return [{ code: "file/extra", file, what: "不在文件清单里" }];
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

function missingFiles(manifest: ReadManifest, files: readonly string[]): readonly Mismatch[] {
  const there = new Set(files);
  return [...manifest.files.keys()]
    .filter((path) => !there.has(path))
    .map((file) => ({ code: "file/missing", file, what: "文件清单里有，文件夹里没有" }));
}

function notesOn(folder: string, manifest: FoundManifest, facts: readonly FileFacts[]): readonly string[] {
  if (manifest === "none") return [`${folder} 里没有 ${MANIFEST_PATH}，文件是否齐全、是否被替换过无从核对。`];
  if (manifest === "unreadable" || facts.every(({ own }) => own.sm3 !== undefined)) return [];
  return ["这台机器的 Node.js 不能计算 SM3，文件只核对了大小和 sha256。"];
}

function byFile(a: Mismatch, b: Mismatch): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
