import { formatMoney } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { World, formText } from "../../test/stand-in-world.ts";
import { reportOn } from "./report-on.ts";

const XLSX = ["xlsx"] as const;

describe("a report", () => {
  it("sums up the forms of all inputs, each once, and writes what was asked for", async () => {
    const world = new World({
      "a.json": formText({}),
      "b.json": `[${formText({ projectName: "乙" })}, ${formText({})}]`,
    });
    const { summary, files, duplicates, troubles } = await reportOn(
      { paths: ["a.json", "b.json"], formats: XLSX },
      "OUT",
      world,
    );
    expect(summary?.projects.map(({ projectName }) => projectName)).toEqual(["乙", "公共数据平台运维"]);
    expect(summary && formatMoney(summary.basics.funds.total.annualBudget, "万元")).toBe("616.00");
    expect(duplicates.map(({ source }) => source)).toEqual([{ file: "b.json", index: 2 }]);
    expect(troubles).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(["汇总表.xlsx"]);
    expect([...world.files.keys()]).toEqual(["汇总表.xlsx"]);
    expect(world.closed).toBe(0);
  });

  it.each(["2025-02-30", "明天"])("is not dated %s, and nothing is written", async (date) => {
    const world = new World({ "a.json": formText({}) });
    await expect(reportOn({ paths: ["a.json"], formats: XLSX, date }, "OUT", world)).rejects.toMatchObject({
      trouble: { code: "usage/date" },
    });
    expect([...world.files.keys()]).toEqual([]);
  });

  it("prints its documents with the forms inside them, in the order of the report", async () => {
    const world = new World({ "a.json": formText({}), "b.json": formText({ projectName: "乙", fiscalYear: 2023 }) });
    const { files } = await reportOn(
      {
        paths: ["a.json", "b.json"],
        formats: ["html", "pdf", "docx", "xlsx"],
        owner: "某市财政局",
        date: "2025-03-01",
      },
      "OUT",
      world,
    );
    expect(files.map(({ path }) => path)).toEqual(["汇总报告.pdf", "汇总报告.docx", "汇总报告.html", "汇总表.xlsx"]);
    expect(world.closed).toBe(1);
    const page = world.text("汇总报告.html");
    expect(page).toContain("某市财政局");
    expect(page).toContain("2025年3月1日");
    expect(page.indexOf('"fiscalYear": 2023')).toBeGreaterThan(0);
    expect(page.indexOf('"fiscalYear": 2023')).toBeLessThan(page.indexOf('"fiscalYear": 2024'));
  });

  it("gives the same bytes whatever the order of the inputs", async () => {
    const inputs = {
      "a.json": formText({}),
      "b.json": formText({ projectName: "乙" }),
      "c.json": formText({ projectName: "丙" }),
    };
    const bytesOf = async (paths: readonly string[]) => {
      const world = new World(inputs);
      await reportOn({ paths, formats: ["docx", "html", "xlsx"] }, "OUT", world);
      return [...world.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
    };
    expect(await bytesOf(["c.json", "a.json", "b.json"])).toEqual(await bytesOf(["a.json", "b.json", "c.json"]));
  });

  it("names what it could not read and counts the rest", async () => {
    const world = new World({ "a.json": formText({}), "b.json": "{", "c.json": formText({ edition: "sh-1999" }) });
    const { summary, files, troubles } = await reportOn(
      { paths: ["a.json", "b.json", "c.json"], formats: XLSX },
      "OUT",
      world,
    );
    expect(summary?.basics.forms).toBe(1);
    expect(files).toHaveLength(1);
    expect(troubles.map(({ file }) => file)).toEqual(["b.json", "c.json"]);
  });

  it("writes nothing when nothing could be read", async () => {
    const world = new World({ "b.json": "{" });
    const { summary, files, troubles } = await reportOn({ paths: ["b.json"], formats: XLSX }, "OUT", world);
    expect([summary, files, world.files.size]).toEqual([undefined, [], 0]);
    expect(troubles).toHaveLength(1);
  });

  it("compares by what was asked for", async () => {
    const world = new World({
      "a.json": formText({}),
      "b.json": formText({ competentDepartment: "乙局", implementingUnit: "乙中心" }),
    });
    const groups = async (by: "department" | "unit" | undefined) => {
      const { summary } = await reportOn({ paths: ["a.json", "b.json"], formats: XLSX, by }, "OUT", world);
      return [summary?.byDepartment.length, summary?.byUnit.length];
    };
    expect([await groups("department"), await groups("unit"), await groups(undefined)]).toEqual([
      [2, 0],
      [0, 2],
      [2, 2],
    ]);
  });
});
