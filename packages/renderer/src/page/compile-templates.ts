/** Template texts → compiled templates, checked once. */
import { createHash } from "node:crypto";
import { EDITIONS } from "@zipingbiao/core";
import { type FindingsTemplate, loadFindingsTemplate } from "../site/findings-template.ts";
import { type FormPages, loadFormPages } from "../site/form-page.ts";
import { type ListTemplate, type SiteTemplate, loadListTemplate, loadSiteTemplate } from "../site/site-template.ts";
import { type LaidOut, buildBlocks } from "./block-builder.ts";
import { type CheckContext, checkTemplate } from "./check-template.ts";
import { type StyleSheet, type StyleSource, readStyleSheet } from "./style-sheet.ts";
import { MarkupPlace } from "./understand-markup.ts";
import { withTableRoles, withTableRules } from "./table-roles.ts";
import { type TemplateText, compileTemplate, markupOf } from "../template/compile-template.ts";
import { type TemplateSource, installedTemplates, readText } from "./template-source.ts";

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
  /** Lays out a view: what stands in the page's body. Throws {@link TemplateError} for a name that the view does not have. */
  readonly layOut: (view: object) => LaidOut;
  /** The same as HTML. */
  readonly markup: (view: object) => string;
}

/** Rules that every page shares, before those of its own style sheet: on paper, and on a screen. */
const SHARED_STYLES = ["page.css", "screen.css"] as const;

/** The official layout of a report; a style of one's own has its place beside it. */
const REPORT_STYLE = "gbt-9704";

/**
 * The templates; `reportStyle` names a file of `report/styles/`. Those that somebody gives are read, checked and compiled
 * at once, all of them: throws {@link TemplateError} with file and line. The installed ones are when they are first used,
 * for compiling them all takes as long as printing a form; `sha256` reads every one.
 */
export function loadTemplates(given?: TemplateSource, reportStyle: string = REPORT_STYLE): Templates {
  const templates = lateTemplates(given ?? installedTemplates(), reportStyle);
  if (given !== undefined || reportStyle !== REPORT_STYLE) void templates.sha256;
  return templates;
}

function lateTemplates(installed: TemplateSource, reportStyle: string): Templates {
  const source = recording(installed);
  const shared = late(() => SHARED_STYLES.map((file) => readStyle(source, file)));
  const ofEdition = EDITIONS.map(({ id }) => ({ id, style: late(() => readStyle(source, `editions/${id}/form.css`)) }));
  const forms = new Map(
    ofEdition.map(({ id, style }) => [
      id,
      lateTemplate(source, `editions/${id}/form.hbs`, () => [...shared(), style()]),
    ]),
  );
  const ofVolume = late(() => [
    ...shared(),
    ...ofEdition.map(({ style }) => style()),
    readStyle(source, "volume/volume.css"),
    readStyle(source, "volume/screen.css"),
  ]);
  const volume = {
    front: lateTemplate(source, "volume/volume.hbs", ofVolume),
    divider: lateTemplate(source, "volume/divider.hbs", ofVolume),
    unpublished: lateTemplate(source, "volume/unpublished.hbs", ofVolume),
  };
  const correction = lateTemplate(source, "correction/correction.hbs", () => [
    ...shared(),
    readStyle(source, "correction/correction.css"),
  ]);
  const report = lateTemplate(source, "report/report.hbs", () => [
    readStyle(source, `report/styles/${reportStyle}.css`),
    readStyle(source, "screen.css"),
    readStyle(source, "report/report.css"),
  ]);
  const site = late(() => loadSiteTemplate(source));
  const siteList = late(() => loadListTemplate(source));
  const formPages = late(() => loadFormPages(source, forms));
  const findings = late(() => loadFindingsTemplate(source));
  const sha256 = late(() => {
    for (const { prepare } of [...forms.values(), ...Object.values(volume), correction, report]) prepare();
    for (const load of [site, siteList, formPages, findings]) load();
    return source.sha256();
  });
  return {
    place: source.place,
    forms,
    volume,
    correction,
    report,
    get site() {
      return site();
    },
    get siteList() {
      return siteList();
    },
    get formPages() {
      return formPages();
    },
    get findings() {
      return findings();
    },
    get sha256() {
      return sha256();
    },
  };
}

/** What is made when it is first asked for, once. */
function late<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

interface LateTemplate extends Template {
  readonly prepare: () => void;
}

function lateTemplate(source: TemplateSource, file: string, styles: () => readonly StyleSource[]): LateTemplate {
  const template = late(() => compilePage(source, file, readStyleSheet(styles())));
  return {
    file,
    get style() {
      return template().style;
    },
    layOut: (view) => template().layOut(view),
    markup: (view) => template().markup(view),
    prepare: () => void template(),
  };
}

/** A source from which each file is read once: partials and styles are used by many, and the hash is that of the texts in use. */
function recording(source: TemplateSource): TemplateSource & { readonly sha256: () => string } {
  const texts = new Map<string, string>();
  return {
    place: source.place,
    read(name) {
      const known = texts.get(name);
      if (known !== undefined) return known;
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

/** Compiles one template with all partials that it uses, held to the vocabulary. */
function compilePage(source: TemplateSource, file: string, style: StyleSheet): Template {
  const partial = (name: string, caller = ""): TemplateText => {
    const partialFile = `partials/${name}.hbs`;
    return { file: partialFile, text: readText(source, partialFile, caller) };
  };
  const page = { file, text: readText(source, file) };
  const layOut = compileTemplate(dressed(page), (name, caller) => dressed(partial(name, caller)));
  checkTemplate(page, { ...classesOf(style), partial });
  const template = { file, layOut, markup: new MarkupPlace() };
  return { file, style, layOut: (view) => buildBlocks(template, view), markup: (view) => markupOf(layOut, view) };
}

function classesOf({ classes }: StyleSheet): Pick<CheckContext, "hasClass" | "hasWidth"> {
  return {
    hasClass: (name) => classes.has(name),
    hasWidth: (name) => (classes.get(name)?.width ?? 0) > 0,
  };
}

/** With what the program adds to every page. */
function dressed({ file, text }: TemplateText): TemplateText {
  return { file, text: withTableRules(withTableRoles(text)) };
}
