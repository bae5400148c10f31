/** Correcting and comparing as a person does it: the built program, real files, the real browser. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shownIn } from "./shown-in.ts";
import { ROOT, zpb } from "./run-zpb.ts";

const FILES = ["form.docx", "form.html", "form.json", "form.pdf", "更正说明.docx", "更正说明.html", "更正说明.pdf"];
/** 闵行区 2024 的第 4 份：偏差原因写明「指标值填报错误，应该为≥8500」。 */
const TARGET = "indicators[10].target=≥8500.00(个)";
const REASON = ["--reason", "年度指标值录入有误", "--date", "2025-03-01"];

let work = "";
let form = "";
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-correct-"));
  zpb("read", join(ROOT, "fixtures/disclosed/minhang-2024-a.txt"), "-o", join(work, "forms"));
  const name = readdirSync(join(work, "forms")).find((each) => each.startsWith("04-"));
  form = join(work, "forms", name ?? "");
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Made, and with status 1 exactly when the corrected form still has errors. */
function expectMade({ status, stdout }: ReturnType<typeof zpb>): void {
  expect(stdout).toContain("已更正");
  expect(status).toBe(stdout.includes("【差错】") ? 1 : 0);
}

const to = (folder: string): readonly string[] => ["-o", join(work, folder)];

interface Wire {
  readonly indicators: { target: string; score: string | null }[];
  readonly overallGoal: { actual: string };
  readonly revision?: unknown;
  readonly origin?: unknown;
  projectName: string;
  rating: string | null;
}
const jsonOf = (path: string): Wire => JSON.parse(readFileSync(path, "utf8")) as Wire;
const bytesOf = (folder: string, names: readonly string[]) =>
  names.map((name) =>
    createHash("sha256")
      .update(readFileSync(join(work, folder, name)))
      .digest("hex"),
  );
/** The places that differ, as `diff --format json` lists them. */
const differing = (before: string, after: string): readonly string[] => {
  const { stdout } = zpb("diff", before, after, "--format", "json");
  const changed: { differences: { kind: string; at: string }[] }[] = JSON.parse(stdout).changed;
  return changed.flatMap(({ differences }) => differences.map(({ kind, at }) => `${kind} ${at}`));
};

describe("zpb correct", () => {
  it("makes the next revision, its documents and the explanation; diff shows what was asked for and derived, no more", () => {
    const before = readFileSync(form);
    const run = zpb("correct", form, "--set", TARGET, "--set", "indicators[10].score=5.00", ...REASON, ...to("r1"));
    expectMade(run);
    expect(run.stdout).toContain("更正　社会效益指标 · 互联网使用权限用户 · 年度指标值：≥85000.00(个) → ≥8500.00(个)");
    expect(run.stdout).toContain("随之重算　总分（得分）：96.00 → 97.00");
    expect(readdirSync(join(work, "r1")).toSorted()).toEqual(FILES.toSorted());
    expect(readFileSync(form).equals(before)).toBe(true);
    expect(differing(form, join(work, "r1"))).toEqual([
      "changed indicators[10].target",
      "changed indicators[10].score",
      "changed totalScore",
    ]);
    expect(jsonOf(join(work, "r1/form.json")).revision).toMatchObject({
      number: 1,
      reason: "年度指标值录入有误",
      date: "2025-03-01",
      changes: [
        { at: "indicators[10].target", before: "≥85000.00(个)", after: "≥8500.00(个)", cause: "asked" },
        { at: "indicators[10].score", before: "4.00", after: "5.00", cause: "asked" },
        { at: "totalScore", before: "96.00", after: "97.00", cause: "derived" },
      ],
    });
    const explanation = readFileSync(join(work, "r1/更正说明.html"), "utf8");
    for (const words of ["年度指标值录入有误", "≥85000.00(个)", "≥8500.00(个)", "随之重算", "2025年3月1日"])
      expect(explanation).toContain(words);
  }, 30_000);

  it("gives the same bytes in every file when it is done again", () => {
    const asked = ["--set", "indicators[10].score=5.00", "--set", TARGET];
    expectMade(zpb("correct", form, ...asked, ...REASON, ...to("again")));
    expect(bytesOf("again", FILES)).toEqual(bytesOf("r1", FILES));
    expectMade(zpb("correct", form, ...asked, ...REASON, ...to("again")));
  }, 30_000);

  it("takes a correction back by --set and by --from: the first form's cells, and documents that show the same", () => {
    const first = zpb("render", form, "--to", "pdf,docx,html", ...to("first"));
    expect(first.status).toBe(0);
    const rendered = readdirSync(join(work, "first"));
    const back = ["indicators[10].target=≥85000.00(个)", "indicators[10].score=4.00"].flatMap((each) => [
      "--set",
      each,
    ]);
    const revised = join(work, "r1/form.json");
    expect(zpb("correct", revised, ...back, ...REASON, ...to("back-set")).stdout).toContain("撤回上一次更正");
    expect(zpb("correct", revised, "--from", form, ...REASON, ...to("back-from")).stdout).toContain("撤回上一次更正");
    for (const folder of ["back-set", "back-from"]) {
      expect(zpb("diff", form, join(work, folder)).status).toBe(0);
      const { revision, ...content } = jsonOf(join(work, folder, "form.json"));
      const { origin: _origin, ...original } = jsonOf(form);
      expect(JSON.stringify(content)).toBe(JSON.stringify(original));
      expect(revision).toMatchObject({ number: 2, previous: bytesOf("r1", ["form.json"])[0] });
      for (const format of ["pdf", "docx", "html"]) {
        const name = rendered.find((each) => each.endsWith(`.${format}`)) ?? "";
        expect(shownIn(join(work, folder, `form.${format}`))).toEqual(shownIn(join(work, "first", name)));
      }
    }
  }, 60_000);

  it("takes a corrected copy", () => {
    const copy = jsonOf(form);
    copy.indicators[10]!.target = "≥8500.00(个)";
    copy.overallGoal.actual = "";
    writeFileSync(join(work, "改好的.json"), JSON.stringify(copy));
    const run = zpb("correct", form, "--from", join(work, "改好的.json"), ...REASON, ...to("copied"));
    expectMade(run);
    expect(differing(form, join(work, "copied"))).toEqual([
      "changed overallGoal.actual",
      "changed indicators[10].target",
    ]);
  }, 30_000);

  it("keeps what is doubtful in the reading of other cells", () => {
    const doubt = { at: "indicators[0].score", text: "1S.00", origin: { file: "a.txt", line: 3 }, reason: "不是数" };
    const wire = jsonOf(form);
    wire.indicators[0]!.score = null;
    writeFileSync(join(work, "doubtful.json"), JSON.stringify({ ...wire, unreadable: [doubt] }));
    zpb("correct", join(work, "doubtful.json"), "--set", TARGET, ...REASON, ...to("doubtful"));
    expect(jsonOf(join(work, "doubtful/form.json"))).toMatchObject({ unreadable: [doubt] });
  }, 30_000);

  it("is dated by the day of the machine when no date is given", () => {
    const days = () => new Date().toLocaleDateString("sv-SE");
    const before = days();
    zpb("correct", form, "--set", TARGET, "--reason", "录入有误", ...to("dated"));
    const { date } = jsonOf(join(work, "dated/form.json")).revision as { date: string };
    expect([before, days()]).toContain(date);
  }, 30_000);

  const asks = (...rest: readonly string[]) => ["correct", form, ...rest];
  it.each<[string, () => readonly string[], number, RegExp]>([
    ["no reason", () => asks("--set", TARGET), 64, /缺少选项：--reason/u],
    ["a reason that says nothing", () => asks("--set", TARGET, "--reason", " "), 2, /没有写更正原因/u],
    ["nothing to correct", () => asks(...REASON), 64, /^请用 --set 或 --from 给出/mu],
    ["no =", () => asks("--set", "rating", ...REASON), 64, /应写成「位置=内容」/u],
    [
      "a place that is misspelt",
      () => asks("--set", "indicators[10].tagret=1", ...REASON),
      2,
      /最接近的是 indicators\[10\]\.target（社会效益指标 · 互联网使用权限用户 · 年度指标值）/u,
    ],
    [
      "a row that is not there",
      () => asks("--set", "indicators[40].target=1", ...REASON),
      2,
      /行号从 0 数起，最后一行是 indicators\[17\].*最接近的是 indicators\[17\]\.target/u,
    ],
    ["no number", () => asks("--set", "totalScore=九十", ...REASON), 2, /「总分（得分）」不能填「九十」/u],
    ["no change", () => asks("--set", "rating=优", ...REASON), 2, /没有变化。表中本来就是「优」/u],
    ["a contradiction", () => asks("--set", "totalScore=99.00", ...REASON), 2, /按更正后的表计算，应为 96\.00/u],
    ["no date", () => asks("--set", TARGET, ...REASON, "--date", "三月一日"), 64, /应写成 2025-03-01 这样的日期/u],
    ["a day that is none", () => asks("--set", TARGET, ...REASON, "--date", "2025-02-30"), 64, /历法中没有这一天/u],
    ["several forms", () => ["correct", join(work, "forms"), "--set", TARGET, ...REASON], 2, /不能确定要更正哪一份/u],
    ["no such form", () => asks("--set", TARGET, ...REASON, "--project", "没有"), 2, /没有这一份自评表/u],
    ["no file", () => ["correct", join(work, "没有.json"), "--set", TARGET, ...REASON], 2, /找不到文件/u],
    ["a copy of another form", () => asks("--from", otherForm(), ...REASON), 2, /不像是同一个项目/u],
    ["an unchanged copy", () => asks("--from", form, ...REASON), 2, /逐格相同/u],
    ["a broken workbook", () => asks("--from", workbook(), ...REASON), 2, /不能按 Office 文件打开/u],
    [
      "a text",
      () => asks("--from", join(ROOT, "fixtures/disclosed/minhang-2024-a.txt"), ...REASON),
      2,
      /--from 读 Excel/u,
    ],
  ])("refuses %s, and writes nothing", (_, args, status, words) => {
    const run = zpb(...args(), ...to("refused"));
    expect(run.status).toBe(status);
    expect(run.stderr).toMatch(words);
    expect(run.stderr).not.toMatch(/error:|at .+\.[jt]s:\d/u);
    expect(existsSync(join(work, "refused"))).toBe(false);
  });

  it.each(FILES)("never writes over %s", (name) => {
    const folder = `taken-${name}`;
    mkdirSync(join(work, folder));
    writeFileSync(join(work, folder, name), "别人的");
    const run = zpb("correct", form, "--set", TARGET, ...REASON, ...to(folder));
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(`已有 ${name}`);
    expect(readdirSync(join(work, folder))).toEqual([name]);
    expect(readFileSync(join(work, folder, name), "utf8")).toBe("别人的");
  });

  it("writes nothing when one of the documents cannot be printed", () => {
    const run = zpb("correct", form, "--set", TARGET, "--reason", "自造字\uE123无字形", ...to("unprinted"));
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(
      /^未能完成：04-[^\n]+\.json 「区大数据中心-基础设施-专线短信租用\(运维\)」：有 1 个字没有字形/mu,
    );
    expect(readdirSync(join(work, "unprinted"))).toEqual([]);
  }, 30_000);

  it("never writes over the form that it corrects", () => {
    const revised = join(work, "r1/form.json");
    const before = readFileSync(revised);
    expect(zpb("correct", revised, "--set", "indicators[10].score=4.50", ...REASON, ...to("r1")).status).toBe(2);
    expect(readFileSync(revised).equals(before)).toBe(true);
  });

  function otherForm(): string {
    const name = readdirSync(join(work, "forms")).find((each) => each.startsWith("05-"));
    return join(work, "forms", name ?? "");
  }

  function workbook(): string {
    writeFileSync(join(work, "改好的.xlsx"), "PK\u0003\u0004");
    return join(work, "改好的.xlsx");
  }
});

describe("zpb correct, where errors are left", () => {
  it("makes the revision, lists them, and ends with 1", () => {
    zpb("read", join(ROOT, "fixtures/disclosed/shanghai-db-2024.txt"), ...to("city"));
    const name = readdirSync(join(work, "city")).find((each) => each.includes("数据发展管理专项")) ?? "";
    const rate = ["--set", "funds.total.executionRate=88.69"];
    const run = zpb("correct", join(work, "city", name), ...rate, ...REASON, ...to("left"));
    expect(run.status).toBe(1);
    expect(run.stdout).toContain("年度资金总额 · 执行率：88.70 → 88.69");
    expect(run.stdout).toContain("【差错】当年财政拨款 · 执行率：执行率应为 88.69，表中为 0.00");
    expect(existsSync(join(work, "left/form.json"))).toBe(true);
  }, 30_000);
});

describe("zpb diff", () => {
  it("compares two folders form by form", () => {
    const now = join(work, "now");
    mkdirSync(now);
    const names = readdirSync(join(work, "forms"));
    for (const [at, name] of names.entries()) {
      const wire = jsonOf(join(work, "forms", name));
      if (at === 1) wire.indicators.splice(0, 1);
      if (at === 2) wire.rating = "良";
      if (at === 3) wire.projectName = "新的项目";
      writeFileSync(join(now, `${names.length - at}.json`), JSON.stringify(wire));
    }
    const run = zpb("diff", join(work, "forms"), now);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain("评分等级：优 → 良");
    expect(run.stdout.match(/删去一行：/gu)).toHaveLength(1);
    expect(run.stdout).toMatch(/【新的一方没有】.+「区大数据中心-基础设施-专线短信租用\(运维\)」/u);
    expect(run.stdout).toMatch(/【新的一方才有】.+「新的项目」/u);
    expect(run.stdout).toContain("共比较 9 份：7 份相同，2 份不同；新的一方少 1 份，多 1 份。");
    const { schema, counts } = JSON.parse(zpb("diff", join(work, "forms"), now, "--format", "json").stdout);
    expect({ schema, counts }).toEqual({
      schema: "zipingbiao/diff@1",
      counts: { same: 7, changed: 2, missing: 1, added: 1 },
    });
  });

  it("finds the same forms in a publication, in its texts and in their JSON", () => {
    const text = join(ROOT, "fixtures/disclosed/minhang-2024-a.txt");
    zpb("publish", join(work, "forms"), ...to("published"));
    const published = readdirSync(join(work, "published"), { recursive: true }).filter((path) =>
      String(path).endsWith("form.json"),
    );
    expect(published.length).toBeGreaterThan(0);
    for (const other of [text, join(work, "forms")]) {
      const run = zpb("diff", other, join(work, "published"), "--format", "json");
      expect((JSON.parse(run.stdout) as { counts: object }).counts).toMatchObject({
        same: published.length,
        changed: 0,
        added: 0,
      });
      expect(run.status).toBe(published.length === 10 ? 0 : 1);
    }
  }, 60_000);

  it("says so when there is nothing to compare", () => {
    const run = zpb("diff", form, join(work, "没有"));
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/找不到文件[\s\S]*无法比较/u);
  });
});
