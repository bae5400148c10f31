/** `zpb check`, `zpb explain` and `zpb rules` as a person or a script starts them. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runZpb } from "./run-zpb.ts";

let work = "";
const form = (patches: Record<string, unknown> = {}): string => JSON.stringify(patchedWire(SAMPLE_FORM, patches));

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-check-"));
  mkdirSync(join(work, "in"));
  writeFileSync(join(work, "in/对.json"), form());
  writeFileSync(join(work, "in/错.json"), form({ projectName: "=1+1", totalScore: "98.97" }));
  writeFileSync(join(work, "坏.json"), "{");
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const zpb = (...args: readonly string[]) => runZpb(args, { cwd: work });

describe("zpb check", () => {
  it("ends with 1 at errors, 0 without, and keeps to --fail-on", () => {
    expect(zpb("check", "in").status).toBe(1);
    expect(zpb("check", "in/对.json").status).toBe(0);
    writeFileSync(join(work, "note.yaml"), "rules:\n  scores/total-mismatch: note\n");
    expect(zpb("check", "in/错.json", "--rules", "note.yaml").status).toBe(0);
    expect(zpb("check", "in/错.json", "--rules", "note.yaml", "--fail-on", "note").status).toBe(1);
  });

  it("ends with 1 when a part could not be read, with 2 when nothing could", () => {
    const part = zpb("check", "in/对.json", "坏.json");
    expect(part.status).toBe(1);
    expect(part.stderr).toContain("坏.json");
    expect(part.stdout).toContain("1 处未能读取");
    expect(zpb("check", "坏.json").status).toBe(2);
    expect(zpb("check", "in", "--rules", "没有.yaml").status).toBe(2);
    expect(zpb("check", "in", "--against", "坏.json").status).toBe(2);
  });

  it("keeps results and messages apart", () => {
    const run = zpb("check", "in/对.json", "坏.json", "--format", "json");
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: "zipingbiao/findings@1", forms: 1 });
    expect(run.stderr).toMatch(/^未完成：坏\.json/u);
  });

  it("tells a script how far it is, a line each", () => {
    const steps = zpb("--json", "check", "in")
      .stderr.trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(steps).toContainEqual({ kind: "step", step: "read", done: 2, total: 2 });
    expect(steps.at(-1)).toEqual({ kind: "step", step: "check", done: 2, total: 2 });
  });

  it.each([
    ["json", '"schema": "zipingbiao/findings@1"'],
    ["sarif", '"version": "2.1.0"'],
    ["html", "<!DOCTYPE html>"],
    ["xlsx", "PK\u0003\u0004"],
  ])("writes %s whole, with -o and without the same bytes", (format, start) => {
    const piped = zpb("check", "in", "--format", format);
    const filed = zpb("check", "in", "--format", format, "-o", join("out", `结果.${format}`));
    expect([piped.status, filed.status]).toEqual([1, 1]);
    expect(filed.stdout).toBe(`${join("out", `结果.${format}`)}\n`);
    expect(piped.stdout).toContain(start);
    expect(Buffer.compare(readFileSync(join(work, "out", `结果.${format}`)), piped.bytes)).toBe(0);
    expect(readdirSync(join(work, "out")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("refuses to write over what it reads", () => {
    const before = readFileSync(join(work, "in/对.json"), "utf8");
    const run = zpb("check", "in", "--format", "json", "-o", "in/../in/对.json");
    expect([run.status, run.stderr]).toEqual([64, expect.stringContaining("是输入文件之一，不能写入")]);
    expect(readFileSync(join(work, "in/对.json"), "utf8")).toBe(before);
  });

  it("--against an earlier result: what is gone, new and still there", () => {
    zpb("check", "in", "--format", "json", "-o", "上次.json");
    const same = zpb("check", "in", "--against", "上次.json");
    expect(same.stdout).toContain("〔仍在〕");
    expect(same.stdout).toMatch(/与 上次\.json 相比：新增 0 处、仍在 \d+ 处、已消除 0 处。/u);
    mkdirSync(join(work, "改后"));
    writeFileSync(join(work, "改后/重报.json"), form({ projectName: "=1+1" }));
    const mended = zpb("check", "改后", "--against", "in");
    expect(mended.status).toBe(0);
    expect(mended.stdout).toMatch(/〔已消除〕总分（得分）：/u);
    expect(mended.stdout).toMatch(/新增 0 处/u);
  });

  it("shows marks that turn the reading direction as signs", () => {
    writeFileSync(join(work, "控制.json"), form({ projectName: "甲\u202E丙", totalScore: "98.97" }));
    const run = zpb("check", "控制.json");
    expect(run.stdout).toContain("甲<U+202E>丙");
    expect(run.stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/u);
  });
});

describe("zpb rules and zpb explain", () => {
  it("every rule of the list has a page", () => {
    const rules = JSON.parse(zpb("rules", "--format", "json").stdout) as { id: string; title: string }[];
    expect(rules.length).toBeGreaterThan(7);
    expect(rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id).toSorted());
    const list = zpb("rules").stdout;
    for (const { id } of rules) expect(list).toMatch(new RegExp(`^${id} +(?:差错|疑点|提示) +\\S`, "mu"));
    expect(list).toContain(`共 ${rules.length} 条`);
    const [first] = rules;
    const page = zpb("explain", first?.id ?? "");
    expect(page.status).toBe(0);
    for (const heading of ["为何检查", "如何处理", "依据", "示例"]) expect(page.stdout).toContain(heading);
  });

  it("a rule that is none: the nearest is named, and the status is 64", () => {
    const run = zpb("explain", "scores/total-mismach");
    expect([run.status, run.stdout]).toEqual([64, ""]);
    expect(run.stderr).toContain("没有「scores/total-mismach」这条规则。您是否想用「scores/total-mismatch」");
    expect(zpb("explain", "完全不同的东西").stderr).toContain("运行 zpb rules 可以看到全部规则");
  });
});
