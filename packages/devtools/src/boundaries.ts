/**
 * The floors of the house, for dependency-cruiser. `check-boundaries.ts` runs it, and its test plants violations:
 * without @swc/core this tool skips every .ts file in silence, so a clean report alone proves nothing.
 */
import type { ICruiseOptions, IRegularForbiddenRuleType } from "dependency-cruiser";

const TEST = "\\.test\\.ts$";
const src = (name: string): string => `^packages/${name}/src/`;

type Place = NonNullable<IRegularForbiddenRuleType["from"]>;
type Goal = IRegularForbiddenRuleType["to"];

/**
 * A file of one floor must not know a higher one; `floors` is bottom up, an inner list holds siblings, and `a|b` are two
 * folders that know each other.
 */
function bottomUp(base: string, floors: readonly (readonly string[])[]): IRegularForbiddenRuleType[] {
  return floors.flatMap((floor, height) =>
    floor.flatMap((name) => {
      const closed = [...floor.filter((other) => other !== name), ...floors.slice(height + 1).flat()];
      if (closed.length === 0) return [];
      const from = { path: `^${base}/(${name})/`, pathNot: TEST };
      const comment = `${base}/${name} may import only what stands below it`;
      return [
        forbid(`${base.split("/")[1]}-floor-${name}`, comment, from, { path: `^${base}/(${closed.join("|")})/` }),
      ];
    }),
  );
}

function forbid(name: string, comment: string, from: Place, to: Goal): IRegularForbiddenRuleType {
  return { name, comment, severity: "error", from, to };
}

export const FORBIDDEN: readonly IRegularForbiddenRuleType[] = [
  forbid("no-cycle", "two files that need each other are one thought in two rooms", {}, { circular: true }),
  // A bin starts what is built later.
  forbid(
    "resolvable",
    "an import that leads nowhere, or past a package's exports",
    { pathNot: "^apps/[^/]+/bin/" },
    { couldNotResolve: true },
  ),
  forbid(
    "one-door",
    "a package is entered by its src/index.ts (core also by src/testing/index.ts, publisher by src/early.ts)",
    { path: "^(packages|apps)/([^/]+)/" },
    {
      path: "^(packages|apps)/[^/]+/",
      pathNot: [
        "^$1/$2/",
        "^packages/[^/]+/src/index\\.ts$",
        "^packages/core/src/testing/index\\.ts$",
        "^packages/publisher/src/early\\.ts$",
        // 同样的坏文件，既由 ingest 自己读，也交给 publisher 的读取进程。
        "^packages/ingest/test/(hostile-[^/]+|compare)\\.ts$",
        // 同一个浏览器，打开 renderer 的网页，也打开 publisher 写出的网站。
        "^packages/renderer/test/web-browser\\.ts$",
      ],
    },
  ),
  forbid(
    "core-imports-nothing-above",
    "core is floor 0",
    { path: src("core") },
    { path: "^(packages/(?!core/)|apps/)" },
  ),
  forbid(
    "core-packages",
    "core imports zod and decimal.js only",
    { path: src("core"), pathNot: [TEST, "^packages/core/src/testing/"] },
    { path: "node_modules/", pathNot: "node_modules/(zod|decimal\\.js)/" },
  ),
  forbid(
    "core-is-pure",
    "core does no input or output",
    { path: src("core"), pathNot: TEST },
    { dependencyTypes: ["core"] },
  ),
  forbid(
    "one-decimal",
    "only values/decimal.ts imports decimal.js",
    { path: "^(packages|apps)/", pathNot: "^packages/core/src/values/decimal\\.ts$" },
    { path: "node_modules/decimal\\.js/" },
  ),
  forbid(
    "ingest-knows-core-only",
    "ingest and renderer are siblings",
    { path: src("ingest"), pathNot: TEST },
    { path: "^(packages/(?!core/|ingest/)|apps/)" },
  ),
  forbid(
    "renderer-knows-core-only",
    "ingest and renderer are siblings",
    { path: src("renderer"), pathNot: TEST },
    { path: "^(packages/(?!core/|renderer/)|apps/)" },
  ),
  forbid(
    "siblings-never-meet",
    "not even in their tests; round trips are publisher's",
    { path: "^packages/(ingest|renderer)/" },
    { path: "^packages/(ingest|renderer)/", pathNot: "^packages/$1/" },
  ),
  forbid(
    "publisher-knows-floors-below",
    "publisher composes core, ingest and renderer",
    { path: "^packages/publisher/" },
    { path: "^(packages/(?!core/|ingest/|renderer/|publisher/)|apps/)" },
  ),
  forbid(
    "apps-know-publisher-and-core",
    "an app speaks to use cases",
    { path: "^apps/([^/]+)/" },
    { path: "^(packages/(?!core/|publisher/)|apps/)", pathNot: "^apps/$1/" },
  ),
  forbid(
    "devtools-is-nobodys",
    "devtools is run, never imported",
    { path: "^(packages/(?!devtools/)|apps/)" },
    { path: "^packages/devtools/" },
  ),
  forbid(
    "testing-is-for-tests",
    "core/testing is imported by tests and devtools only",
    {
      path: "^(packages|apps)/",
      pathNot: [TEST, "^packages/core/src/testing/", "^packages/devtools/", "^(packages|apps)/[^/]+/test/"],
    },
    { path: "^packages/core/src/testing/" },
  ),
  forbid("no-import-of-tests", "a test is a leaf", {}, { path: TEST }),
  forbid(
    "one-browser",
    "only pdf/puppeteer-browser.ts knows puppeteer, and what the bench compares it with",
    {
      path: "^(packages|apps)/",
      pathNot: [
        "^packages/renderer/src/pdf/puppeteer-browser\\.(ts|test\\.ts|interop\\.test\\.ts)$",
        "^packages/devtools/src/bench/rivals/",
      ],
    },
    { path: "node_modules/puppeteer(-core)?/" },
  ),
  forbid(
    "one-template-language",
    "only renderer/src/template knows Handlebars, and the test that holds the two together",
    {
      path: "^(packages|apps)/",
      pathNot: ["^packages/renderer/src/template/", "^packages/renderer/test/as-handlebars\\.test\\.ts$"],
    },
    { path: "node_modules/handlebars/" },
  ),
  forbid(
    "one-queue",
    "only publisher/src/queue knows the clients of Redis, PostgreSQL and S3",
    {
      path: "^(packages|apps)/",
      pathNot: [
        "^packages/publisher/src/queue/",
        "^packages/publisher/test/queue-server(\\.interop\\.test)?\\.ts$",
        "^packages/devtools/",
      ],
    },
    { path: "node_modules/(bullmq|ioredis|@aws-sdk|pg)/" },
  ),
  forbid(
    "queue-by-its-door",
    "what stands behind the queue's door is loaded when a queue is used",
    { path: "^packages/publisher/src/", pathNot: ["^packages/publisher/src/queue/", TEST] },
    { path: "^packages/publisher/src/queue/", pathNot: "/(queue-door|queue-state|watch-run)\\.ts$" },
  ),
  forbid(
    "light-door",
    "the queue's door loads what is behind it late",
    { path: "^packages/publisher/src/queue/(queue-door|queue-state|watch-run)\\.ts$" },
    {
      path: "^packages/publisher/src/queue/|node_modules/",
      pathNot: "/(queue-state)\\.ts$",
      dynamic: false,
      dependencyTypesNot: ["type-only"],
    },
  ),
  ...bottomUp("packages/core/src", [
    ["values"],
    ["place"],
    ["basis"],
    ["finding"],
    ["form"],
    ["edition"],
    ["scoring"],
    ["privacy"],
    ["audit"],
    ["summary"],
    ["wire"],
    // A form is made by the codec alone, so what makes the next revision of one stands above it.
    ["correction"],
    ["testing"],
  ]),
  ...bottomUp("packages/renderer/src", [
    ["ooxml"],
    ["cache", "sheet", "view"],
    ["fonts"],
    ["chart", "template"],
    ["page"],
    ["docx", "form-sheet", "pdf", "twin"],
  ]),
  ...bottomUp("packages/publisher/src", [
    ["settings"],
    ["batch|gate"],
    ["findings", "open-data"],
    ["report|volume|twin|input", "publication-table"],
    ["correction", "node", "site", "verify"],
  ]),
  ...bottomUp("packages/ingest/src", [
    ["media"],
    ["lines"],
    ["tables"],
    ["rows", "torn"],
    ["documents", "pages", "sheets"],
  ]),
];

export const OPTIONS: ICruiseOptions = {
  parser: "swc",
  // Types count: a floor that needs the shape of a higher one depends on it.
  tsPreCompilationDeps: true,
  doNotFollow: { path: "node_modules" },
  exclude: { path: "^(packages|apps)/[^/]+/dist/" },
  enhancedResolveOptions: {
    exportsFields: ["exports"],
    conditionNames: ["source", "import", "node", "default"],
    mainFields: ["module", "main"],
  },
};
