/** `zpb publish`: forms in, through the gate, a folder of official documents out. */
import { type SelfEvaluationForm, type Summary, encodeForm } from "@zipingbiao/core";
import { PrintFailure, type Templates } from "@zipingbiao/renderer";
import { ALL_FORMS_PATH } from "./batch/data-files.ts";
import { MANIFEST_PATH, listedPaths } from "./batch/listed-paths.ts";
import { manifestText } from "./batch/manifest.ts";
import { type Plan, type SourcedForm, planBatch } from "./batch/plan-batch.ts";
import { jsonText } from "./batch/published-form.ts";
import { runLimited } from "./batch/run-limited.ts";
import type { OutputFolder, WrittenFile } from "./batch/store.ts";
import type { Environment } from "./environment.ts";
import { formTrouble } from "./form-trouble.ts";
import { maskForm } from "./gate/mask-form.ts";
import { type BlockedForm, type GateOutcome, type PassedForm, type WithheldForm, passGate } from "./gate/pass-gate.ts";
import { publishedFindings } from "./gate/published-findings.ts";
import { refuseFileNames } from "./gate/refuse-file-names.ts";
import { type UnpublishedForm, unpublishedForms } from "./gate/unpublished.ts";
import { NO_WAIVERS, type WaiverFile, type Withholding, readWaiverFile } from "./gate/waiver-file.ts";
import { readInputs } from "./input/read-inputs.ts";
import { indicatorsCsv, projectsCsv } from "./open-data/tables.ts";
import { unpublishedCsv } from "./open-data/unpublished.ts";
import { type PublishedForm, publishForm } from "./publish-form.ts";
import type { RenderParts } from "./render-form.ts";
import { publishReport } from "./report/publish-report.ts";
import { summariseForms } from "./report/summarise-forms.ts";
import { publishSite } from "./site/publish-site.ts";
import type { SiteForm } from "./site/site-source.ts";
import { UNPUBLISHED_PATH } from "./site/view-site.ts";
import { Failure, type Trouble, troubleOf } from "./trouble.ts";
import { PLAIN_ARRANGEMENT, type VolumeArrangement } from "./volume/arrange-volume.ts";
import { publishVolume } from "./volume/publish-volume.ts";

/** How many forms are in work at once: enough to keep both tabs of the printer busy while others are written. */
const FORMS_IN_WORK = 6;

export interface PublishOptions {
  /** The file that says what is let through and what is not made public. */
  readonly waivers?: string | undefined;
  /** Mask personal data instead of holding their forms back. */
  readonly mask?: boolean | undefined;
  /** How the volume is ordered and grouped; everything else has the order of the publication. */
  readonly volume?: VolumeArrangement | undefined;
}

export interface Publication {
  readonly forms: readonly PublishedForm[];
  readonly blocked: readonly BlockedForm[];
  readonly withheld: readonly WithheldForm[];
  /** Findings about the published forms together, of none alone; for the bureau, not published. */
  readonly aboutAll: GateOutcome["aboutAll"];
  /** Waivers that did nothing; Chinese sentences. */
  readonly notes: readonly string[];
  readonly duplicates: Plan["duplicates"];
  readonly troubles: readonly Trouble[];
  /** Files that an earlier run had written here and this one did not; they were removed. */
  readonly removed: readonly string[];
  readonly manifest: WrittenFile;
  readonly figures: RunFigures;
}

/** What a run took. `pages` are printed PDF pages, those of the volume and the report included. */
export interface RunFigures {
  readonly forms: number;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly peakMemory: number | undefined;
}

/**
 * Publishes every form behind the paths that passes the gate into `folder`, or nothing when no form could be read
 * (`undefined`). When forms were read and none passes, the folder says just that: nothing of an earlier run is left.
 */
export async function publish(
  paths: readonly string[],
  folder: string,
  options: PublishOptions,
  environment: Environment,
): Promise<Publication | { readonly forms: readonly []; readonly troubles: readonly Trouble[] }> {
  const started = environment.elapsed();
  // Before any work: a mistake in it must not be found after an hour of printing.
  const waivers = await waiversOf(options.waivers, environment);
  const input = await readInputs(paths, environment);
  const named = refuseFileNames(input.forms);
  for (const trouble of named.troubles) environment.report({ kind: "trouble", trouble });
  const plan = planBatch(options.mask === true ? named.forms.map(masked) : named.forms);
  const refused = [...input.troubles, ...named.troubles];
  if (plan.forms.length === 0) return { forms: [], troubles: refused };
  const gate = passGate(plan.forms, waivers, (done) =>
    environment.report({ kind: "step", step: "check", done, total: plan.forms.length }),
  );
  refuseUnmet(waivers.file, gate.unmet);
  for (const message of gate.notes) environment.report({ kind: "note", code: "gate/unused-waiver", message });
  const output = await environment.openOutput(folder);
  const before = listedPaths(await output.read(MANIFEST_PATH));
  const printer = await environment.openPrinter();
  try {
    const parts: RenderParts = { templates: environment.loadTemplates(), printer: () => Promise.resolve(printer) };
    const { published, troubles } = await publishForms(gate.passed, parts, output, environment);
    if (published.length === 0 && gate.passed.length > 0) throw nothingPrinted(folder, troubles);
    const unpublished = unpublishedForms(gate);
    const arrangement = options.volume ?? PLAIN_ARRANGEMENT;
    const volume = await publishVolume(published, unpublished, arrangement, parts, output, environment);
    const summary = summariseForms(published);
    const report = await publishReport(published, summary, parts, output, environment);
    const documents = [...volume.files, ...report.files];
    const shared = [
      ...documents,
      ...(await publishData({ published, summary, unpublished, documents }, parts.templates, output, environment)),
    ];
    const written = [...shared, ...published.flatMap((form) => form.files)];
    // Before the new manifest, which no longer lists them: a run that is cut short must not lose sight of a file that
    // is to go.
    const removed = await removeStale(before, written, output);
    const versions = { tool: environment.toolVersion, templates: parts.templates, printer: printer.versions };
    const manifest = await output.write(MANIFEST_PATH, manifestText(published, unpublished, shared, versions));
    const files = [...written, manifest];
    return {
      forms: published,
      blocked: gate.blocked,
      withheld: gate.withheld,
      aboutAll: gate.aboutAll,
      notes: gate.notes,
      duplicates: plan.duplicates,
      troubles: [...refused, ...troubles],
      removed,
      manifest,
      figures: {
        forms: published.length,
        pages: published.reduce((sum, form) => sum + form.pages, volume.pages + report.pages),
        files: files.length,
        bytes: files.reduce((sum, file) => sum + file.bytes, 0),
        seconds: (environment.elapsed() - started) / 1000,
        peakMemory: environment.peakMemory(),
      },
    };
  } finally {
    await printer.close();
  }
}

async function waiversOf(file: string | undefined, environment: Environment): Promise<WaiverFile> {
  if (file === undefined) return NO_WAIVERS;
  try {
    return readWaiverFile(file, await environment.readInput({ path: file, name: file }));
  } catch (error) {
    // A gate whose list cannot be read is shut.
    throw new Failure(troubleOf(error, { file }), error);
  }
}

/** What is published cannot be called back, so a form that was to be withheld must be found. */
function refuseUnmet(file: string, unmet: readonly Withholding[]): void {
  const [first] = unmet;
  if (first === undefined) return;
  throw new Failure({
    code: "gate/withheld-not-found",
    file,
    line: first.line,
    what: `不予公开的自评表有 ${unmet.length} 份没有找到，没有公开任何文件`,
    why: `${unmet.map((entry) => `第 ${entry.line} 行「${entry.projectName}」（${entry.implementingUnit}，${entry.fiscalYear} 年度）`).join("、")}不在这次读到的自评表中；名称写错时，不该公开的表会被公开`,
    next: "请核对项目名称、实施单位、年度和未能读取的文件；这次确实没有这份表的，删去这一条",
  });
}

/** A machine that prints nothing says nothing of the forms: an earlier publication stays as it is. */
function nothingPrinted(folder: string, troubles: readonly Trouble[]): Failure {
  const [first] = troubles;
  return new Failure({
    code: "publish/nothing-printed",
    what: "通过检查的自评表一份也没有印出来，没有公开任何文件",
    why: `${troubles.length} 份都没有完成${first === undefined ? "" : `，第一份的原因是：${first.what}，${first.why}`}`,
    next: `请按上面逐份的说明处理后重新运行；${folder} 里以前公开的文件保持原样`,
  });
}

function masked(sourced: SourcedForm): SourcedForm {
  const { form, places } = maskForm(sourced.form);
  return places.length === 0 ? sourced : { ...sourced, form, masked: places };
}

/** Every form by itself; one that fails is named and left out of everything else. */
async function publishForms(
  forms: readonly PassedForm[],
  parts: RenderParts,
  output: OutputFolder,
  environment: Environment,
): Promise<{ readonly published: readonly PublishedForm[]; readonly troubles: readonly Trouble[] }> {
  let done = 0;
  const outcomes = await runLimited(forms, FORMS_IN_WORK, async (passed): Promise<PublishedForm | Trouble> => {
    const { planned } = passed;
    try {
      return await publishForm(passed, parts, output);
    } catch (error) {
      if (isEnd(error)) throw error;
      const trouble = formTrouble(error, planned.source.file, planned.form);
      environment.report({ kind: "trouble", trouble });
      return trouble;
    } finally {
      done += 1;
      environment.report({ kind: "step", step: "print", done, total: forms.length });
    }
  });
  return {
    published: outcomes.filter((outcome) => "planned" in outcome),
    troubles: outcomes.filter((outcome) => "code" in outcome),
  };
}

/** No form can be printed any more. To go on would leave an earlier publication without the forms that were not reached. */
function isEnd(error: unknown): boolean {
  return error instanceof PrintFailure && ["print/aborted", "print/closed", "print/disk-full"].includes(error.code);
}

interface DataSources {
  readonly published: readonly PublishedForm[];
  readonly summary: Summary;
  readonly unpublished: readonly UnpublishedForm[];
  readonly documents: readonly WrittenFile[];
}

/** `data/` and the site, which offers them and the `documents` about all forms. */
async function publishData(
  { published, summary, unpublished, documents }: DataSources,
  templates: Templates,
  output: OutputFolder,
  environment: Environment,
): Promise<readonly WrittenFile[]> {
  const contents: readonly (readonly [string, string])[] = [
    [ALL_FORMS_PATH, jsonText(published.map(({ planned }) => encodeForm(planned.form)))],
    ["data/projects.csv", projectsCsv(published)],
    ["data/indicators.csv", indicatorsCsv(published)],
    [UNPUBLISHED_PATH, unpublishedCsv(unpublished)],
    ["data/findings.json", jsonText(publishedFindings(published))],
  ];
  const files: WrittenFile[] = [];
  for (const [path, text] of contents) {
    files.push(await output.write(path, text));
    environment.report({ kind: "step", step: "data", done: files.length, total: contents.length });
  }
  const forms = published.map(siteForm);
  const open = (at: number): SelfEvaluationForm => {
    const form = published[at]?.planned.form;
    if (form === undefined) throw new Error(`no form at ${at}`);
    return form;
  };
  const site = await publishSite(
    { forms, open, summary, unpublished, shared: [...documents, ...files] },
    output,
    templates,
  );
  return [...files, ...site];
}

function siteForm({ planned, checked, waived, files }: PublishedForm): SiteForm {
  const errors = checked.findings.filter(({ outcome, severity }) => outcome === "violated" && severity === "error");
  const { form, number, folder, masked = [] } = planned;
  return { form, number, folder, errors: errors.length, waived, masked, files };
}

async function removeStale(
  before: readonly string[],
  files: readonly WrittenFile[],
  output: OutputFolder,
): Promise<readonly string[]> {
  const now = new Set(files.map((file) => file.path));
  const stale = before.filter((path) => !now.has(path));
  for (const path of stale) await output.remove(path);
  return stale;
}
