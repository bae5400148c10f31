/** Forms → the documents of their volume. */
import type { Edition, SelfEvaluationForm } from "@zipingbiao/core";
import { type UnpublishedEntry, renderPage, viewVolume } from "@zipingbiao/renderer";
import { volumeTwin } from "../batch/document-twin.ts";
import { publishedForm } from "../batch/published-form.ts";
import { reasonText, statusText } from "../gate/reason-text.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import { type DocumentFormat, type RenderParts, type RenderedDocument, renderDocuments } from "../render-form.ts";
import { type VolumeArrangement, arrangeVolume } from "./arrange-volume.ts";
import { volumeHead } from "./volume-head.ts";

/** The stem of its files. */
export const VOLUME_STEM = "汇编";

/** What a volume is made of: forms in the order of the publication, and those that are not in it. */
export interface VolumeContent {
  readonly forms: readonly { readonly form: SelfEvaluationForm; readonly edition: Edition }[];
  readonly unpublished: readonly UnpublishedForm[];
}

/** The volume in the given formats; at least one form. */
export async function renderVolume(
  { forms, unpublished }: VolumeContent,
  arrangement: VolumeArrangement,
  formats: readonly DocumentFormat[],
  parts: RenderParts,
): Promise<readonly RenderedDocument[]> {
  const shown = forms.map(({ form, edition }) => ({ form: publishedForm(form), edition }));
  const groups = arrangeVolume(shown, arrangement);
  const entries = unpublished.map(entryOf);
  const head = volumeHead(shown.map(({ form }) => form));
  const view = viewVolume(head, groups, entries);
  const twin = volumeTwin(
    groups.flatMap(({ forms: grouped }) => grouped.map(({ form }) => form)),
    { groups: groups.map(({ title, forms: { length } }) => ({ title, forms: length })), unpublished: entries },
  );
  return await renderDocuments(renderPage(parts.templates, view, twin), formats, parts);
}

function entryOf(form: UnpublishedForm): UnpublishedEntry {
  return {
    fiscalYear: String(form.fiscalYear),
    project: form.projectName,
    unit: form.implementingUnit,
    status: statusText(form),
    reason: reasonText(form),
    signed: form.kind === "withheld" ? `${form.signedBy}\n${form.date}` : "",
  };
}
