/** The command line as a person starts it: the built program, real files, the real browser. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runZpb } from "./run-zpb.ts";

const DISCLOSED = join(ROOT, "fixtures/disclosed");
const TEXTS = readdirSync(DISCLOSED)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => join(DISCLOSED, name));
const WAIVERS = ["--waivers", join(ROOT, "fixtures/waivers.yaml")];

let work = "";
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-cli-"));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const zpb = (args: readonly string[], environment: Record<string, string> = {}) => runZpb(args, { environment });

/** Path and hash of every file below a folder. */
function contentsOf(folder: string): Record<string, string> {
  // What the publisher keeps beside a publication tells of times and numbers of files.
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes(".zpb"),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

describe("zpb publish", () => {
  it("gives the same bytes in every file whatever the order of the inputs, the time zone and the language", () => {
    const one = zpb(["publish", ...TEXTS, ...WAIVERS, "-o", join(work, "one")], {
      TZ: "Asia/Shanghai",
      LANG: "zh_CN.UTF-8",
    });
    const two = zpb(["publish", ...TEXTS.toReversed(), ...WAIVERS, "-o", join(work, "two")], {
      TZ: "America/New_York",
      LANG: "de_DE.UTF-8",
      LC_ALL: "C",
    });
    expect([one.status, two.status]).toEqual([0, 0]);
    expect(one.stdout).toMatch(/已公开 49 份自评表/);
    expect(one.stdout).not.toContain("没有用上");
    expect(one.stdout).toMatch(/用时 [\d.]+ 秒，\d+ 页 PDF，\d+ 个文件，[\d.]+ MiB，内存峰值 \d+ MiB/);
    const first = contentsOf(join(work, "one"));
    // Documents, data and page of every form; volume, report, open data, site; start page, table of the run, manifest.
    expect(Object.keys(first)).toHaveLength(49 * 5 + 2 + 4 + 9 + 7 + 3);
    expect(contentsOf(join(work, "two"))).toEqual(first);
  }, 180_000);

  it("gives a form the same documents when it is published alone", () => {
    const all = contentsOf(join(work, "one"));
    const jsons = Object.keys(all).filter((path) => path.endsWith("/form.json"));
    const [path = ""] = jsons.filter((each) => each.includes("信息化项目建设"));
    const alone = zpb(["publish", join(work, "one", path), "-o", join(work, "alone")]);
    expect(alone.status).toBe(0);
    const hashes = (contents: Record<string, string>, folder: string) =>
      Object.entries(contents)
        // The page of the site leads to the forms beside it.
        .filter(([each]) => each.startsWith(folder) && !each.endsWith("/index.html"))
        .map(([each, hash]) => [each.split("/").at(-1), hash]);
    const single = contentsOf(join(work, "alone"));
    const folder = Object.keys(single)
      .find((each) => each.endsWith("/form.json"))!
      .replace("form.json", "");
    expect(hashes(single, folder)).toHaveLength(4);
    expect(hashes(single, folder)).toEqual(hashes(all, path.replace("form.json", "")));
  }, 60_000);

  it("names one bad input and publishes the others, with status 1", () => {
    const bad = join(work, "通知.txt");
    writeFileSync(bad, "关于报送自评表的通知\n请于月底前报送。\n");
    const run = zpb(["publish", TEXTS[1]!, bad, "-o", join(work, "some")]);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain("通知.txt");
    expect(run.stdout).toMatch(/未识别的版式/);
  }, 60_000);

  it("ends with 2 when nothing could be read, and writes nothing", () => {
    const run = zpb(["publish", join(work, "通知.txt"), "-o", join(work, "none")]);
    expect(run.status).toBe(2);
    expect(readdirSync(work)).not.toContain("none");
  });
});

describe("zpb", () => {
  it("check: reports the two real errors of the hand-filled form, and no other", () => {
    const run = zpb(["check", DISCLOSED]);
    expect(run.status).toBe(1);
    expect(run.stdout.match(/【差错】/g)).toHaveLength(2);
    expect(run.stdout).toContain("执行率应为 88.69，表中为 88.70");
    expect(run.stdout).toContain("执行率应为 88.69，表中为 0.00");
    expect(run.stdout).toContain("shanghai-db-2024.txt:903");
  });

  it("check --format json: findings@1", () => {
    const run = zpb(["check", DISCLOSED, "--format", "json"]);
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: "zipingbiao/findings@1", forms: 49, counts: { error: 2 } });
  });

  it("read -o: a JSON file a form, which reads back as itself", () => {
    const first = zpb(["read", ...TEXTS, "-o", join(work, "read")]);
    expect(first.status).toBe(0);
    expect(first.stdout.trim().split("\n")).toHaveLength(49);
    const again = zpb(["read", join(work, "read"), "-o", join(work, "again")]);
    expect(again.status).toBe(0);
    expect(contentsOf(join(work, "again"))).toEqual(contentsOf(join(work, "read")));
  });

  it("score: printed and due side by side", () => {
    const run = zpb(["score", TEXTS[1]!, "--format", "json"]);
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)[0].figures).toContainEqual(
      expect.objectContaining({ at: "funds.total.executionRate", due: expect.any(String), agrees: true, strict: true }),
    );
  });

  it("render: the formats asked for", () => {
    const run = zpb(["render", TEXTS[1]!, "--to", "docx,html", "-o", join(work, "rendered")]);
    expect(run.status).toBe(0);
    expect(readdirSync(join(work, "rendered")).filter((name) => name.endsWith(".pdf"))).toEqual([]);
    expect(readdirSync(join(work, "rendered")).some((name) => name.endsWith(".docx"))).toBe(true);
  });

  it("schema and doctor", () => {
    expect(JSON.parse(zpb(["schema"]).stdout)).toMatchObject({ type: "object", title: "财政项目支出绩效自评表" });
    const doctor = zpb(["doctor"]);
    expect(doctor.status).toBe(0);
    expect(doctor.stdout).toMatch(/可用　浏览器/);
  });

  it.each([
    [["nonsense"], 64, "没有「nonsense」这个命令"],
    [["read"], 64, "缺少参数"],
    [["render", "x", "--to", "odt"], 64, "不认识「odt」"],
    [["check", "x", "--format", "xml"], 64, "不能取「xml」"],
    [["check", "没有这个文件"], 2, "找不到文件或文件夹"],
    [["check", "fixtures/disclosed", "--edition", "sh-1999"], 2, "没有「sh-1999」这一版式"],
    [["--help"], 0, ""],
  ] as const)("%j ends with %i", (args, status, said) => {
    const run = zpb(args);
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(said);
  });

  it.each([[[]], [["check"]], [["correct"]], [["diff"]]])("%j --help is Chinese throughout", (command) => {
    const { stdout } = zpb([...command, "--help"]);
    expect(stdout).toMatch(/^用法：/u);
    expect(stdout).not.toMatch(/options|command\]|choices|default|Usage/u);
  });

  it("--json makes progress one object a line", () => {
    const run = zpb(["--json", "check", TEXTS[1]!]);
    for (const line of run.stderr.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("kind");
  });
});
