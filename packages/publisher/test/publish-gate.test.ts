/** The gate through the whole line: what is held back is nowhere in the folder, and what was signed for is said everywhere. */
import { describe, expect, it } from "vitest";
import { publish } from "../src/publish.ts";
import { DATA_PATHS } from "./data-forms.ts";
import { World, formText, published } from "./stand-in-world.ts";

const PHONE = "13000000000";
const wrongTotal = { projectName: "乙", totalScore: "98.97" };
const named = (projectName: string) => ({ projectName, implementingUnit: "某区大数据中心", fiscalYear: 2024 });
const signed = { reason: "已另行说明", signedBy: "某区数据局绩效管理岗", date: "2025-03-31" };
const waiverText = (entries: { waivers?: readonly object[]; withheld?: readonly object[] }) => JSON.stringify(entries);
const manifestOf = (world: World) => JSON.parse(world.text("manifest.json")) as Record<string, unknown>;

/** Where a form that is not published is named; the Word volume is packed, and shows nothing here. */
const NAMED_IN = ["data/unpublished.csv", "index.html", "manifest.json", "volume/汇编.pdf"];

/** Every published file whose text mentions `word`, the manifest and the start page included. */
const mentioning = (world: World, word: string) =>
  [...world.files.keys()].filter((path) => path.includes(word) || world.text(path).includes(word)).toSorted();

describe("a form with an error", () => {
  it("is not published; the others are, and it is named without its texts", async () => {
    const world = new World({
      "a.json": formText({ projectName: "甲" }),
      "b.json": formText({ ...wrongTotal, "overallGoal.actual": "只在乙表里的话。" }),
    });
    const outcome = await published(world, ["a.json", "b.json"]);
    expect(outcome.forms.map(({ planned }) => planned.form.projectName)).toEqual(["甲"]);
    expect(outcome.report.blocked).toMatchObject([
      {
        file: "b.json",
        objections: [
          { rule: "scores/total-mismatch", at: "totalScore", message: "各项得分之和为 98.96，总分为 98.97" },
        ],
      },
    ]);
    expect(mentioning(world, "乙")).toEqual(NAMED_IN);
    expect(mentioning(world, "只在乙表里的话")).toEqual([]);
    expect(mentioning(world, "98.97")).toEqual([]);
    expect(manifestOf(world)).toMatchObject({
      forms: 1,
      blocked: [{ ...named("乙"), rules: ["scores/total-mismatch"], reason: "检查没有通过（得分），更正后公开" }],
      withheld: [],
      waivers: [],
      masked: [],
    });
    expect(world.text("index.html")).toContain("检查没有通过（得分），更正后公开");
    expect(world.text("volume/汇编.pdf")).toContain("收录自评表 1 份　另有 1 份未公开，列于书末");
  });

  it("keeps its folder free, so that the addresses of the others stay when it is corrected", async () => {
    const inputs = {
      "a.json": formText({ projectName: "丙" }),
      "b.json": formText({ ...wrongTotal, projectName: "丁" }),
    };
    const world = new World({ ...inputs, "c.json": formText({ projectName: "丁" }) });
    const folders = async (paths: readonly string[]) =>
      (await published(world, paths)).forms.map(({ planned }) => planned.folder);
    const before = await folders(["a.json", "b.json"]);
    expect(await folders(["a.json", "c.json"])).toEqual(expect.arrayContaining(before));
  });

  it("loses the files of an earlier run, and keeps every one of them when this run is cut short", async () => {
    const world = new World({
      "a.json": formText({ projectName: "甲" }),
      "b.json": formText({ projectName: "乙" }),
      "c.json": formText(wrongTotal),
    });
    await published(world, ["a.json", "b.json"]);
    expect(mentioning(world, "乙/form.pdf")).not.toEqual([]);
    const outcome = await published(world, ["a.json", "c.json"]);
    expect(outcome.report.removed).toBe(5);
    expect(mentioning(world, "乙")).toEqual(NAMED_IN);

    await published(world, ["a.json", "b.json"]);
    const before = new Map(world.files);
    world.cutShortAt = "manifest.json";
    await expect(published(world, ["a.json", "c.json"])).rejects.toThrow("cut short");
    expect(world.files).toEqual(before);
  });
});

describe("a waiver", () => {
  const waiver = { ...named("乙"), rule: "scores/total-mismatch", at: "totalScore", ...signed };

  it("lets the finding through, and says so in the manifest, on the page and in the findings", async () => {
    const world = new World({ "b.json": formText(wrongTotal), "w.yaml": waiverText({ waivers: [waiver] }) });
    const outcome = await published(world, ["b.json"], { waivers: "w.yaml" });
    expect([outcome.forms.length, outcome.report.blocked, outcome.report.notes]).toEqual([1, [], []]);
    expect(manifestOf(world)).toMatchObject({
      blocked: [],
      waivers: [{ ...waiver, folder: "forms/某区大数据中心/01-乙" }],
    });
    expect(JSON.parse(world.text("data/findings.json"))).toMatchObject({
      counts: { error: 1 },
      findings: [{ rule: "scores/total-mismatch", waived: signed }],
    });
    expect(world.text("index.html")).toContain("1 处差错，附说明");
    expect(world.text("index.html")).toContain(
      "总分（得分）：各项得分之和为 98.96，总分为 98.97。说明：已另行说明（某区数据局绩效管理岗，2025-03-31）。",
    );
  });

  it("stands for its own rule, place and form only", async () => {
    const two = formText({ ...wrongTotal, "funds.total.executionRate": "99.60" });
    for (const [waivers, open] of [
      [[{ ...waiver, at: "rating" }], 2],
      [[waiver], 1],
      [[waiver, { ...waiver, rule: "funds/execution-rate-mismatch", at: undefined }], 0],
      [[{ ...waiver, fiscalYear: 2023 }], 2],
      [[{ ...waiver, implementingUnit: "另一单位" }], 2],
    ] as const) {
      const world = new World({ "b.json": two, "w.yaml": waiverText({ waivers }) });
      const outcome = await published(world, ["b.json"], { waivers: "w.yaml" });
      expect(outcome.report.blocked.flatMap(({ objections }) => objections)).toHaveLength(open);
    }
  });

  it("that stands for nothing is reported with its line and the likely reason", async () => {
    const world = new World({
      "a.json": formText({ projectName: "甲" }),
      "w.yaml": [
        "waivers:",
        ...[
          { ...waiver, ...named("甲") },
          { ...waiver, ...named("没有") },
        ].map((entry) => `  - ${JSON.stringify(entry)}`),
      ].join("\n"),
    });
    const outcome = await published(world, ["a.json"], { waivers: "w.yaml" });
    expect(outcome.report.notes).toEqual([
      "w.yaml:2：放行「甲」没有用上：scores/total-mismatch 在 totalScore 没有检查结果，可能已经更正或遮盖，或位置写错；请核对，不再需要的删去这一条",
      "w.yaml:3：放行「没有」没有用上：这次没有这样一份自评表，请核对项目名称、实施单位和年度",
    ]);
    expect(world.events.filter(({ kind }) => kind === "note")).toHaveLength(2);
  });

  it("file with a mistake stops everything before anything is written", async () => {
    const world = new World({
      "a.json": formText({}),
      "w.yaml": waiverText({ waivers: [{ ...waiver, reason: " " }] }),
    });
    await expect(publish(["a.json"], "OUT", { waivers: "w.yaml" }, world)).rejects.toMatchObject({
      trouble: { file: "w.yaml", line: 1, why: "waivers 第 1 条的 reason：不能空白" },
    });
    expect(world.files.size).toBe(0);
  });
});

describe("a withheld form", () => {
  it("is named with its reason and is nowhere else; an error of its own does not count", async () => {
    const withheld = { ...named("乙"), ...signed, reason: "涉及国家秘密，不予公开" };
    const world = new World({
      "a.json": formText({ projectName: "甲" }),
      "b.json": formText({ ...wrongTotal, "overallGoal.actual": "只在乙表里的话。" }),
      "w.yaml": waiverText({ withheld: [withheld] }),
    });
    const outcome = await published(world, ["a.json", "b.json"], { waivers: "w.yaml" });
    expect([outcome.report.blocked, outcome.report.notes]).toEqual([[], []]);
    expect(outcome.report.withheld).toMatchObject([{ objections: 1, reason: withheld.reason }]);
    expect(manifestOf(world)).toMatchObject({ blocked: [], withheld: [withheld] });
    expect(mentioning(world, "乙")).toEqual(NAMED_IN);
    expect(mentioning(world, "只在乙表里的话")).toEqual([]);
    expect(world.text("index.html")).toContain("涉及国家秘密，不予公开（某区数据局绩效管理岗，2025-03-31）");
  });
});

describe("a form that is to be withheld", () => {
  const form = formText({ projectName: `某\u200B 项目（${PHONE}）`, "overallGoal.actual": "只在乙表里的话。" });

  it("is known by its names whatever cannot be seen in them, and also when they are masked", async () => {
    const entry = { ...named(`某项目（${PHONE}）`), ...signed };
    for (const mask of [false, true]) {
      const world = new World({ "a.json": formText({}), "b.json": form, "w.yaml": waiverText({ withheld: [entry] }) });
      const outcome = await published(world, ["a.json", "b.json"], { waivers: "w.yaml", mask });
      expect([outcome.report.withheld.length, outcome.forms.length]).toEqual([1, 1]);
      expect([...mentioning(world, "只在乙表里的话"), ...mentioning(world, PHONE)]).toEqual([]);
    }
  });

  it("and is not found stops everything: its name may be misspelt", async () => {
    const entries = [named("项目甲"), { ...named("乙"), fiscalYear: 2023 }].map((name) => ({ ...name, ...signed }));
    const text = ["withheld:", ...entries.map((entry) => `  - ${JSON.stringify(entry)}`)].join("\n");
    const world = new World({ "a.json": formText({ projectName: "乙" }), "w.yaml": text });
    await expect(published(world, ["a.json"], { waivers: "w.yaml" })).rejects.toMatchObject({
      trouble: {
        code: "gate/withheld-not-found",
        file: "w.yaml",
        line: 2,
        what: "不予公开的自评表有 2 份没有找到，没有公开任何文件",
        why: expect.stringContaining(
          "第 2 行「项目甲」（某区大数据中心，2024 年度）、第 3 行「乙」（某区大数据中心，2023 年度）不在",
        ) as unknown,
      },
    });
    expect(world.files.size).toBe(0);
  });
});

describe("--mask", () => {
  const inputs = { "a.json": formText({ projectName: "甲", "overallGoal.actual": `运行稳定，联系电话 ${PHONE}。` }) };

  it("is never done without being asked for: the form is held back", async () => {
    const world = new World(inputs);
    const outcome = await published(world, ["a.json"]);
    expect(outcome.forms).toEqual([]);
    expect(outcome.report.blocked).toMatchObject([{ objections: [{ at: "overallGoal.actual" }] }]);
    expect(mentioning(world, PHONE)).toEqual([]);
    expect(world.text("index.html")).toContain("检查没有通过（个人信息与保密审查），更正后公开");
  });

  it("is not needed where somebody signs for the very place", async () => {
    const waiver = { ...named("甲"), rule: "privacy/mobile-number", at: "overallGoal.actual", ...signed };
    const world = new World({ ...inputs, "w.yaml": waiverText({ waivers: [waiver] }) });
    const outcome = await published(world, ["a.json"], { waivers: "w.yaml" });
    expect([outcome.forms.length, outcome.report.notes]).toEqual([1, []]);
    expect(manifestOf(world)).toMatchObject({ masked: [], waivers: [waiver] });
    expect(world.text("forms/某区大数据中心/01-甲/form.html")).toContain(PHONE);
  });

  it("hides the data in every file, and says where", async () => {
    const world = new World(inputs);
    const outcome = await published(world, ["a.json"], { mask: true });
    expect([outcome.forms.length, outcome.report.blocked]).toEqual([1, []]);
    expect(mentioning(world, PHONE)).toEqual([]);
    expect(world.text("forms/某区大数据中心/01-甲/form.html")).toMatch(/130＊{4}0000/);
    expect(manifestOf(world)).toMatchObject({
      masked: [
        { ...named("甲"), folder: "forms/某区大数据中心/01-甲", at: "overallGoal.actual", kind: "mobile-number" },
      ],
    });
    expect(world.text("index.html")).toContain("年度总体目标 · 实际完成情况：手机号码已遮盖。");
  });

  it("leaves a form without personal data as it is, to the byte", async () => {
    const [plain, masked] = [new World({ "a.json": formText({}) }), new World({ "a.json": formText({}) })];
    await published(plain, ["a.json"]);
    await published(masked, ["a.json"], { mask: true });
    expect(masked.files).toEqual(plain.files);
  });

  it("covers names that the public is told of forms that are held back", async () => {
    const world = new World({ "a.json": formText({ ...wrongTotal, projectName: `联系 ${PHONE}` }) });
    await published(world, ["a.json"]);
    expect(manifestOf(world)).toMatchObject({ blocked: [{ projectName: "联系 130＊＊＊＊0000" }] });
    expect(mentioning(world, PHONE)).toEqual([]);
  });

  it("does not help a file whose very name would be published", async () => {
    const name = `张某${PHONE}.json`;
    const world = new World({ [name]: formText({}), "b.json": formText({ projectName: "乙" }) });
    const outcome = await published(world, [name, "b.json"], { mask: true });
    expect(outcome.forms).toHaveLength(1);
    expect(outcome.report.troubles).toMatchObject([{ code: "gate/file-name", file: name }]);
    expect(mentioning(world, PHONE)).toEqual([]);
  });
});

describe("when no form passes", () => {
  it("the folder says just that: no volume, no form, nothing of an earlier run", async () => {
    const world = new World({ "a.json": formText({ projectName: "乙" }), "b.json": formText(wrongTotal) });
    await published(world, ["a.json"]);
    const outcome = await published(world, ["b.json"]);
    expect(outcome.forms).toEqual([]);
    const expected = [...DATA_PATHS, "index.html", "manifest.json", "公开情况表.xlsx"];
    expect([...world.files.keys()].toSorted()).toEqual(expected);
    expect(manifestOf(world)).toMatchObject({ forms: 0, blocked: [named("乙")] });
    expect(JSON.parse(world.text("data/forms.json"))).toEqual([]);
    const page = world.text("index.html");
    expect(page).toContain("没有可以公开的自评表");
    expect(page).not.toMatch(/volume\/|projects\.csv|万元/);
  });
});

describe("the same forms and the same waiver file", () => {
  it("give the same bytes in any order", async () => {
    const inputs = {
      "a.json": formText({ projectName: "甲" }),
      "b.json": formText(wrongTotal),
      "c.json": formText({ projectName: "丙", "overallGoal.actual": PHONE }),
      "d.json": formText({ projectName: "丁", "funds.total.executionRate": "99.60" }),
      "e.json": formText({ projectName: "戊" }),
      "w.yaml": waiverText({
        waivers: [{ ...named("丁"), rule: "funds/execution-rate-mismatch", ...signed }],
        withheld: [{ ...named("戊"), ...signed }],
      }),
    };
    const paths = ["a.json", "b.json", "c.json", "d.json", "e.json"];
    const [one, two] = [new World(inputs), new World(inputs)];
    await published(one, paths, { waivers: "w.yaml", mask: true });
    await published(two, paths.toReversed(), { waivers: "w.yaml", mask: true });
    expect(manifestOf(one)).toMatchObject({ forms: 3, blocked: [{}], withheld: [{}], waivers: [{}], masked: [{}] });
    expect(two.files).toEqual(one.files);
  });
});
