/**
 * The command line and the reading process as one file each, with V8's compiled code beside it: some thousand modules,
 * looked up and compiled one by one, take longer than printing a form. Made from what `tsc` wrote, by the last step of
 * the build; nothing but speed depends on it.
 */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Plugin, rolldown } from "rolldown";
import { ROOT } from "./program.ts";

interface Bundle {
  /** What `tsc` wrote. */
  readonly entry: string;
  readonly name: string;
}

/** Within the last package to be built, whose build depends on all others. */
const FOLDER = join(ROOT, "apps/cli/dist/bundle");

const BUNDLES: readonly Bundle[] = [
  { entry: "apps/cli/dist/launch.js", name: "zpb" },
  { entry: "packages/publisher/dist/node/reader/reader-process.js", name: "reader" },
];

/** Loaded late, if at all; some have files of their own beside them, or are native. */
const APART = /^(?:@aws-sdk|@resvg|bullmq|docx|echarts|hucre|ioredis|pdfjs-dist|subset-font)(?:\/|$)/;

/**
 * Runs `NAME.cjs` with the compiled code beside it. V8 takes that only for the same source and the same V8, and compiles
 * as ever where it does not fit.
 */
const LOADER = `import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";

const path = fileURLToPath(new URL("./NAME.cjs", import.meta.url));
const codePath = fileURLToPath(new URL("./NAME.code", import.meta.url));
const isMaking = process.argv[2] === "--make-code";
const moduleUrl = (place) => new URL(place, import.meta.url).href;
const moduleRequire = (place, name) => createRequire(moduleUrl(place))(name);
const moduleResolve = (place, name) => pathToFileURL(createRequire(moduleUrl(place)).resolve(name)).href;

const script = new vm.Script(\`(function (exports, require, module, moduleUrl, moduleRequire, moduleResolve) {\${readFileSync(path, "utf8")}\\n})\`, {
  filename: path,
  cachedData: isMaking ? undefined : kept(),
  importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const run = script.runInThisContext();
const module = { exports: {} };
if (isMaking) writeFileSync(codePath, script.createCachedData());
else run(module.exports, createRequire(path), module, moduleUrl, moduleRequire, moduleResolve);

function kept() {
  try {
    return readFileSync(codePath);
  } catch {
    return undefined;
  }
}
`;

/** A package that stays apart is loaded when the first module that imports it is, not with the bundle. */
const apart: Plugin = {
  name: "apart",
  resolveId(name, importer, { kind }) {
    if (!APART.test(name) || importer === undefined) return undefined;
    if (kind !== "import-statement") return { id: name, external: true };
    return `${APART_MARK}${name} ${placeOf(importer)}`;
  },
  load(id) {
    if (!id.startsWith(APART_MARK)) return undefined;
    const [name, place] = id.slice(APART_MARK.length).split(" ");
    return `module.exports = moduleRequire(${JSON.stringify(place)}, ${JSON.stringify(name)});`;
  },
};
const APART_MARK = "\0apart:";

/** A module finds its own files where it lay before. */
const inPlace: Plugin = {
  name: "in-place",
  transform(code, id) {
    if (!code.includes("import.meta.")) return undefined;
    const place = JSON.stringify(placeOf(id));
    return code
      .replaceAll("import.meta.url", `moduleUrl(${place})`)
      .replaceAll("import.meta.resolve(", `moduleResolve(${place}, `);
  },
};

/** Of a module, seen from the bundles. */
function placeOf(path: string): string {
  return relative(FOLDER, path).split(sep).join("/");
}

async function make({ entry, name }: Bundle): Promise<void> {
  const bundle = await rolldown({
    input: { [name]: join(ROOT, entry) },
    platform: "node",
    // The modules of our packages do nothing when they are loaded: those that nobody uses are left out.
    treeshake: { moduleSideEffects: (id) => id === join(ROOT, entry) || !id.startsWith(join(ROOT, "packages")) },
    plugins: [apart, inPlace],
  });
  await bundle.write({
    dir: FOLDER,
    format: "cjs",
    entryFileNames: "[name].cjs",
    codeSplitting: false,
    comments: false,
  });
  const loader = join(FOLDER, `${name}.mjs`);
  writeFileSync(loader, LOADER.replaceAll("NAME", name));
  execFileSync(process.execPath, [loader, "--make-code"], { cwd: FOLDER });
}

rmSync(FOLDER, { recursive: true, force: true });
for (const bundle of BUNDLES) await make(bundle);
