/** The text of `zpb check`, kept as a file that is read as prose when it changes. */
import { readFileSync } from "node:fs";
import type { CheckReport, EarlierFinding } from "@zipingbiao/publisher";
import { describe, expect, it } from "vitest";
import { printFindings } from "../src/terminal/print-findings.ts";
import { widthOf } from "../src/terminal/wrap.ts";

const GOLDEN = "../../../fixtures/findings";
const FILE = new URL(`${GOLDEN}/report.json`, import.meta.url);

type Recorded = CheckReport & { readonly earlier: { readonly findings: readonly EarlierFinding[] } };

function sampleReport(): CheckReport {
  const { earlier: _earlier, ...report } = JSON.parse(readFileSync(FILE, "utf8")) as Recorded;
  return report;
}

/** As if the first finding had been there before, one of the same form and one of another had not stayed. */
function comparedReport(): CheckReport {
  const report = sampleReport();
  const { earlier } = JSON.parse(readFileSync(FILE, "utf8")) as Recorded;
  const [of] = report.forms;
  const [stays] = of?.findings ?? [];
  const [, ofForm, elsewhere] = earlier.findings;
  if (of === undefined || ofForm === undefined || elsewhere === undefined) throw new Error("the sample is too small");
  return {
    ...report,
    against: {
      file: "上次.json",
      stateOf: (finding) => (finding === stays ? "unchanged" : "new"),
      gone: [{ finding: ofForm, of }, { finding: elsewhere }],
      counts: { new: 5, unchanged: 1, gone: 2 },
    },
  };
}

describe("findings in a terminal", () => {
  it("are told as they were", async () => {
    await expect([...printFindings(sampleReport())].join("")).toMatchFileSnapshot(`${GOLDEN}/alone.txt`);
  });

  it("are told beside an earlier run as they were", async () => {
    await expect([...printFindings(comparedReport())].join("")).toMatchFileSnapshot(`${GOLDEN}/against.txt`);
  });

  it("keep to the width, long words and marks at the edge aside", () => {
    const lines = [...printFindings(comparedReport())].join("").split("\n");
    for (const line of lines.filter((each) => !each.startsWith("与 ") && !each.includes("坏.json")))
      expect(widthOf(line), line).toBeLessThanOrEqual(104);
  });

  it("say so when there is nothing to say", () => {
    const text = [...printFindings({ ...sampleReport(), batch: [], forms: [], files: 0, troubles: [] })].join("");
    expect(text).toBe(
      "共 0 个文件、0 份自评表：差错 0 处、疑点 0 处、提示 0 处，无法核对 0 处；0 份没有发现问题。\n规则设置 zpb.rules.yaml：关闭 1 条规则，改变 1 条规则的程度，应报项目 1 个。\n",
    );
  });
});
