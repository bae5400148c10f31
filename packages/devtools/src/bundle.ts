/**
 * The command line and the reading process as a few files each, with V8's compiled code beside it: some thousand modules,
 * looked up and compiled one by one, take longer than printing a form. Made from what `tsc` wrote, by the last step of
 * the build; nothing but speed depends on it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { codeHash } from "@zipingbiao/publisher/early";
import { type Plugin, rolldown } from "rolldown";
import { ROOT } from "./program.ts";

interface Bundle {
  /** What `tsc` wrote. */
  readonly entry: string;
  readonly name: string;
  /** V8 takes compiled code only under those of its flags that the code was made with. */
  readonly flags: readonly string[];
}

/** Within the last package to be built, whose build depends on all others. */
const FOLDER = join(ROOT, "apps/cli/dist/bundle");

const CLI: Bundle = { entry: "apps/cli/dist/launch.js", name: "zpb", flags: [] };
const READER: Bundle = {
  entry: "packages/publisher/dist/node/reader/reader-process.js",
  name: "reader",
  // Those of `publisher/src/node/reader/start-process.ts` that V8 asks for.
  flags: ["--max-semi-space-size=4", "--expose-gc", "--disallow-code-generation-from-strings"],
};

/** What is done while the code is made; functions that it does not use are compiled when they are used. */
const SAMPLE = join(ROOT, "fixtures/disclosed/jiading-2024.txt");

/** Loaded late, if at all; some have files of their own beside them, or are native. */
const APART = /^(?:@aws-sdk|@resvg|bullmq|docx|echarts|hucre|ioredis|pdfjs-dist|pg|subset-font)(?:\/|$)/;

/** What a joined file is given. */
const PARAMETERS = "exports, require, module, moduleUrl, moduleRequire, moduleResolve";

/**
 * Runs the bundle with the compiled code beside it. V8 takes that only for a source of the same length, its flags and its
 * version, and compiles as ever where it does not fit; both are always made together. `isMaking`: keeps the code when the process ends instead.
 */
const loader = (name: string, isMaking: boolean): string => `import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";

const moduleUrl = (place) => new URL(place, import.meta.url).href;
const moduleRequire = (place, name) => createRequire(moduleUrl(place))(name);
const moduleResolve = (place, name) => pathToFileURL(createRequire(moduleUrl(place)).resolve(name)).href;
const others = createRequire(import.meta.url);
const loaded = new Map();

load("./${name}.cjs");

function load(name) {
  if (!name.startsWith("./")) return others(name);
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const path = fileURLToPath(new URL(name, import.meta.url));
  const script = new vm.Script(\`(function (${PARAMETERS}) {\${readFileSync(path, "utf8")}\\n})\`, {
    filename: path,
    cachedData: ${isMaking ? "undefined" : "codeOf(path)"},
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
${isMaking ? '  process.on("exit", () => writeFileSync(`${path}.code`, script.createCachedData()));\n' : ""}  script.runInThisContext()(module.exports, load, module, moduleUrl, moduleRequire, moduleResolve);
  return module.exports;
}

function codeOf(path) {
  try {
    return readFileSync(\`\${path}.code\`);
  } catch {
    return undefined;
  }
}
`;

/** Ends with an error when V8 would refuse the code of a bundle. */
const PROOF = `import { readFileSync, readdirSync } from "node:fs";
import vm from "node:vm";
const [folder, name] = process.argv.slice(1);
const codes = readdirSync(folder).filter((file) => file.startsWith(name) && file.endsWith(".code"));
if (codes.length === 0) throw new Error("no code");
for (const file of codes) {
  const path = folder + "/" + file.slice(0, -5);
  const source = "(function (${PARAMETERS}) {" + readFileSync(path, "utf8") + "\\n})";
  const script = new vm.Script(source, { filename: path, cachedData: readFileSync(folder + "/" + file) });
  if (script.cachedDataRejected) throw new Error("refused: " + file);
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

async function write({ entry, name }: Bundle): Promise<void> {
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
    chunkFileNames: `${name}-[name]-[hash].cjs`,
    comments: false,
  });
  writeFileSync(join(FOLDER, `${name}.mjs`), loader(name, false));
}

/** Starts a bundle that keeps its code when it ends. */
async function makeCode(
  { name, flags }: Bundle,
  args: readonly string[],
  work: (child: ChildProcess) => void,
): Promise<void> {
  const making = join(FOLDER, `make-${name}.mjs`);
  writeFileSync(making, loader(name, true));
  await run([...flags, making, ...args], work);
  rmSync(making);
  await run([...flags, "--input-type=module", "--eval", PROOF, FOLDER, name]);
}

async function run(args: readonly string[], work: (child: ChildProcess) => void = () => {}): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: ["pipe", "ignore", "pipe", "ipc"] });
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (words += text));
  work(child);
  const [status] = (await once(child, "exit")) as [number | null];
  if (status !== 0) throw new Error(`${args.join(" ")}: ${status} ${words}`);
}

/** What the command line does with its reading process. */
function readOne(bytes: Uint8Array): (child: ChildProcess) => void {
  return (child) =>
    child.on("message", ({ kind }: { kind: string }) => {
      if (kind === "ready") {
        child.send({ task: "read", name: "form.json", bytes: bytes.length });
        child.stdin?.write(bytes);
      } else if (kind === "done") child.disconnect();
      else if (kind === "failed") child.kill();
    });
}

rmSync(FOLDER, { recursive: true, force: true });
for (const bundle of [CLI, READER]) await write(bundle);
writeFileSync(join(FOLDER, "code-hash.txt"), codeHash());
const work = mkdtempSync(join(tmpdir(), "zpb-bundle-"));
try {
  await run([join(FOLDER, "zpb.mjs"), "read", SAMPLE, "-o", work]);
  const form = join(work, readdirSync(work)[0] ?? "");
  await makeCode(READER, ["{}"], readOne(readFileSync(form)));
  await makeCode(CLI, ["render", form, "--to", "html", "-o", join(work, "pages")], () => {});
} finally {
  rmSync(work, { recursive: true, force: true });
}
