/** `OUT/manifest.json`: every published file, what it shows, and with what it was made. Holds no clock and no path of a machine. */
import type { FontUsed } from "@zipingbiao/renderer";
import type { Maker } from "../engine/engine.ts";
import { reasonText } from "../gate/reason-text.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import type { Signature } from "../gate/waiver-file.ts";
import type { FormName } from "../gate/form-name.ts";
import type { PassedForm } from "../gate/pass-gate.ts";
import type { FailedForm } from "./failed-forms.ts";
import { MANIFEST_SCHEMA } from "./listed-paths.ts";
import type { WrittenFile } from "./store.ts";

export interface ManifestFile extends WrittenFile {
  /** The form that the file shows; missing for files about many forms. */
  readonly form?: {
    readonly projectName: string;
    readonly implementingUnit: string;
    readonly edition: string;
    readonly sha256: string;
    readonly revision: number;
  };
}

/** A form that was not let through, the rules that spoke against it, and the reason as the public is told; no text of it. */
export interface ManifestBlocked extends FormName {
  readonly rules: readonly string[];
  readonly reason: string;
}

/** A form that is not made public, with the reason that was signed. */
export interface ManifestWithheld extends FormName, Signature {}

/** A finding that did not stop the form in `folder`, because somebody signed for it. */
export interface ManifestWaiver extends FormName, Signature {
  readonly folder: string;
  readonly rule: string;
  readonly at: string;
}

/** A piece of personal data that was masked in the form in `folder`: the published form differs there from the one handed in. */
export interface ManifestMasked extends FormName {
  readonly folder: string;
  readonly at: string;
  readonly kind: string;
}

/** A form that passed and has no documents, because making them failed. */
export interface ManifestFailed extends FormName {
  readonly code: string;
  readonly reason: string;
}

export interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  /** `program` is the sha256 over the program's own code. */
  readonly tool: { readonly name: "zipingbiao"; readonly version: string; readonly program: string };
  readonly templates: { readonly sha256: string };
  readonly browser: string;
  readonly forms: number;
  /** The editions of the published forms, and how many forms of each there are. */
  readonly editions: readonly { readonly id: string; readonly forms: number }[];
  /** Font files that something here was printed with, each once. */
  readonly fonts: readonly FontUsed[];
  readonly blocked: readonly ManifestBlocked[];
  readonly withheld: readonly ManifestWithheld[];
  readonly waivers: readonly ManifestWaiver[];
  readonly masked: readonly ManifestMasked[];
  readonly failed: readonly ManifestFailed[];
  readonly files: readonly ManifestFile[];
}

export interface ManifestSources {
  readonly forms: readonly Pick<PassedForm, "planned" | "waived">[];
  readonly unpublished: readonly UnpublishedForm[];
  readonly failed: readonly FailedForm[];
  /** Every file but the manifest itself, in any order. */
  readonly files: readonly WrittenFile[];
  readonly maker: Maker;
  /** In any order, and as often as they were used. */
  readonly fonts: readonly FontUsed[];
}

/**
 * The text of the manifest, piece by piece: members in the order of {@link Manifest}, one line for every entry of a list, files in
 * the order of their paths. The same publication gives the same text, however it came about.
 */
export function* manifestPieces(sources: ManifestSources): Generator<string, void, void> {
  const { forms, unpublished, failed, files, maker, fonts } = sources;
  const single: Omit<
    Manifest,
    "fonts" | "editions" | "blocked" | "withheld" | "waivers" | "masked" | "failed" | "files"
  > = {
    schema: MANIFEST_SCHEMA,
    tool: { name: "zipingbiao", version: maker.tool, program: maker.program },
    templates: { sha256: maker.templates },
    browser: maker.browser,
    forms: forms.length,
  };
  const lists: Omit<Manifest, keyof typeof single | "files"> & { readonly files: Iterable<ManifestFile> } = {
    editions: editionsOf(forms),
    fonts: distinctFonts(fonts),
    blocked: unpublished.flatMap((form) =>
      form.kind === "blocked" ? { ...nameOf(form), rules: form.rules, reason: reasonText(form) } : [],
    ),
    withheld: unpublished.flatMap((form) =>
      form.kind === "withheld" ? { ...nameOf(form), ...signatureOf(form) } : [],
    ),
    waivers: forms.flatMap(({ planned: { form, folder }, waived }) =>
      waived.map(({ objection: { rule, at }, waiver }) => ({
        ...nameOf(form),
        folder,
        rule,
        at,
        ...signatureOf(waiver),
      })),
    ),
    masked: forms.flatMap(({ planned: { form, folder, masked = [] } }) =>
      masked.map(({ at, kind }) => ({ ...nameOf(form), folder, at, kind })),
    ),
    failed: failed.map(({ planned: { form }, code, reason }) => ({ ...nameOf(form), code, reason })),
    files: manifestFiles(forms, files),
  };
  yield "{\n";
  for (const [name, value] of Object.entries(single)) yield `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
  const entries = Object.entries<Iterable<unknown>>(lists);
  for (const [at, [name, list]] of entries.entries()) {
    yield `  ${JSON.stringify(name)}: `;
    yield* linesOf(list);
    yield at === entries.length - 1 ? "\n" : ",\n";
  }
  yield "}\n";
}

function* linesOf(entries: Iterable<unknown>): Generator<string, void, void> {
  let before = "[\n";
  for (const entry of entries) {
    yield `${before}    ${JSON.stringify(entry)}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]" : "\n  ]";
}

/** A file shows the form in whose folder it lies. */
function* manifestFiles(
  forms: readonly Pick<PassedForm, "planned">[],
  files: readonly WrittenFile[],
): Generator<ManifestFile, void, void> {
  const shown = new Map(forms.map(({ planned }) => [planned.folder, planned]));
  for (const { path, bytes, sha256, sm3 } of files.toSorted(byPath)) {
    const planned = shown.get(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
    const file: WrittenFile = { path, bytes, sha256, ...(sm3 === undefined ? {} : { sm3 }) };
    if (planned === undefined) yield file;
    else {
      const { form, hash } = planned;
      const { projectName, implementingUnit, edition, revision } = form;
      yield {
        ...file,
        form: { projectName, implementingUnit, edition, sha256: hash, revision: revision?.number ?? 0 },
      };
    }
  }
}

function editionsOf(forms: ManifestSources["forms"]): Manifest["editions"] {
  const counts = new Map<string, number>();
  for (const { planned } of forms) counts.set(planned.form.edition, (counts.get(planned.form.edition) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => ({ id, forms: count }));
}

function distinctFonts(fonts: readonly FontUsed[]): readonly FontUsed[] {
  const byKey = new Map(
    fonts.map(({ family, file, version, sha256 }) => [
      `${family} ${file} ${sha256}`,
      { family, file, version, sha256 },
    ]),
  );
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, font]) => font);
}

function byPath(a: WrittenFile, b: WrittenFile): number {
  return a.path < b.path ? -1 : 1;
}

function nameOf({ projectName, implementingUnit, fiscalYear }: FormName): FormName {
  return { projectName, implementingUnit, fiscalYear };
}

function signatureOf({ reason, signedBy, date }: Signature): Signature {
  return { reason, signedBy, date };
}
