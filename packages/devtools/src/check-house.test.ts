import { describe, expect, it } from "vitest";
import { checkHouse } from "./check-house.ts";

/** What the checks say of a house with these files, beside a package.json of two scripts. */
function faults(files: Readonly<Record<string, string>>): string[] {
  const all: Record<string, string> = { "package.json": '{ "scripts": { "demo": "x", "check": "y" } }', ...files };
  return checkHouse({ files: Object.keys(all).toSorted(), read: (path) => all[path] ?? "" });
}

const lines = (count: number): string => "const x = 1;\n".repeat(count);

describe("sources", () => {
  it("may have 300 lines and no more, unless generated", () => {
    expect(faults({ "packages/core/src/a.ts": lines(300), "packages/core/src/a.gen.ts": lines(900) })).toEqual([]);
    expect(faults({ "packages/core/src/a.ts": lines(301) })).toEqual([
      "packages/core/src/a.ts: 301 lines, the ceiling is 300",
    ]);
  });

  it.each(["utils.ts", "helpers/x.ts", "common.test.ts", "misc/y.ts", "types.ts", "readForm.ts"])(
    "are not named %s",
    (name) => {
      expect(faults({ [`packages/core/src/${name}`]: "" })).toHaveLength(1);
    },
  );

  it.each(["Number(text)", "Number.parseFloat(text)", "parseFloat(text)", "value.toNumber()", "cells.map(Number)"])(
    "never turn a figure into a float: %s",
    (code) => {
      expect(faults({ "packages/ingest/src/a.ts": `// why\nconst n = ${code};\n` })[0]).toContain(
        "packages/ingest/src/a.ts:2:",
      );
      expect(faults({ "packages/renderer/src/chart/a.ts": `const n = ${code};\n` })).toEqual([]);
    },
  );

  it("may speak of floats, and count", () => {
    const text =
      'const n = Number.parseInt(text, 10); // never Number(text)\n/* parseFloat */ const u = "http://x"; isNumber(n);\n';
    expect(faults({ "packages/ingest/src/a.ts": text })).toEqual([]);
  });

  it("name what they export", () => {
    expect(faults({ "packages/core/src/index.ts": 'export * from "./a.ts";\n' })).toHaveLength(1);
  });
});

describe("templates", () => {
  it.each(["{{{name}}}", "{{& name}}", "{{~{name}~}}"])("escape everything: %s", (tag) => {
    expect(faults({ "templates/a/form.hbs": `<p>\n${tag}</p>` })[0]).toContain("templates/a/form.hbs:2:");
    expect(faults({ "templates/a/form.hbs": "<p>{{name}} {{~#if x}}{{/if}}</p>" })).toEqual([]);
  });
});

describe("documents", () => {
  const core = {
    "packages/core/package.json": '{ "name": "@zipingbiao/core" }',
    "packages/core/src/values/money.ts": "",
  };

  it("name paths and packages that exist", () => {
    const good = "`packages/core/src/` `packages/<name>/src/values/*.ts` `@zipingbiao/core` `src/somewhere.ts`";
    expect(faults({ ...core, "ARCHITECTURE.md": good })).toEqual([]);
    expect(faults({ ...core, "ARCHITECTURE.md": "`packages/core/src/gone.ts` and `@zipingbiao/gone`" })).toEqual([
      "ARCHITECTURE.md: there is no packages/core/src/gone.ts",
      "ARCHITECTURE.md: there is no package @zipingbiao/gone",
    ]);
  });

  it("stay short where they give the plan", () => {
    expect(faults({ "ARCHITECTURE.md": "x\n".repeat(151) })).toHaveLength(1);
  });

  it("name scripts and commands that exist", () => {
    const command = { "apps/cli/src/commands/read/run.ts": "" };
    expect(faults({ ...command, "CONTRIBUTING.md": "`npm run check` `npx zpb read x`" })).toEqual([]);
    expect(faults({ ...command, "CONTRIBUTING.md": "`npm run chekc` `npx zpb raed x`" })).toHaveLength(2);
  });

  it("of the front door hold the two commands, a line each", () => {
    expect(faults({ "README.md": "```sh\nnpm ci && npm run demo\n```\n    npm ci && npm test\n" })).toEqual([]);
    expect(faults({ "README.md": "Run `npm ci && npm test`." })).toHaveLength(2);
  });

  it("link to what exists", () => {
    expect(faults({ "docs/a.md": "[b](b.md) [up](../README.md#x) [web](https://x.cn)", "docs/b.md": "" })).toEqual([
      "docs/a.md: the link ../README.md leads nowhere",
    ]);
  });
});

describe("nothing tells of one machine", () => {
  it.each([
    "see `/home/li/x`",
    'const dir = "/root/zpb";',
    "file:///Users/li/x",
    '"resolved": "https://registry.example.org/x.tgz"',
  ])("%s", (text) => {
    expect(faults({ "docs/a.txt": text })).toHaveLength(1);
  });

  it("but its own paths, and links, are free", () => {
    expect(faults({ "docs/a.txt": "/usr/lib/chromium packages/root/x https://example.cn/home/x" })).toEqual([]);
  });
});
