/** `zpb render --volume`: forms in, one document of all of them out. */
import { planBatch } from "../batch/plan-batch.ts";
import { identityOf } from "../batch/published-form.ts";
import type { WrittenFile } from "../batch/store.ts";
import type { Environment } from "../environment.ts";
import { readInputs } from "../input/read-inputs.ts";
import { knownEdition } from "../known-edition.ts";
import { latePrinter } from "../late-printer.ts";
import type { DocumentFormat } from "../render-form.ts";
import type { Rendering } from "../render-forms.ts";
import { troubleOf } from "../trouble.ts";
import type { VolumeArrangement } from "./arrange-volume.ts";
import { VOLUME_STEM, renderVolume } from "./render-volume.ts";

/**
 * `汇编.<format>` of every form behind the paths as it was handed in; nothing is checked or held back. Forms that are
 * the same to the letter stand in it once.
 */
export async function renderVolumeFiles(
  paths: readonly string[],
  formats: readonly DocumentFormat[],
  folder: string,
  arrangement: VolumeArrangement,
  environment: Environment,
): Promise<Rendering> {
  const { forms, troubles } = await readInputs(paths, environment);
  if (forms.length === 0) return { files: [], troubles };
  const plan = planBatch(forms.map((sourced) => ({ ...sourced, hash: identityOf(sourced.form) })));
  for (const { form, source } of plan.duplicates) {
    const message = `内容完全相同，只收录一次：${source.file} 第 ${source.index} 份「${form.projectName}」`;
    environment.report({ kind: "note", code: "volume/duplicate", message });
  }
  const output = await environment.openOutput(folder);
  const { printer, close } = latePrinter(environment);
  const parts = { templates: environment.loadTemplates(), printer };
  environment.report({ kind: "step", step: "volume", done: 0, total: 1 });
  try {
    const content = {
      forms: plan.forms.map(({ form }) => ({ form, edition: knownEdition(form.edition) })),
      unpublished: [],
    };
    const files: WrittenFile[] = [];
    for (const { format, bytes } of await renderVolume(content, arrangement, formats, parts)) {
      files.push(await output.write(`${VOLUME_STEM}.${format}`, bytes));
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
