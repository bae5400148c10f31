/** `npm run gen` writes every generated file; with `--check` it writes nothing and names those that are stale. */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BatchExample, Patches } from "@zipingbiao/core";
import { REGISTRY, RULES_FOLDER, registrySource, ruleIds } from "./generate/registry.ts";
import type { RuleWords } from "./generate/rule-pages.ts";
import { PAGES_FOLDER, rulePages } from "./generate/rule-pages.ts";
import { SITE_SCRIPT, siteScriptSource } from "./generate/site-script.ts";
import { ROOT, runAsProgram } from "./program.ts";

const glob = (pattern: string): string[] => globSync(pattern, { cwd: ROOT }).map((path) => path.replaceAll("\\", "/"));

function moduleFiles(): Map<string, string> {
  return new Map([
    [REGISTRY, registrySource(ruleIds(glob(`${RULES_FOLDER}/**/*.ts`)))],
    [SITE_SCRIPT, siteScriptSource((path) => readFileSync(join(ROOT, path), "utf8"))],
  ]);
}

/** Imported only here: core cannot be loaded before its registry names the rules that exist. */
async function pageFiles(): Promise<Map<string, string>> {
  const core = await import("@zipingbiao/core");
  const { sampleForm } = await import("@zipingbiao/core/testing");
  const sampleContext = (patches: Patches) => {
    const form = sampleForm(patches);
    const edition = core.findEdition(form.edition);
    if (edition === undefined) throw new Error(`an example of no edition: ${form.edition}`);
    return { form, edition, sheet: core.scoreForm(form, edition) };
  };
  const words: RuleWords = {
    severities: core.SEVERITY_LABELS,
    certainties: core.CERTAINTY_LABELS,
    editions: core.EDITIONS,
    labelOf: core.labelOf,
    basisOf: (rule) => {
      const editions = core.EDITIONS.filter(({ id }) => rule.editions === "all" || rule.editions.includes(id));
      const cited = editions.flatMap((edition) => rule.basis(edition));
      return [...new Map(cited.map((citation) => [citation.id, citation])).values()];
    },
    saidOf: (rule, example) => {
      if (!("collect" in rule)) {
        const { form, sheet, edition } = sampleContext(example as Patches);
        return core.auditForm(form, sheet, edition, undefined, [rule]).map((finding) => finding.message);
      }
      const { forms, expected } = example as BatchExample;
      const audit = core.openBatchAudit({ rules: {}, expectedProjects: expected }, [rule]);
      for (const patches of forms) audit.add(sampleContext(patches));
      return audit.finish().map(({ finding }) => finding.message);
    },
  };
  return rulePages([...core.RULES, ...core.BATCH_RULES], words);
}

/** What is not as it would be generated: other text, no file yet, or a page whose rule is gone. */
function stale(wanted: ReadonlyMap<string, string>, owned: readonly string[]): string[] {
  const there = new Set(owned);
  const differs = ([path, text]: [string, string]): boolean =>
    !there.has(path) || readFileSync(join(ROOT, path), "utf8") !== text;
  return [...[...wanted].filter(differs).map(([path]) => path), ...owned.filter((path) => !wanted.has(path))];
}

function write(wanted: ReadonlyMap<string, string>, paths: readonly string[]): void {
  for (const path of paths) {
    const text = wanted.get(path);
    const file = join(ROOT, path);
    if (text === undefined) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    console.log(`${text === undefined ? "removed" : "wrote"} ${path}`);
  }
}

async function generate(check: boolean): Promise<string[]> {
  const modules = moduleFiles();
  const old = stale(modules, [REGISTRY, SITE_SCRIPT].flatMap(glob));
  if (check && old.length > 0) return old.map((path) => `stale: ${path} (npm run gen)`);
  write(modules, old);
  const pages = await pageFiles();
  const oldPages = stale(pages, glob(`${PAGES_FOLDER}/**/*.md`));
  if (check) return oldPages.map((path) => `stale: ${path} (npm run gen)`);
  write(pages, oldPages);
  return [];
}

await runAsProgram(import.meta, "generated", () => generate(process.argv.includes("--check")));
