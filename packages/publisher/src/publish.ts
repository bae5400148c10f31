/** `zpb publish`: forms in, through the gate, a folder of official documents out. */
import { type SelfEvaluationForm, countFindings } from "@zipingbiao/core";
import { streamWorkbook } from "@zipingbiao/renderer";
import { failedForm } from "./batch/failed-forms.ts";
import { MANIFEST_PATH } from "./batch/listed-paths.ts";
import { manifestPieces } from "./batch/manifest.ts";
import { type Plan, planBatch } from "./batch/plan-batch.ts";
import { openForm } from "./batch/shelved-form.ts";
import type { FormEngine, Maker } from "./engine/engine.ts";
import { localEngine } from "./engine/local-engine.ts";
import type { Environment } from "./environment.ts";
import { type CheckedAlone, checkAlone } from "./gate/check-alone.ts";
import { type GateOutcome, type WeighedForm, passGate } from "./gate/pass-gate.ts";
import { refusedFileName } from "./gate/refuse-file-names.ts";
import { type UnpublishedForm, unpublishedForms } from "./gate/unpublished.ts";
import { NO_WAIVERS, type WaiverFile, type Withholding, readWaiverFile } from "./gate/waiver-file.ts";
import { type ListedSources, listSources } from "./input/list-sources.ts";
import { passSources } from "./input/read-inputs.ts";
import type { DataForm } from "./open-data/data-form.ts";
import { publishData } from "./open-data/publish-data.ts";
import { publishSitemap } from "./open-data/publish-sitemap.ts";
import { baseAddress } from "./open-data/sitemap.ts";
import { PUBLICATION_TABLE_PATH, publicationWorkbook } from "./publication-table/publication-workbook.ts";
import type { PublicationFolder, RunIdentity } from "./publication/publication-folder.ts";
import { identifyRun, isSameRun, refuseOtherRun } from "./publication/run-identity.ts";
import { type PublishedForm, publishForms } from "./publish-forms.ts";
import type { RenderParts } from "./render-form.ts";
import { reportRun } from "./report-run.ts";
import { publishReport } from "./report/publish-report.ts";
import type { RunReport } from "./run-report.ts";
import { publishSite } from "./site/publish-site.ts";
import type { SiteForm } from "./site/site-source.ts";
import { Failure, type Trouble, troubleOf } from "./trouble.ts";
import { PLAIN_ARRANGEMENT, type VolumeArrangement } from "./volume/arrange-volume.ts";
import { publishVolume } from "./volume/publish-volume.ts";

export interface PublishOptions {
  /** The file that says what is let through and what is not made public. */
  readonly waivers?: string | undefined;
  /** Mask personal data instead of holding their forms back. */
  readonly mask?: boolean | undefined;
  /** How the volume is ordered and grouped; everything else has the order of the publication. */
  readonly volume?: VolumeArrangement | undefined;
  /** Where it will be found on the web, for the sitemap; without it there is none. */
  readonly baseUrl?: string | undefined;
  /** Go on with the run that was cut short in this folder; another one than that is refused. */
  readonly resume?: boolean | undefined;
}

/** What makes the documents of forms; `parts` are those that the volume and the report are printed with. */
export type OpenEngine = (parts: RenderParts, program: Pick<Maker, "tool" | "program">) => FormEngine;

export type PublishOutcome =
  | {
      readonly kind: "published";
      readonly report: RunReport;
      readonly forms: readonly PublishedForm[];
      readonly unpublished: readonly UnpublishedForm[];
    }
  /** The folder holds what this run would make of its inputs; `report` is that of the run that made it. */
  | { readonly kind: "unchanged"; readonly report: RunReport }
  /** No form could be read, and nothing was written. */
  | { readonly kind: "nothing"; readonly troubles: readonly Trouble[] };

/**
 * Publishes every form behind the paths that passes the gate into `folder`, or nothing when no form could be read. When
 * forms were read and none passes, the folder says just that: nothing of an earlier run is left. Until everything is made the
 * folder stays as it was; a run that is cut short is gone on with by the next one.
 */
export async function publish(
  paths: readonly string[],
  folder: string,
  options: PublishOptions,
  environment: Environment,
  openEngine: OpenEngine = localEngine,
): Promise<PublishOutcome> {
  const started = environment.elapsed();
  // Before any work: a mistake in it must not be found after an hour of printing.
  const base = options.baseUrl === undefined ? undefined : baseAddress(options.baseUrl);
  const waivers = await waiversOf(options.waivers, environment);
  const output = await environment.openPublication(folder);
  try {
    const printer = await environment.openPrinter();
    let isOpen = true;
    const endPrinting = async (): Promise<void> => {
      if (isOpen) await printer.close();
      isOpen = false;
    };
    const parts: RenderParts = { templates: environment.loadTemplates(), printer: () => Promise.resolve(printer) };
    const engine = openEngine(parts, { tool: environment.toolVersion, program: environment.programHash() });
    try {
      const maker = await engine.maker();
      const { mask = false, volume = PLAIN_ARRANGEMENT } = options;
      const sources = await listSources(paths, environment);
      const identity = await identifyRun(sources.files, { waivers, mask, volume, base }, maker, environment);
      const unchanged = await unchangedRun(identity, folder, output, environment);
      if (unchanged !== undefined) return unchanged;
      if (options.resume === true) resume(identity, folder, output, environment);
      const run = { sources, folder, waivers, mask, volume, base, identity, maker, started };
      return await publishRun(run, { parts, engine, printer, endPrinting, output }, environment);
    } finally {
      await engine.close();
      await endPrinting();
    }
  } finally {
    await output.close();
  }
}

/** A run that was cut short before it made anything left nothing to go on with: this one begins at the beginning. */
function resume(now: RunIdentity, folder: string, { unfinished }: PublicationFolder, environment: Environment): void {
  if (unfinished !== undefined) refuseOtherRun(now, unfinished, folder);
  else {
    const message = "没有做到一半的发布，从头做起；以前公开而没有变的文档照用";
    environment.report({ kind: "note", code: "publish/nothing-to-resume", message });
  }
}

/** What the last run said, when its publication lies there as it was and this run would make the same. */
async function unchangedRun(
  identity: RunIdentity,
  folder: string,
  output: PublicationFolder,
  environment: Environment,
): Promise<PublishOutcome | undefined> {
  const published = await output.published();
  if (published === undefined || !isSameRun(published.identity, identity)) return undefined;
  const report = await environment.recallReport(folder, published.manifest.sha256);
  return report === undefined ? undefined : { kind: "unchanged", report };
}

interface Run {
  readonly sources: ListedSources;
  readonly folder: string;
  readonly waivers: WaiverFile;
  readonly mask: boolean;
  readonly volume: VolumeArrangement;
  readonly base: string | undefined;
  readonly identity: RunIdentity;
  readonly maker: Maker;
  readonly started: number;
}

interface RunParts {
  readonly parts: RenderParts;
  readonly engine: FormEngine;
  readonly printer: Awaited<ReturnType<Environment["openPrinter"]>>;
  readonly endPrinting: () => Promise<void>;
  readonly output: PublicationFolder;
}

/** read → check → gate → make → put in place. */
async function publishRun(
  { sources, folder, waivers, mask, volume, base, identity, maker, started }: Run,
  { parts, engine, printer, endPrinting, output }: RunParts,
  environment: Environment,
): Promise<PublishOutcome> {
  const input = await readAndCheck(sources, mask, environment);
  const plan = planBatch(input.forms);
  if (plan.forms.length === 0) return { kind: "nothing", troubles: input.troubles };
  const gate = weigh(plan, waivers, environment);
  // What the rules across forms collected of all of them is gone.
  environment.spareMemory();
  await output.begin(identity);
  const made = await publishForms(gate.passed, engine, maker, output, environment);
  const { published } = made;
  const troubles = made.unmade.map(({ trouble }) => trouble);
  if (published.length === 0 && gate.passed.length > 0) throw nothingPrinted(folder, troubles);
  const unpublished = unpublishedForms(gate);
  // The report before the volumes, which hold much themselves: its charts are all that needs the browser.
  const report = await publishReport(published, parts, output, environment);
  await printer.rest();
  environment.spareMemory();
  const volumeFiles = await publishVolume(published, unpublished, volume, parts, output, environment);
  const fonts = [...published.flatMap((form) => form.fonts), ...printer.versions.fonts];
  await endPrinting();
  const documents = [...volumeFiles.files, ...report.files];
  const shown = published.map(dataForm);
  const failed = made.unmade.map(failedForm);
  const data = await publishData(shown, unpublished, documents, output, environment);
  const record = { forms: shown, unpublished, failed, troubles: input.troubles, duplicates: plan.duplicates };
  const table = await output.writePieces(PUBLICATION_TABLE_PATH, streamWorkbook(publicationWorkbook(record)));
  const about = [...documents, ...data, table];
  const open = (at: number) => openAt(published, at);
  const site = await publishSite(
    { forms: published.map(siteForm), open, sums: report.sums, unpublished, shared: about },
    output,
    parts.templates,
  );
  const shared = [...about, ...site];
  const pages = [...shared, ...published.flatMap((form) => form.files)];
  const written = [...pages, ...(await publishSitemap(pages, base, output))];
  const manifest = await output.writePieces(
    MANIFEST_PATH,
    manifestPieces({ forms: published, unpublished, failed, files: written, maker, fonts }),
  );
  const removed = await output.commit(manifest);
  const files = [...written, manifest];
  const told = reportRun({
    published,
    gate,
    duplicates: plan.duplicates,
    troubles: [...input.troubles, ...troubles],
    removed: removed.length,
    manifest,
    figures: {
      forms: published.length,
      recalled: made.recalled,
      pages: published.reduce((sum, form) => sum + form.pages, volumeFiles.pages + report.pages),
      files: files.length,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      seconds: (environment.elapsed() - started) / 1000,
      peakMemory: environment.peakMemory(),
    },
  });
  await environment.keepReport(folder, manifest.sha256, told);
  return { kind: "published", report: told, forms: published, unpublished };
}

interface CheckedInputs {
  readonly forms: readonly CheckedAlone[];
  readonly troubles: readonly Trouble[];
}

/** Every form is checked as it is read, and put aside. */
async function readAndCheck(sources: ListedSources, mask: boolean, environment: Environment): Promise<CheckedInputs> {
  const forms: CheckedAlone[] = [];
  const refused = new Map<string, Trouble>();
  const { troubles } = await passSources(sources, environment, (sourced) => {
    const trouble = refusedFileName(sourced.source);
    if (trouble === undefined) forms.push(checkAlone(sourced, mask));
    else refused.set(sourced.source.file, trouble);
  });
  for (const trouble of refused.values()) environment.report({ kind: "trouble", trouble });
  return { forms, troubles: [...troubles, ...refused.values()] };
}

function weigh({ forms }: Plan<CheckedAlone>, waivers: WaiverFile, environment: Environment): GateOutcome {
  const told = (done: number): void => environment.report({ kind: "step", step: "check", done, total: forms.length });
  told(0);
  const gate = passGate(forms satisfies readonly WeighedForm[], waivers);
  told(forms.length);
  refuseUnmet(waivers.file, gate.unmet);
  for (const message of gate.notes) environment.report({ kind: "note", code: "gate/unused-waiver", message });
  return gate;
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

function dataForm(form: PublishedForm): DataForm {
  return { ...form, open: () => openForm(form.planned) };
}

function siteForm({ planned, findings, waived, files }: PublishedForm): SiteForm {
  const { form, number, folder, masked = [] } = planned;
  return { form, number, folder, errors: countFindings(findings).error, waived, masked, files };
}

function openAt(forms: readonly PublishedForm[], at: number): SelfEvaluationForm {
  const form = forms[at];
  if (form === undefined) throw new Error(`no form at ${at}`);
  return openForm(form.planned);
}
