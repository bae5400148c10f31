/** A season of forms: the disclosed ones that pass the check, many times over, no two of one project. The same on every machine. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../program.ts";

export type WireForm = Readonly<Record<string, unknown>>;

export interface Season {
  /** The disclosed forms themselves, in their order. */
  readonly forms: readonly WireForm[];
  /** A folder with so many forms, about fifty a file; made when first asked for. */
  readonly folder: (size: number) => string;
  /** A folder with the disclosed forms, one a file: `01.json` … */
  readonly single: string;
}

/** After how many copies the units get another name: a district has some hundred units, each with some dozen projects. */
const COPIES_OF_UNIT = 5;

/** @throws Error when the built tool cannot read or check the fixtures */
export function makeSeason(work: string): Season {
  const forms = passingForms();
  const single = join(work, "single");
  mkdirSync(single, { recursive: true });
  for (const [at, form] of forms.entries())
    writeFileSync(join(single, `${String(at + 1).padStart(2, "0")}.json`), JSON.stringify(form));
  return {
    forms,
    single,
    folder(size) {
      const folder = join(work, `season-${size}`);
      if (!existsSync(folder)) writeForms(forms, size, folder);
      return folder;
    },
  };
}

function writeForms(forms: readonly WireForm[], size: number, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let copy = 1; (copy - 1) * forms.length < size; copy += 1) {
    const part = forms.slice(0, size - (copy - 1) * forms.length).map((form) => copyOf(form, copy));
    writeFileSync(join(folder, `copy-${String(copy).padStart(4, "0")}.json`), JSON.stringify(part));
  }
}

function copyOf(form: WireForm, copy: number): WireForm {
  const branch = Math.ceil(copy / COPIES_OF_UNIT);
  const unit = String(form["implementingUnit"]);
  return {
    ...form,
    projectName: `${String(form["projectName"])} 之${copy}`,
    implementingUnit: branch === 1 ? unit : `${unit}第${branch}分中心`,
  };
}

/** One that is held back would be counted as published. */
function passingForms(): readonly WireForm[] {
  const disclosed = join(ROOT, "fixtures/disclosed");
  const all = JSON.parse(zpb(["read", disclosed])) as readonly WireForm[];
  const { findings } = JSON.parse(zpb(["check", disclosed, "--format", "json"])) as {
    readonly findings: readonly { severity: string; outcome: string; form?: { projectName: string } }[];
  };
  const refused = new Set(
    findings
      .filter(({ severity, outcome }) => severity === "error" && outcome === "violated")
      .map(({ form }) => form?.projectName),
  );
  const passing = all.filter((form) => !refused.has(String(form["projectName"])));
  if (passing.length < 30) throw new Error(`only ${passing.length} of the disclosed forms pass the check`);
  return passing;
}

function zpb(args: readonly string[]): string {
  const done = spawnSync(process.execPath, [join(ROOT, "apps/cli/bin/zpb.js"), ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  // `check` ends with 1 on the disclosed forms, which do hold errors.
  if (done.status !== 0 && !(args[0] === "check" && done.status === 1)) throw new Error(done.stderr);
  return done.stdout;
}

/** The forms of a folder, as the competitors read them. */
export function readSeason(folder: string, names: readonly string[]): readonly WireForm[] {
  return names.flatMap(
    (name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as WireForm | readonly WireForm[],
  );
}
