/** `zpb publish` as a process: what the gate says, what it leaves in the folder, and with which status it ends. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ROOT, runZpb } from "./run-zpb.ts";

const PHONE = "13000000000";
const SIGNED = ["reason: 已另行说明", "signedBy: 某区数据局绩效管理岗", "date: 2025-03-31"];

let work = "";
let run = 0;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-gate-"));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

let folder = "";
beforeEach(() => {
  folder = join(work, String((run += 1)));
  mkdirSync(join(folder, "in"), { recursive: true });
});

/** Writes `in/<name>.json`: the sample form with that project name. */
function hand(name: string, patches: Record<string, unknown> = {}): void {
  const wire = patchedWire(SAMPLE_FORM, { projectName: name, ...patches });
  writeFileSync(join(folder, "in", `${name}.json`), JSON.stringify(wire));
}

/** Writes a waiver file, one entry a list of lines. */
function sign(lists: { readonly waivers?: readonly string[][]; readonly withheld?: readonly string[][] }): void {
  const lines = Object.entries(lists).flatMap(([list, entries]) => [
    `${list}:`,
    ...entries.flatMap(([first = "", ...rest]) => [`  - ${first}`, ...rest.map((line) => `    ${line}`)]),
  ]);
  writeFileSync(join(folder, "waivers.yaml"), lines.join("\n"));
}

const named = (name: string): string[] => [
  `projectName: ${name}`,
  "implementingUnit: 某区大数据中心",
  "fiscalYear: 2024",
];

const publish = (...options: readonly string[]) => runZpb(["publish", "in", ...options, "-o", "out"], { cwd: folder });

const text = (path: string): string => readFileSync(join(folder, "out", path), "utf8");

/** All published files in which a text stands, HTML and data; PDF and DOCX are compressed. */
const mentioning = (word: string): string[] =>
  readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:html|json|csv)$/u.test(path) && text(path).includes(word))
    .toSorted();

const WRONG = { totalScore: "98.97" };

describe("zpb publish", () => {
  it("tells of a form that is blocked, waived, withheld or masked what was done and why", () => {
    hand("甲");
    hand("乙", { ...WRONG, "overallGoal.actual": "只在乙表里的话。" });
    hand("丙", WRONG);
    hand("丁", { "overallGoal.actual": "只在丁表里的话。" });
    hand("戊", { "overallGoal.actual": `运行稳定，联系电话${PHONE}。` });
    sign({
      waivers: [
        [...named("丙"), "rule: scores/total-mismatch", "at: totalScore", ...SIGNED],
        [...named("甲"), "rule: scores/total-mismatch", ...SIGNED],
      ],
      withheld: [[...named("丁"), "reason: 涉及国家秘密，不予公开", ...SIGNED.slice(1)]],
    });
    const { status, stdout } = publish("--waivers", "waivers.yaml", "--mask");
    expect(status).toBe(1);
    expect(stdout).toContain("已公开 3 份自评表 → out/index.html");
    expect(stdout).toContain("凭放行文件公开 1 份，附说明 1 处");
    expect(stdout).toContain("遮盖个人信息后公开 1 份，遮盖 1 处");
    expect(stdout).toMatch(
      /不予公开 1 份[^]*丁\.json 第 1 份.*「丁」：涉及国家秘密，不予公开（某区数据局绩效管理岗，2025-03-31）/u,
    );
    expect(stdout).toMatch(
      /没有通过检查，暂未公开 1 份[^]*乙\.json[^]*【差错】总分（得分）：各项得分之和为 98\.96，总分为 98\.97。\n\s+规则：scores\/total-mismatch　位置：totalScore\n\s+办法：/u,
    );
    expect(stdout).toContain("更正后重新运行即可公开");
    expect(stdout).toContain("waivers.yaml:10：放行「甲」没有用上：scores/total-mismatch 没有检查结果");
    expect([...mentioning("只在乙表里的话"), ...mentioning("只在丁表里的话"), ...mentioning(PHONE)]).toEqual([]);
    expect(mentioning("乙")).toEqual(["data/unpublished.csv", "index.html", "manifest.json"]);
    expect(JSON.parse(text("manifest.json"))).toMatchObject({
      forms: 3,
      blocked: [{ projectName: "乙", rules: ["scores/total-mismatch"], reason: "检查没有通过（得分），更正后公开" }],
      withheld: [{ projectName: "丁", reason: "涉及国家秘密，不予公开", signedBy: "某区数据局绩效管理岗" }],
      waivers: [{ projectName: "丙", rule: "scores/total-mismatch", at: "totalScore", reason: "已另行说明" }],
      masked: [{ projectName: "戊", at: "overallGoal.actual", kind: "mobile-number" }],
    });
    const page = text("index.html");
    for (const said of [
      "检查没有通过（得分），更正后公开",
      "涉及国家秘密，不予公开（某区数据局绩效管理岗，2025-03-31）",
      "说明：已另行说明（某区数据局绩效管理岗，2025-03-31）",
      "年度总体目标 · 实际完成情况：手机号码已遮盖",
    ])
      expect(page).toContain(said);
  }, 60_000);

  it("shows names as text, whatever is in them", () => {
    hand("甲");
    hand("己", { ...WRONG, projectName: "己\n已公开 9 份\u202E" });
    const { status, stdout } = publish();
    expect(status).toBe(1);
    expect(stdout).toContain("「己 已公开 9 份<U+202E>」");
    expect(stdout).not.toMatch(/\u202E|^已公开 9/mu);
  }, 60_000);

  it("never masks without being asked, and ends with 2 when no form passes", () => {
    hand("甲", { "overallGoal.actual": `运行稳定，联系电话${PHONE}。` });
    const { status, stdout } = publish();
    expect(status).toBe(2);
    expect(stdout).toContain("已公开 0 份自评表");
    expect(stdout).toMatch(/规则：privacy\/mobile-number　位置：overallGoal\.actual/u);
    expect(mentioning(PHONE)).toEqual([]);
    expect(readdirSync(join(folder, "out")).toSorted()).toEqual([
      ".zpb",
      "data",
      "index.html",
      "manifest.json",
      "公开情况表.xlsx",
    ]);
  }, 60_000);

  it("withholding alone is no failure", () => {
    hand("甲");
    hand("丁", WRONG);
    sign({ withheld: [[...named("丁"), ...SIGNED]] });
    expect(publish("--waivers", "waivers.yaml")).toMatchObject({ status: 0 });
    expect(mentioning("丁")).toEqual(["data/unpublished.csv", "index.html", "manifest.json"]);
  }, 60_000);

  it.each([
    ["is not there", undefined, /waivers\.yaml：找不到文件或文件夹/u],
    ["is no YAML", "waivers: 'x\n", /waivers\.yaml:\d+：文件不是能用的 YAML。少了冒号、引号或括号/u],
    [
      "does not name the form",
      "waivers:\n  - rule: scores/total-mismatch\n    reason: 好\n    signedBy: 岗\n    date: 2025-03-31\n",
      /waivers\.yaml:2：放行文件有 3 处错误，没有公开任何文件。第 2 行 waivers 第 1 条的 projectName：没有写；/u,
    ],
    [
      "names nobody who signed",
      `waivers:\n  - { projectName: 甲, implementingUnit: 乙, fiscalYear: 2024, rule: scores/total-mismatch,\n      reason: 好, date: 2025-03-31 }\n`,
      /waivers\.yaml:2：放行文件有 1 处错误，没有公开任何文件。waivers 第 1 条的 signedBy：没有写。请改正后重新运行/u,
    ],
    [
      "withholds a form that is not found",
      "withheld:\n  - { projectName: 假, implementingUnit: 某区大数据中心, fiscalYear: 2024, reason: 好, signedBy: 岗, date: 2025-03-31 }\n",
      /waivers\.yaml:2：不予公开的自评表有 1 份没有找到，没有公开任何文件。第 2 行「假」/u,
    ],
  ])("publishes nothing with a waiver file that %s", (_, content, told) => {
    hand("甲");
    if (content !== undefined) writeFileSync(join(folder, "waivers.yaml"), content);
    const { status, stderr } = publish("--waivers", "waivers.yaml");
    expect(status).toBe(2);
    expect(stderr).toMatch(told);
    expect(readdirSync(folder)).not.toContain("out");
  });

  it("is what the README's command runs, with the waiver file of the fixtures", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: { demo: string } };
    expect(scripts.demo).toContain("zpb publish fixtures/disclosed --waivers fixtures/waivers.yaml");
  });
});
