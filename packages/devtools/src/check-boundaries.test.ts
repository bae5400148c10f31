/** Plants one violation of every kind: a checker that has gone blind reports nothing and looks like a clean house. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkBoundaries } from "./check-boundaries.ts";

let root = "";

/** Writes files of a small house; a package is stood in for by its package.json and one empty module. */
function plant(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function plantPackage(name: string): void {
  plant({
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: "./index.js" }),
    [`node_modules/${name}/index.js`]: "export {};\n",
  });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "boundaries-"));
  for (const name of ["zod", "decimal.js", "left-pad", "puppeteer-core", "bullmq"]) plantPackage(name);
  plant({
    "packages/core/src/index.ts": 'export { decimal } from "./values/decimal.ts";\n',
    "packages/core/src/values/decimal.ts": 'import "decimal.js";\nexport const decimal = 1;\n',
    "packages/core/src/form/form.ts": 'import { decimal } from "../values/decimal.ts";\nexport const form = decimal;\n',
    "packages/ingest/src/index.ts": "export const readForms = 1;\n",
    "packages/renderer/src/index.ts": "export const viewForm = 1;\n",
    "packages/publisher/src/index.ts": "export const publish = 1;\n",
    "packages/devtools/src/tool.ts": "export const tool = 1;\n",
  });
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("the boundary checker", () => {
  it("finds nothing in an orderly house", async () => {
    expect(await checkBoundaries(root)).toEqual([]);
  });

  it.each([
    ["core-floor-values", "packages/core/src/values/money.ts", 'import "../form/form.ts";\n'],
    // A type alone is a dependency too, and the first thing that a parser without types overlooks.
    [
      "core-floor-values",
      "packages/core/src/values/money.ts",
      'import type { form } from "../form/form.ts";\nexport type M = typeof form;\n',
    ],
    ["core-packages", "packages/core/src/form/pad.ts", 'import "left-pad";\n'],
    ["core-is-pure", "packages/core/src/form/file.ts", 'import "node:fs";\n'],
    ["one-decimal", "packages/core/src/values/rate.ts", 'import "decimal.js";\n'],
    ["one-decimal", "packages/renderer/src/view/print.ts", 'import "decimal.js";\n'],
    ["core-imports-nothing-above", "packages/core/src/form/read.ts", 'import "../../../ingest/src/index.ts";\n'],
    ["siblings-never-meet", "packages/ingest/src/view.ts", 'import "../../renderer/src/index.ts";\n'],
    ["siblings-never-meet", "packages/renderer/src/read.test.ts", 'import "../../ingest/src/index.ts";\n'],
    ["one-door", "packages/publisher/src/deep.ts", 'import "../../core/src/values/decimal.ts";\n'],
    ["publisher-knows-floors-below", "packages/publisher/src/tool.ts", 'import "../../devtools/src/tool.ts";\n'],
    ["devtools-is-nobodys", "packages/publisher/src/tool.ts", 'import "../../devtools/src/tool.ts";\n'],
    ["apps-know-publisher-and-core", "apps/cli/src/main.ts", 'import "../../../packages/ingest/src/index.ts";\n'],
    ["one-browser", "packages/renderer/src/pdf/other.ts", 'import "puppeteer-core";\n'],
    ["renderer-floor-docx", "packages/renderer/src/docx/borrow.ts", 'import "../pdf/print.ts";\n'],
    ["renderer-floor-fonts", "packages/renderer/src/fonts/borrow.ts", 'import "../pdf/print.ts";\n'],
    ["publisher-floor-batch|gate", "packages/publisher/src/batch/borrow.ts", 'import "../site/site.ts";\n'],
    ["publisher-floor-batch|gate", "packages/publisher/src/gate/borrow.ts", 'import "../site/site.ts";\n'],
    ["one-queue", "packages/publisher/src/batch/queue.ts", 'import "bullmq";\n'],
    ["queue-by-its-door", "packages/publisher/src/late.ts", 'import "./queue/engine.ts";\n'],
    ["light-door", "packages/publisher/src/queue/queue-door.ts", 'import "./engine.ts";\n'],
    ["resolvable", "packages/publisher/src/gone.ts", 'import "./nowhere.ts";\n'],
    ["no-cycle", "packages/ingest/src/a.ts", 'import "./b.ts";\n'],
  ])("reports %s in %s", async (rule, path, text) => {
    plant({
      "packages/renderer/src/pdf/print.ts": "export const p = 1;\n",
      "packages/publisher/src/site/site.ts": "export const s = 1;\n",
      "packages/publisher/src/queue/engine.ts": 'import "bullmq";\n',
      "packages/ingest/src/b.ts": 'import "./a.ts";\n',
    });
    plant({ "packages/ingest/src/a.ts": "export const a = 1;\n", [path]: text });
    const faults = await checkBoundaries(root);
    expect(faults.map((fault) => fault.split(":")[0])).toContain(rule);
    expect(faults.join("\n")).toContain(path);
  });

  it("lets the queue's door load what is behind it late, and know its types", async () => {
    plant({
      "packages/publisher/src/queue/engine.ts": 'import "bullmq";\nexport type Engine = 1;\n',
      "packages/publisher/src/queue/queue-door.ts":
        'import type { Engine } from "./engine.ts";\nexport const open = (): Promise<{ e?: Engine }> => import("./engine.ts");\n',
    });
    expect(await checkBoundaries(root)).toEqual([]);
  });

  it("lets values/decimal.ts have decimal.js, core have zod, and puppeteer-browser.ts the browser", async () => {
    plant({
      "packages/core/src/wire/codec.ts": 'import "zod";\nimport "../form/form.ts";\n',
      "packages/renderer/src/pdf/puppeteer-browser.ts": 'import "puppeteer-core";\n',
    });
    expect(await checkBoundaries(root)).toEqual([]);
  });
});
