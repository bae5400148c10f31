/** Template texts → compiled templates, checked once. */
import { createHash } from "node:crypto";
import { EDITIONS } from "@zipingbiao/core";
import Handlebars from "handlebars";
import { type FindingsTemplate, loadFindingsTemplate } from "../site/findings-template.ts";
import { type FormPages, loadFormPages } from "../site/form-page.ts";
import { type ListTemplate, type SiteTemplate, loadListTemplate, loadSiteTemplate } from "../site/site-template.ts";
import { type CheckContext, checkTemplate } from "./check-template.ts";
import { quickLayout } from "./quick-layout.ts";
import { type StyleSheet, type StyleSource, readStyleSheet } from "./style-sheet.ts";
import type { Program } from "./template-ast.ts";
import { withTableMarks } from "./table-roles.ts";
import { TemplateError } from "./template-error.ts";
import { UnknownNameError } from "./template-functions/expect-name.ts";
import { TEMPLATE_FUNCTIONS } from "./template-functions/template-functions.ts";
import { type TemplateSource, installedTemplates } from "./template-source.ts";

/** All templates of an installation, compiled. */
export interface Templates {
  /** Where they come from, for messages. */
  readonly place: string;
  /** By edition id. */
  readonly forms: ReadonlyMap<string, Template>;
  readonly volume: VolumeTemplates;
  /** 更正说明 */
  readonly correction: Template;
  /** 绩效自评汇总报告 */
  readonly report: Template;
  /** The start page of a publication. */
  readonly site: SiteTemplate;
  /** Lists of its forms, where they are too many for the start page. */
  readonly siteList: ListTemplate;
  /** The page of one form in the site. */
  readonly formPages: FormPages;
  /** The page of findings of a check. */
  readonly findings: FindingsTemplate;
  /** Of every template and style text that was read, with its name: the version of the templates. */
  readonly sha256: string;
}

/** The parts of a volume, with one style sheet. */
export interface VolumeTemplates {
  /** Cover, contents and list of projects: what stands before the forms. */
  readonly front: Template;
  /** The page before the forms of a group. */
  readonly divider: Template;
  /** What stands behind the forms. */
  readonly unpublished: Template;
}

/** A template with its style sheet. */
export interface Template {
  readonly file: string;
  readonly style: StyleSheet;
  /** Lays out a view: the inside of the page's body. Throws {@link TemplateError} for a name that the view does not have. */
  readonly layOut: (view: object) => string;
}

/** Rules that every page shares, before those of its own style sheet: on paper, and on a screen. */
const SHARED_STYLES = ["page.css", "screen.css"] as const;

/** The official layout of a report; a style of one's own has its place beside it. */
const REPORT_STYLE = "gbt-9704";

/**
 * Reads, checks and compiles every template; `reportStyle` names a file of `report/styles/`.
 * Throws {@link TemplateError} with file and line.
 */
export function loadTemplates(
  installed: TemplateSource = installedTemplates(),
  reportStyle: string = REPORT_STYLE,
): Templates {
  const source = recording(installed);
  const shared = SHARED_STYLES.map((file) => readStyle(source, file));
  const ofEdition = EDITIONS.map(({ id }) => ({ id, style: readStyle(source, `editions/${id}/form.css`) }));
  const forms = new Map(
    ofEdition.map(({ id, style }) => [
      id,
      compileTemplate(source, `editions/${id}/form.hbs`, readStyleSheet([...shared, style])),
    ]),
  );
  const ofVolume = readStyleSheet([
    ...shared,
    ...ofEdition.map(({ style }) => style),
    readStyle(source, "volume/volume.css"),
    readStyle(source, "volume/screen.css"),
  ]);
  return {
    place: source.place,
    forms,
    volume: {
      front: compileTemplate(source, "volume/volume.hbs", ofVolume),
      divider: compileTemplate(source, "volume/divider.hbs", ofVolume),
      unpublished: compileTemplate(source, "volume/unpublished.hbs", ofVolume),
    },
    correction: compileTemplate(
      source,
      "correction/correction.hbs",
      readStyleSheet([...shared, readStyle(source, "correction/correction.css")]),
    ),
    report: compileTemplate(
      source,
      "report/report.hbs",
      readStyleSheet([
        readStyle(source, `report/styles/${reportStyle}.css`),
        readStyle(source, "screen.css"),
        readStyle(source, "report/report.css"),
      ]),
    ),
    site: loadSiteTemplate(source),
    siteList: loadListTemplate(source),
    formPages: loadFormPages(source, forms),
    findings: loadFindingsTemplate(source),
    sha256: source.sha256(),
  };
}

/** A source that remembers what was read from it, for the hash of all texts. */
function recording(source: TemplateSource): TemplateSource & { readonly sha256: () => string } {
  const texts = new Map<string, string>();
  return {
    place: source.place,
    read(name) {
      const text = source.read(name)?.replaceAll("\r\n", "\n");
      if (text !== undefined) texts.set(name, text);
      return text;
    },
    sha256() {
      const hash = createHash("sha256");
      for (const name of [...texts.keys()].toSorted()) hash.update(JSON.stringify([name, texts.get(name)]));
      return hash.digest("hex");
    },
  };
}

function readStyle(source: TemplateSource, file: string): StyleSource {
  return { file, css: readText(source, file) };
}

function readText(source: TemplateSource, file: string): string {
  const text = source.read(file);
  if (text === undefined) throw new TemplateError(file, 0, `在 ${source.place} 中没有这个文件`);
  return text;
}

const KNOWN_FUNCTIONS = Object.fromEntries(Object.keys(TEMPLATE_FUNCTIONS).map((name) => [name, true]));
const STRICT: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: KNOWN_FUNCTIONS,
  preventIndent: true,
};

/** Compiles one template with all partials that it uses, in a Handlebars of its own. */
function compileTemplate(source: TemplateSource, file: string, style: StyleSheet): Template {
  const engine = Handlebars.create();
  for (const name of Object.keys(engine.helpers)) engine.unregisterHelper(name);
  for (const [name, templateFunction] of Object.entries(TEMPLATE_FUNCTIONS)) {
    engine.registerHelper(name, templateFunction as Handlebars.HelperDelegate);
  }
  const partials = new Map<string, ParsedPartial>();
  const context: CheckContext = {
    hasClass: (name) => style.classes.has(name),
    hasWidth: (name) => (style.classes.get(name)?.width ?? 0) > 0,
    partial(name) {
      const known = partials.get(name);
      if (known !== undefined) return known;
      const partialFile = `partials/${name}.hbs`;
      const text = readText(source, partialFile);
      const parsed = { file: partialFile, text, program: parse(partialFile, text) };
      partials.set(name, parsed);
      engine.registerPartial(name, compile(engine, partialFile, text));
      return parsed;
    },
  };
  const text = readText(source, file);
  checkTemplate(file, parse(file, text), "body", context);
  const layOut = compile(engine, file, text);
  const carefully = (view: object): string => layOut(view, { allowProtoPropertiesByDefault: false });
  const quickly = quickLayout(text, (name) => partials.get(name)?.text ?? "");
  return { file, style, layOut: (view) => quickly(view) ?? carefully(view) };
}

interface ParsedPartial {
  readonly file: string;
  readonly text: string;
  readonly program: Program;
}

function parse(file: string, text: string): Program {
  try {
    return Handlebars.parseWithoutProcessing(text) as unknown as Program;
  } catch (cause) {
    const line = /line (\d+)/.exec(String(cause))?.[1];
    throw new TemplateError(file, Number.parseInt(line ?? "0", 10), `模板语法错误：${messageOf(cause)}`, cause);
  }
}

/** A compiled template whose failures name its file. */
function compile(engine: typeof Handlebars, file: string, text: string): Handlebars.TemplateDelegate {
  // `compile` itself waits until first use; this finds unknown template functions at once.
  located(file, () => engine.precompile(text, STRICT));
  const template = engine.compile(withTableMarks(text), STRICT);
  return (view: unknown, options?: Handlebars.RuntimeOptions) => located(file, () => template(view, options));
}

function located<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    if (cause instanceof TemplateError) throw cause;
    const line = cause instanceof UnknownNameError ? cause.line : ((cause as { lineNumber?: number }).lineNumber ?? 0);
    throw new TemplateError(file, line, inChinese(messageOf(cause)), cause);
  }
}

/** Handlebars' own message, for those who edit templates. */
function inChinese(message: string): string {
  return message.replace(/^"(.+?)" not defined in .*$/u, "没有「$1」这个名称，可用的名称见 templates/README.md");
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
}
