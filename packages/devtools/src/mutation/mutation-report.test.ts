import { describe, expect, it } from "vitest";
import { type SyntaxPath, shouldIgnore } from "./ignore-words.ts";
import { type MutantResult, mutationReport, scoreOf } from "./mutation-report.ts";

const mutant = (fileName: string, status: string, line = 1): MutantResult => ({
  fileName,
  status,
  mutatorName: "EqualityOperator",
  replacement: "a >=\n  b",
  location: { start: { line, column: 7 } },
});

const mutants = [
  ...Array.from({ length: 5 }, () => mutant("m/a.ts", "Killed")),
  mutant("m/a.ts", "Timeout"),
  mutant("m/a.ts", "Ignored"),
  mutant("m/a.ts", "CompileError"),
  mutant("m/b.ts", "Survived", 12),
  mutant("m/b.ts", "NoCoverage", 3),
  mutant("n/c.ts", "Survived"),
  mutant("n/c.ts", "Killed"),
  { ...mutant("o/d.ts", "Ignored"), static: true },
];

describe("a mutation run", () => {
  it("scores what made a test fail or hang, out of all that a test could have noticed, cut and never rounded up", () => {
    expect(scoreOf(mutants)).toEqual({ detected: 7, valid: 10, percent: 70 });
    const almost = Array.from({ length: 849_999 }, () => mutant("m/a.ts", "Killed"));
    expect(scoreOf([...almost, ...Array.from({ length: 150_001 }, () => mutant("m/a.ts", "Survived"))]).percent).toBe(
      84.99,
    );
  });

  it("that changed nothing has no score to be proud of", () => {
    expect(scoreOf([])).toEqual({ detected: 0, valid: 0, percent: 0 });
    expect(scoreOf([mutant("m/a.ts", "Ignored")]).percent).toBe(0);
  });

  it("lists what went unnoticed, worst file first, in the order of the lines", () => {
    expect(mutationReport(mutants)).toBe(
      [
        "m/b.ts: 2 of 2 not noticed",
        "  3:7 EqualityOperator (no test comes here) → a >= b",
        "  12:7 EqualityOperator → a >= b",
        "",
        "n/c.ts: 1 of 2 not noticed",
        "  1:7 EqualityOperator → a >= b",
        "",
        "m: 75 %, 6 of 8",
        "n: 50 %, 1 of 2",
        "",
        "mutation score 70 %: 7 of 10 mutants in 3 files noticed, 2 left alone, 1 of them in constants",
      ].join("\n"),
    );
  });
});

describe("the plugin that leaves fixed text alone", () => {
  /** `callee({ key: … })`, seen from the property. */
  const property = (callee: string, key: string): SyntaxPath => {
    const call = { node: { type: "CallExpression", callee: { name: callee } }, parentPath: null };
    const object = { node: { type: "ObjectExpression" }, parentPath: call };
    return { node: { type: "ObjectProperty", key: { name: key } }, parentPath: object };
  };

  it.each(["examples", "title", "why", "fix"])("knows %s by the call that they stand in", (key) => {
    expect(shouldIgnore(property("defineRule", key))).toBeTypeOf("string");
    expect(shouldIgnore(property("defineBatchRule", key))).toBeTypeOf("string");
    expect(shouldIgnore(property("defineColumn", key))).toBeUndefined();
  });

  it.each(["id", "severity", "editions", "basis", "check", "message"])("leaves nothing of %s out", (key) => {
    expect(shouldIgnore(property("defineRule", key))).toBeUndefined();
  });

  it("is not confused by what stands outside of a call", () => {
    expect(shouldIgnore({ node: { type: "Identifier" }, parentPath: null })).toBeUndefined();
  });
});
