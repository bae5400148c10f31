/** Every format of a check, kept as files that are read as prose when they change. */
import { loadTemplates } from "@zipingbiao/renderer";
import { describe, expect, it } from "vitest";
import type { CheckReport } from "../src/findings/check-report.ts";
import { compareFindings } from "../src/findings/compare-findings.ts";
import { findingsWorkbook } from "../src/findings/findings-workbook.ts";
import { readEarlierReport } from "../src/findings/read-earlier-report.ts";
import { type ReportFormat, writeReport } from "../src/findings/write-report.ts";
import { HOSTILE, sampleReport } from "./sample-report.ts";
import { sarifLog } from "./sarif-log.ts";

const GOLDEN = "../../../fixtures/findings";
const RUNS = ["alone", "against"] as const;

async function written(report: CheckReport, format: ReportFormat): Promise<string> {
  const content = await writeReport(report, format, { loadTemplates: () => loadTemplates() });
  return content instanceof Uint8Array ? Buffer.from(content).toString("base64") : [...content].join("");
}

const bodyOf = (html: string): string => html.slice(html.indexOf("<body>"));

describe.each(RUNS)("a check %s", (run) => {
  const report = sampleReport(run);

  it("is the JSON that it was", async () => {
    await expect(await written(report, "json")).toMatchFileSnapshot(`${GOLDEN}/${run}.json`);
  });

  it("is the SARIF that it was, with every result in a line", async () => {
    await expect(await written(report, "sarif")).toMatchFileSnapshot(`${GOLDEN}/${run}.sarif`);
  });

  it("is the page that it was", async () => {
    await expect(bodyOf(await written(report, "html"))).toMatchFileSnapshot(`${GOLDEN}/${run}.html`);
  });

  it("is the 审核意见表 that it was", async () => {
    const sheets = findingsWorkbook(report).sheets.map(({ name, columns, rows }) =>
      [
        name,
        columns.map(({ caption }) => caption).join(" | "),
        ...rows.map((row) =>
          row.map((cell) => (typeof cell === "object" ? cell.figure : String(cell)).replaceAll("\n", "⏎")).join(" | "),
        ),
      ].join("\n"),
    );
    await expect(`${sheets.join("\n\n")}\n`).toMatchFileSnapshot(`${GOLDEN}/${run}.xlsx.txt`);
  });

  it("gives the same bytes every time", async () => {
    for (const format of ["json", "sarif", "html", "xlsx"] as const)
      expect(await written(sampleReport(run), format)).toBe(await written(report, format));
  });
});

describe("SARIF", () => {
  it.each(RUNS)("holds to the schema of 2.1.0: %s", async (run) => {
    expect(sarifLog.safeParse(JSON.parse(await written(sampleReport(run), "sarif"))).error).toBeUndefined();
  });

  it("holds to it when there is nothing to say", async () => {
    const log = sarifLog.parse(JSON.parse(await written(empty(), "sarif")));
    expect(log.runs[0]).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
  });

  it("points to rules by index, and to files by references that lead nowhere else", async () => {
    const report = sampleReport();
    const [first] = report.forms;
    const names = ["../../etc/passwd", "/etc/passwd", "C:\\表.txt", "a b#?.txt", "javascript:alert(1)", "坏\uD800.txt"];
    const forms = names.map((file) => ({ ...first!, source: { file, index: 1 }, findings: first!.findings.slice(2) }));
    const log = sarifLog.parse(JSON.parse(await written({ ...report, forms, batch: [] }, "sarif")));
    const { results, tool } = log.runs[0]!;
    expect(results.map((each) => each.locations[0]?.physicalLocation?.artifactLocation.uri)).toEqual([
      "etc/passwd",
      "etc/passwd",
      "C%3A%5C%E8%A1%A8.txt",
      "a%20b%23%3F.txt",
      "javascript%3Aalert(1)",
      "%E5%9D%8F%EF%BF%BD.txt",
    ]);
    for (const each of results) expect(tool.driver.rules[each.ruleIndex!]?.id).toBe(each.ruleId);
  });

  it("marks what is new, unchanged and gone", async () => {
    const log = sarifLog.parse(JSON.parse(await written(sampleReport("against"), "sarif")));
    const states = log.runs[0]!.results.map((each) => each.baselineState);
    expect(Object.groupBy(states, (state) => state ?? "none")).toMatchObject({
      new: { length: 5 },
      unchanged: { length: 1 },
      absent: { length: 2 },
    });
  });
});

describe("the page for a unit", () => {
  it("is one file without scripts, forms or outer references, and escapes every text", async () => {
    const html = await written(sampleReport("against"), "html");
    expect(html).not.toMatch(/<script|<img|<form|<iframe|<link|\s(?:src|on\w+)=["']|href="(?!#)/u);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("&quot;&gt;&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;");
    expect(html).toContain("{{constructor}}");
    expect(html).not.toContain(HOSTILE);
  });

  it("leads only to places that it has", async () => {
    const html = await written(sampleReport("against"), "html");
    const ids = new Set(Array.from(html.matchAll(/ id="([^"]*)"/gu), ([, id]) => id));
    const goals = Array.from(html.matchAll(/href="#([^"]*)"/gu), ([, goal]) => goal);
    expect(goals.length).toBeGreaterThan(5);
    for (const goal of goals) expect(ids).toContain(goal);
  });

  it("says so when there is nothing to say", async () => {
    expect(await written(empty(), "html")).toContain("没有发现问题");
  });
});

describe("findings@1", () => {
  it("is read back as the run that it was: nothing new, nothing gone", async () => {
    const report = sampleReport();
    const bytes = new TextEncoder().encode(await written(report, "json"));
    const earlier = await readEarlierReport("旧.json", { readInput: () => Promise.resolve(bytes) });
    expect(earlier?.findings).toHaveLength(6);
    expect(compareFindings(report, earlier!).counts).toEqual({ new: 0, unchanged: 6, gone: 0 });
  });
});

function empty(): CheckReport {
  return { ...sampleReport(), forms: [], batch: [], troubles: [], files: 0, settings: { settings: { rules: {} } } };
}
