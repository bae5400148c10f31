/** `volume/汇编.pdf` and `.docx` of a publication, or several of them. */
import type { OutputFolder, WrittenFile } from "../batch/store.ts";
import type { Environment } from "../environment.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import type { PublishedForm } from "../publish-forms.ts";
import type { RenderParts } from "../render-form.ts";
import type { VolumeArrangement } from "./arrange-volume.ts";
import { renderVolumes } from "./render-volume.ts";
import { heldForm } from "./volume-content.ts";

export const VOLUME_FOLDER = "volume";

export interface PublishedVolume {
  readonly files: readonly WrittenFile[];
  /** Of the PDF. */
  readonly pages: number;
}

/** All published forms in their order, with those that are not public named at the end; nothing when none is published. */
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
  const content = { forms: forms.map(({ planned }) => heldForm(planned)), unpublished };
  const files: WrittenFile[] = [];
  let pages = 0;
  for await (const document of renderVolumes(content, arrangement, ["pdf", "docx"], parts)) {
    files.push(await output.writePieces(`${VOLUME_FOLDER}/${document.file}`, document.pieces));
    pages += document.pages() ?? 0;
  }
  environment.report({ kind: "step", step: "volume", done: 1, total: 1 });
  return { files, pages };
}
