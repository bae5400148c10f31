/** Forms → the documents of their volume. */
import type { Edition, SelfEvaluationForm } from "@zipingbiao/core";
import { PrintFailure, renderPage, viewVolume } from "@zipingbiao/renderer";
import { volumeTwin } from "../batch/document-twin.ts";
import { publishedForm } from "../batch/published-form.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import { type DocumentFormat, type RenderParts, type RenderedDocument, renderDocuments } from "../render-form.ts";
import { type VolumeArrangement, arrangeVolume } from "./arrange-volume.ts";
import { type Writable, listUnpublished } from "./list-unpublished.ts";
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
  content: VolumeContent,
  arrangement: VolumeArrangement,
  formats: readonly DocumentFormat[],
  parts: RenderParts,
): Promise<readonly RenderedDocument[]> {
  const forms = content.forms.map(({ form, edition }) => ({ form: publishedForm(form), edition }));
  const head = volumeHead(forms.map(({ form }) => form));
  const groups = arrangeVolume(forms, arrangement);
  const inOrder = groups.flatMap((group) => group.forms.map(({ form }) => form));
  const sizes = groups.map(({ title, forms: { length } }) => ({ title, forms: length }));
  const render = (writable: Writable) => {
    const unpublished = listUnpublished(content.unpublished, writable);
    const twin = volumeTwin(inOrder, { groups: sizes, unpublished: [...unpublished] });
    return renderDocuments(renderPage(parts.templates, viewVolume(head, groups, unpublished), twin), formats, parts);
  };
  try {
    return await render("visible");
  } catch (error) {
    // Every published form has been printed by itself, so what no face has can only stand in a name at the end.
    if (content.unpublished.length === 0 || !isMissingGlyph(error)) throw error;
    return await render("plain");
  }
}

function isMissingGlyph(error: unknown): boolean {
  return error instanceof PrintFailure && error.code === "print/missing-glyph";
}
