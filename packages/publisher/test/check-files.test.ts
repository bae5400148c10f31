/** `makeCheckReport` on real files: settings, earlier runs, inputs that cannot be read. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ProgressEvent } from "../src/environment.ts";
import { type CheckRequest, makeCheckReport } from "../src/findings/make-check-report.ts";
import { writeJson } from "../src/findings/write-json.ts";
import { nodeEnvironment } from "../src/node/node-environment.ts";
import { Failure, formatTrouble } from "../src/trouble.ts";

const DISCLOSED = fileURLToPath(new URL("../../../fixtures/disclosed", import.meta.url));

let work = "";
let home = "";
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-check-"));
  home = process.cwd();
});
afterEach(() => {
  process.chdir(home);
  rmSync(work, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(work, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const form = (patches: Record<string, unknown> = {}): string => JSON.stringify(patchedWire(SAMPLE_FORM, patches));

async function check(request: CheckRequest) {
  const events: ProgressEvent[] = [];
  const report = await makeCheckReport(request, nodeEnvironment({ report: (event) => events.push(event) }));
  return { report, events };
}

async function refusalOf(request: CheckRequest): Promise<string> {
  try {
    await check(request);
  } catch (error) {
    if (error instanceof Failure) return formatTrouble(error.trouble).replaceAll(work, "");
    throw error;
  }
  throw new Error("was not refused");
}

const errorRules = ({ forms }: Awaited<ReturnType<typeof check>>["report"]) =>
  forms.map(({ findings }) => findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule));

describe("the settings of a check", () => {
  const wrongTotal = form({ totalScore: "98.97" });

  it("switch rules and change severities, and the report says so", async () => {
    const paths = [put("in/a.json", wrongTotal)];
    expect(errorRules((await check({ paths })).report)).toEqual([["scores/total-mismatch"]]);
    const off = put("off.yaml", "rules:\n  scores/total-mismatch: off\n");
    const { report } = await check({ paths, rules: off });
    expect(errorRules(report)).toEqual([[]]);
    expect(report.settings.file).toBe("off.yaml");
    const noted = put("note.yaml", "rules:\n  scores/total-mismatch: note\n");
    expect(errorRules((await check({ paths, rules: noted })).report)).toEqual([[]]);
  });

  it("are those of the current folder when no file is named", async () => {
    const paths = [put("in/a.json", wrongTotal)];
    put("desk/zpb.rules.yaml", "rules:\n  scores/total-mismatch: off\n");
    process.chdir(join(work, "desk"));
    expect(errorRules((await check({ paths })).report)).toEqual([[]]);
  });

  it("are never those that lie among the inputs, unless they are named", async () => {
    put("in/a.json", wrongTotal);
    put("in/zpb.rules.yaml", "rules:\n  scores/total-mismatch: off\n");
    process.chdir(join(work, "in"));
    for (const paths of [["."], ["a.json"], [".."]]) {
      const { report, events } = await check({ paths });
      expect(errorRules(report).flat(), paths[0]).toContain("scores/total-mismatch");
      expect(report.settings).not.toHaveProperty("file");
      expect(events).toContainEqual(expect.objectContaining({ kind: "warning", code: "settings/among-inputs" }));
    }
    const { report } = await check({ paths: ["a.json"], rules: "zpb.rules.yaml" });
    expect(errorRules(report)).toEqual([[]]);
  });

  it.each([
    [
      "a rule that is none",
      "rules:\n  scores/total-mismach: off\n",
      /^\/r\.yaml:2：规则设置有 1 处不能识别。没有「scores\/total-mismach」这条规则。您是否想用「scores\/total-mismatch」/u,
    ],
    [
      "two faults",
      "rules: [a]\nmore: 1\n",
      /^\/r\.yaml:1：规则设置有 2 处不能识别。第 1 行 应写成「名称: 值」，冒号用半角，后面空一格；第 2 行 没有「more」这一项。可用的项：rules、expectedProjects。请改正后重新运行。$/u,
    ],
    [
      "another encoding",
      new Uint8Array([0xb9, 0xe6, 0xd4, 0xf2]),
      /^\/r\.yaml：文件不是能用的 YAML。不是 UTF-8 编码。/u,
    ],
    ["too much", " ".repeat(2 ** 20 + 1), /^\/r\.yaml：文件不是能用的 YAML。超过 512 KiB。/u],
  ])("are refused with file, line and reason: %s", async (_fault, content, told) => {
    const rules = put("r.yaml", content);
    expect(await refusalOf({ paths: [put("in/a.json", form())], rules })).toMatch(told);
  });

  it("that are named but not there are refused", async () => {
    const paths = [put("in/a.json", form())];
    expect(await refusalOf({ paths, rules: join(work, "没有.yaml") })).toMatch(/^\/没有\.yaml：找不到文件或文件夹/u);
  });
});

describe("an earlier run", () => {
  it("of the disclosed forms is the same run: nothing new, nothing gone", async () => {
    const { report } = await check({ paths: [DISCLOSED] });
    const against = put("old.json", [...writeJson(report)].join(""));
    const again = await check({ paths: [DISCLOSED], against });
    const total = report.forms.reduce((sum, { findings }) => sum + findings.length, report.batch.length);
    expect(again.report.against?.counts).toEqual({ new: 0, unchanged: total, gone: 0 });
  });

  it("may be the earlier forms themselves, in whatever files they lay", async () => {
    const before = put("old/a.json", form({ totalScore: "98.97" }));
    put("new/deep/乙.json", form());
    const { report } = await check({ paths: [join(work, "new")], against: join(work, "old") });
    const gone = report.against?.gone.map(({ finding }) => finding.rule);
    expect(gone).toContain("scores/total-mismatch");
    expect(report.against).toMatchObject({ file: "old", counts: { new: 0 } });
    renameSync(before, join(work, "new/deep/丙.json"));
    rmSync(join(work, "new/deep/乙.json"));
    const moved = await check({ paths: [join(work, "new")], against: put("a.json", form({ totalScore: "98.97" })) });
    expect(moved.report.against?.counts).toMatchObject({ new: 0, gone: 0 });
  });

  it.each([
    ["x.json", "[]", /^\/x\.json：不能与这里的内容比较。既不是检查结果，也读不出自评表/u],
    ["x.txt", "通知\n", /^\/x\.txt：不能与这里的内容比较/u],
    [
      "x.json",
      '{"schema":"zipingbiao/findings@1","findings":[',
      /^\/x\.json：不能与这份检查结果比较。文件不是完整的 JSON/u,
    ],
    ["x.json", '{"schema":"zipingbiao/findings@2","findings":[]}', /不是 findings@1/u],
    ["x.json", '{"schema":"zipingbiao/findings@1","findings":[{"rule":1}]}', /「findings\.0\.rule」缺少或不合要求/u],
  ])("that cannot be compared with is refused: %s %s", async (name, content, told) => {
    const paths = [put("in/a.json", form())];
    expect(await refusalOf({ paths, against: put(name, content) })).toMatch(told);
  });

  it("that is not there, or is an empty folder, is refused", async () => {
    const paths = [put("in/a.json", form())];
    expect(await refusalOf({ paths, against: join(work, "没有") })).toMatch(/^\/没有：找不到文件或文件夹/u);
    mkdirSync(join(work, "空"));
    expect(await refusalOf({ paths, against: join(work, "空") })).toBe(
      "/空：不能与这里的内容比较。既不是检查结果，也读不出自评表：文件夹是空的，或者只有隐藏文件、链接和没有自评表的公开文件夹。请给出 zpb check --format json 的输出，或改前的表（文件或文件夹）。",
    );
  });
});

it("one bad input becomes a trouble, the others are checked, and progress is told", async () => {
  put("in/a.json", form());
  put("in/b.json", "{");
  put("in/c.txt", "通知\n");
  const { report, events } = await check({ paths: [join(work, "in")] });
  expect(report.forms).toHaveLength(1);
  expect(report.files).toBe(3);
  expect(report.troubles.map(({ file }) => file)).toEqual(["b.json", "c.txt"]);
  const steps = events.flatMap((event) =>
    event.kind === "step" ? [`${event.step} ${event.done}/${event.total}`] : [],
  );
  expect(steps).toEqual(["read 0/3", "read 1/3", "read 2/3", "read 3/3", "check 1/1"]);
});
