/** An invented run with every kind of finding, hostile texts among them; it does not change when rules do. */
import { readFileSync } from "node:fs";
import type { CheckReport } from "../src/findings/check-report.ts";
import { compareFindings } from "../src/findings/compare-findings.ts";
import type { EarlierReport } from "../src/findings/read-earlier-report.ts";

const FILE = new URL("../../../fixtures/findings/report.json", import.meta.url);

type Recorded = CheckReport & { readonly earlier: EarlierReport };

/** Fresh values on every call; `against` an earlier run only when that is asked for. */
export function sampleReport(compared: "alone" | "against" = "alone"): CheckReport {
  const { earlier, ...report } = JSON.parse(readFileSync(FILE, "utf8")) as Recorded;
  return compared === "alone" ? report : { ...report, against: compareFindings(report, earlier) };
}

/** Markup, formulas and template code, as they stand in the sample's forms. */
export const HOSTILE = '"><img src=x onerror=alert(1)><script>1</script>{{constructor}}=1+1';
