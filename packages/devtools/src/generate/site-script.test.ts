import { expect, it } from "vitest";
import { siteScriptSource } from "./site-script.ts";

const folder = "packages/renderer/src/site";
const sourceOf = (files: Readonly<Record<string, string>>) =>
  siteScriptSource((path) => files[path.slice(folder.length + 1)] ?? "");

it("puts what a module needs before it, once, without types, comments, imports and exports", () => {
  const source = sourceOf({
    "browser/main.ts": `import { a } from "../search/a.ts";\nimport { b } from "./b.ts";\na(b);\n`,
    "browser/b.ts": `/** B. */\nimport { a } from "../search/a.ts";\nexport const b: number = a(1);\n`,
    "search/a.ts": `/** A. */\nexport function a(x: number): number {\n  return x;\n}\n`,
  });
  const script = (JSON.parse(`[${/\[\n([\s\S]*),\n\]/u.exec(source)?.[1] ?? ""}]`) as readonly string[]).join("\n");
  expect(script.match(/function a\(/gu)).toHaveLength(1);
  expect(script.indexOf("function a(")).toBeLessThan(script.indexOf("const b ="));
  expect(script.indexOf("const b =")).toBeLessThan(script.indexOf("a(b)"));
  expect(script).not.toMatch(/import|export|: number|\/\*/u);
});

it("refuses two modules that name a thing alike", () => {
  expect(() =>
    sourceOf({
      "browser/main.ts": `import { a } from "./a.ts";\nconst b = a;\n`,
      "browser/a.ts": "const b = 1;\nexport const a = b;\n",
    }),
  ).toThrow(SyntaxError);
});
