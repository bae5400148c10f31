/** Forms that passed → their files: recalled where they were made before, made by the engine where not. */
import type { FontUsed } from "@zipingbiao/renderer";
import type { UnmadeForm } from "./batch/failed-forms.ts";
import { FORM_JSON } from "./batch/form-files.ts";
import { publishedText } from "./batch/published-form.ts";
import { runLimited } from "./batch/run-limited.ts";
import { openForm } from "./batch/shelved-form.ts";
import type { FormEngine, FormTask, MadeForm, Maker, MakingFailure } from "./engine/engine.ts";
import { makerKey } from "./engine/maker-key.ts";
import type { Environment } from "./environment.ts";
import { failureTrouble } from "./form-trouble.ts";
import type { PassedForm } from "./gate/pass-gate.ts";
import type { MadeFile, MadeRecord, PublicationFolder } from "./publication/publication-folder.ts";
import type { WrittenFile } from "./batch/store.ts";
import type { Trouble } from "./trouble.ts";

export interface PublishedForm extends PassedForm {
  /** form.pdf, .docx, .html and form.json, as written; of a corrected form the 更正说明 in the same formats, too. */
  readonly files: readonly WrittenFile[];
  readonly pages: number;
  /** Font files that its PDFs were printed with. */
  readonly fonts: readonly FontUsed[];
}

export interface PublishedForms {
  /** In the order of `forms`, as the unmade ones are. */
  readonly published: readonly PublishedForm[];
  readonly unmade: readonly UnmadeForm[];
  /** How many were there already. */
  readonly recalled: number;
}

/** Every form by itself; one that fails is named and left out. The folder holds the files of each, whole, before the next is begun. */
export async function publishForms(
  forms: readonly PassedForm[],
  engine: FormEngine,
  maker: Maker,
  folder: PublicationFolder,
  environment: Pick<Environment, "report">,
): Promise<PublishedForms> {
  const madeBy = makerKey(maker);
  const records = await runLimited(forms, LOOKED_UP_AT_ONCE, async ({ planned }) =>
    folder.recall(`${planned.hash}.${madeBy}`, planned.folder),
  );
  const outcomes = forms.map((passed, at): PublishedForm | UnmadeForm | undefined => {
    const record = records[at];
    return record === undefined ? undefined : publishedForm(passed, record);
  });
  const recalled = outcomes.filter((form) => form !== undefined).length;
  let done = recalled;
  const told = (): void => environment.report({ kind: "step", step: "print", done, total: forms.length });
  told();
  const tasks = forms.flatMap((passed, at) => (outcomes[at] === undefined ? [{ passed, at }] : []));
  await engine.run(openTasks(tasks), async ({ passed, at, json }, outcome) => {
    const { planned } = passed;
    if (outcome.kind === "made") {
      const record = await writeForm(planned.folder, outcome.made, json(), folder);
      await folder.remember(`${planned.hash}.${madeBy}`, planned.folder, record);
      outcomes[at] = publishedForm(passed, record);
    } else {
      const trouble = troubleOfForm(outcome.failure, passed);
      environment.report({ kind: "trouble", trouble });
      outcomes[at] = { planned, trouble };
    }
    done += 1;
    told();
  });
  const settled = outcomes.filter((outcome) => outcome !== undefined);
  return {
    published: settled.filter((outcome) => "files" in outcome),
    unmade: settled.filter((outcome) => "trouble" in outcome),
    recalled,
  };
}

/** Forms whose earlier files are looked at at once. */
const LOOKED_UP_AT_ONCE = 16;

interface Task extends FormTask {
  readonly passed: PassedForm;
  readonly at: number;
  readonly json: () => string;
}

/** A form is unpacked when its turn comes, once, and goes with its task. */
function* openTasks(forms: readonly { readonly passed: PassedForm; readonly at: number }[]): Generator<Task> {
  for (const { passed, at } of forms) {
    let opened: ReturnType<typeof openForm> | undefined;
    const open = () => (opened ??= openForm(passed.planned));
    yield { passed, at, hash: passed.planned.hash, open, json: () => publishedText(open()) };
  }
}

async function writeForm(
  path: string,
  { documents, fonts }: MadeForm,
  json: string,
  folder: PublicationFolder,
): Promise<MadeRecord> {
  const files: MadeFile[] = [];
  for (const { name, bytes, pages } of documents) {
    files.push({
      ...named(name, await folder.write(`${path}/${name}`, bytes)),
      ...(pages === undefined ? {} : { pages }),
    });
  }
  files.push(named(FORM_JSON, await folder.write(`${path}/${FORM_JSON}`, json)));
  return { files, fonts };
}

function named(name: string, { path: _path, ...described }: WrittenFile): MadeFile {
  return { name, ...described };
}

function publishedForm(passed: PassedForm, record: MadeRecord): PublishedForm {
  const { folder } = passed.planned;
  return {
    ...passed,
    files: record.files.map(({ name, pages: _pages, ...described }) => ({ path: `${folder}/${name}`, ...described })),
    pages: record.files.reduce((sum, { pages = 0 }) => sum + pages, 0),
    fonts: record.fonts,
  };
}

function troubleOfForm(failure: MakingFailure, { planned }: PassedForm): Trouble {
  return failureTrouble(failure, planned.source.file, openForm(planned));
}
