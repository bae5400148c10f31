/** `OUT/manifest.json`: every published file, what it shows, and with what it was made. Holds no clock and no path of a machine. */
import type { FontUsed, Printer } from "@zipingbiao/renderer";
import type { Maker } from "../engine/engine.ts";
import { reasonText } from "../gate/reason-text.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import type { Signature } from "../gate/waiver-file.ts";
import type { FormName } from "../gate/form-name.ts";
import type { PublishedForm } from "../publish-forms.ts";
import { MANIFEST_SCHEMA } from "./listed-paths.ts";
import { jsonText } from "./published-form.ts";
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

export interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  /** `program` is the sha256 over the program's own code. */
  readonly tool: { readonly name: "zipingbiao"; readonly version: string; readonly program: string };
  readonly templates: { readonly sha256: string };
  readonly browser: string;
  readonly fonts: Printer["versions"]["fonts"];
  readonly forms: number;
  readonly blocked: readonly ManifestBlocked[];
  readonly withheld: readonly ManifestWithheld[];
  readonly waivers: readonly ManifestWaiver[];
  readonly masked: readonly ManifestMasked[];
  readonly files: readonly ManifestFile[];
}

/** The text of the manifest: files in the order of their paths, whatever the order in which they were written. */
export function manifestText(
  forms: readonly PublishedForm[],
  unpublished: readonly UnpublishedForm[],
  shared: readonly WrittenFile[],
  versions: { readonly maker: Maker; readonly printer: Printer["versions"] },
): string {
  const files: ManifestFile[] = [
    ...shared,
    ...forms.flatMap(({ planned, files: written }) =>
      written.map((file) => ({
        ...file,
        form: {
          projectName: planned.form.projectName,
          implementingUnit: planned.form.implementingUnit,
          edition: planned.form.edition,
          sha256: planned.hash,
          revision: planned.form.revision?.number ?? 0,
        },
      })),
    ),
  ];
  const manifest: Manifest = {
    schema: MANIFEST_SCHEMA,
    tool: { name: "zipingbiao", version: versions.maker.tool, program: versions.maker.program },
    templates: { sha256: versions.maker.templates },
    browser: versions.maker.browser,
    fonts: fontsOf(forms, versions.printer),
    forms: forms.length,
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
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
  return jsonText(manifest);
}

function nameOf({ projectName, implementingUnit, fiscalYear }: FormName): FormName {
  return { projectName, implementingUnit, fiscalYear };
}

function signatureOf({ reason, signedBy, date }: Signature): Signature {
  return { reason, signedBy, date };
}

/** Those of every document, whether it was printed in this run or before. */
function fontsOf(forms: readonly PublishedForm[], { fonts }: Printer["versions"]): readonly FontUsed[] {
  const used = new Map<string, FontUsed>();
  for (const font of [...fonts, ...forms.flatMap((form) => form.fonts)]) used.set(`${font.family} ${font.file}`, font);
  return [...used].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, font]) => font);
}
