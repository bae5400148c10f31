/** `volume/汇编.pdf` and `.docx` of a publication. */
import type { OutputFolder, WrittenFile } from "../batch/store.ts";
import { openForm } from "../batch/shelved-form.ts";
import { knownEdition } from "../known-edition.ts";
import type { Environment } from "../environment.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import type { PublishedForm } from "../publish-forms.ts";
import type { RenderParts } from "../render-form.ts";
import type { VolumeArrangement } from "./arrange-volume.ts";
import { VOLUME_STEM, renderVolume } from "./render-volume.ts";

export const VOLUME_FOLDER = "volume";

export interface PublishedVolume {
  readonly files: readonly WrittenFile[];
  /** Of the PDF. */
  readonly pages: number;
}

/** All published forms in one document, with those that are not public named at its end; nothing when none is published. */
export async function publishVolume(
  forms: readonly PublishedForm[],
  unpublished: readonly UnpublishedForm[],
  arrangement: VolumeArrangement,
  parts: RenderParts,
  output: OutputFolder,
  environment: Environment,
): Promise<PublishedVolume> {
  if (forms.length === 0) return { files: [], pages: 0 };
  environment.report({ kind: "step", step: "volume", done: 0, total: 1 });
  const content = {
    forms: forms.map(({ planned }) => ({ form: openForm(planned), edition: knownEdition(planned.form.edition) })),
    unpublished,
  };
  const documents = await renderVolume(content, arrangement, ["pdf", "docx"], parts);
  const files: WrittenFile[] = [];
  for (const { format, bytes } of documents)
    files.push(await output.write(`${VOLUME_FOLDER}/${VOLUME_STEM}.${format}`, bytes));
  environment.report({ kind: "step", step: "volume", done: 1, total: 1 });
  return { files, pages: documents.reduce((sum, each) => sum + (each.pages ?? 0), 0) };
}
