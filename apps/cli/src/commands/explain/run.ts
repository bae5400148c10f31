/** `zpb explain`: a rule's page. */
import { SEVERITY_LABELS } from "@zipingbiao/core";
import { type RulePage, citationText, rulePages, suggestion } from "@zipingbiao/publisher";
import { EXIT } from "../../exit-status.ts";
import { hang } from "../../terminal/wrap.ts";
import type { Run } from "../command.ts";
import type { ExplainArgs } from "./args.ts";

const WIDTH = 100;

export const runExplain: Run<ExplainArgs> = async ({ rule }, { console }) => {
  const pages = rulePages();
  const page = pages.find(({ id }) => id === rule);
  if (page === undefined) {
    const near = suggestion(
      rule,
      pages.map(({ id }) => id),
    );
    console.say(`没有「${rule}」这条规则。${near || "运行 zpb rules 可以看到全部规则。"}`);
    return EXIT.usage;
  }
  console.result(printPage(page));
  return await Promise.resolve(EXIT.clean);
};

function printPage({ id, title, severity, editions, why, fix, basis, examples }: RulePage): string {
  const list = (heading: string, lines: readonly string[]): string =>
    lines.length === 0 ? "" : `\n${heading}\n${lines.map((line) => hang("  · ", line, WIDTH)).join("")}`;
  return [
    `${title}\n`,
    `${id}　${SEVERITY_LABELS[severity]}（${severity}）　适用版式：${editions === "all" ? "全部" : editions.join("、")}\n`,
    `\n为何检查\n${hang("  ", why, WIDTH)}`,
    `\n如何处理\n${hang("  ", fix, WIDTH)}`,
    list("依据", basis.map(citationText)),
    list("示例：样表作如下改动时会报出", examples.bad),
    list("示例：不会报出", examples.good),
    list("示例：无法核对，提请人工核对", examples.uncheckable),
  ].join("");
}
