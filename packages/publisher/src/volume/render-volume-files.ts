/** `zpb render --volume`: forms in, one document of all of them out. */
import { type FormSource, planBatch } from "../batch/plan-batch.ts";
import { type ShelvedForm, shelveForm } from "../batch/shelved-form.ts";
import type { WrittenFile } from "../batch/store.ts";
import type { Environment } from "../environment.ts";
import { passInputs } from "../input/read-inputs.ts";
import { latePrinter } from "../late-printer.ts";
import type { DocumentFormat } from "../render-form.ts";
import type { Rendering } from "../render-forms.ts";
import { troubleOf } from "../trouble.ts";
import type { VolumeArrangement } from "./arrange-volume.ts";
import { renderVolumes } from "./render-volume.ts";
import { heldForm } from "./volume-content.ts";

/**
 * `汇编.<format>` of every form behind the paths as it was handed in, several of them for more forms than one holds;
 * nothing is checked or held back. Forms that are the same to the letter stand in it once.
 */
export async function renderVolumeFiles(
  paths: readonly string[],
  formats: readonly DocumentFormat[],
  folder: string,
  arrangement: VolumeArrangement,
  environment: Environment,
): Promise<Rendering> {
  const forms: (ShelvedForm & { readonly source: FormSource })[] = [];
  const { troubles } = await passInputs(paths, environment, ({ form, source }) => {
    forms.push({ ...shelveForm(form), source });
  });
  if (forms.length === 0) return { files: [], troubles };
  const plan = planBatch(forms);
  for (const { form, source } of plan.duplicates) {
    const message = `内容完全相同，只收录一次：${source.file} 第 ${source.index} 份「${form.projectName}」`;
    environment.report({ kind: "note", code: "volume/duplicate", message });
  }
  const output = await environment.openOutput(folder);
  const { printer, close } = latePrinter(environment);
  const parts = { templates: environment.loadTemplates(), printer };
  environment.report({ kind: "step", step: "volume", done: 0, total: 1 });
  try {
    const content = { forms: plan.forms.map(heldForm), unpublished: [] };
    const files: WrittenFile[] = [];
    for await (const { file, pieces } of renderVolumes(content, arrangement, formats, parts)) {
      files.push(await output.writePieces(file, pieces));
    }
    return { files, troubles };
  } catch (error) {
    const trouble = troubleOf(error, {});
    environment.report({ kind: "trouble", trouble });
    return { files: [], troubles: [...troubles, trouble] };
  } finally {
    environment.report({ kind: "step", step: "volume", done: 1, total: 1 });
    await close();
  }
}
