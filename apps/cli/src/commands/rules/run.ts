/** `zpb rules`: every rule with its severity and title, by group. */
import { SEVERITY_LABELS } from "@zipingbiao/core";
import { type RulePage, rulePages } from "@zipingbiao/publisher";
import { EXIT } from "../../exit-status.ts";
import { printTable } from "../../terminal/print-table.ts";
import type { Run } from "../command.ts";
import type { RulesArgs } from "./args.ts";

export const runRules: Run<RulesArgs> = async ({ format }, { console }) => {
  const pages = rulePages();
  console.result(format === "json" ? `${JSON.stringify(pages.map(entryOf), undefined, 2)}\n` : textOf(pages));
  return await Promise.resolve(EXIT.clean);
};

function entryOf({ id, title, severity, editions, why, fix, basis }: RulePage) {
  return { id, group: groupOf(id), title, severity, editions, why, fix, basis };
}

function textOf(pages: readonly RulePage[]): string {
  const table = printTable(
    [
      { caption: "规则", align: "left" },
      { caption: "程度", align: "left" },
      { caption: "内容", align: "left" },
    ],
    pages.map(({ id, severity, title }) => [id, SEVERITY_LABELS[severity], title]),
  );
  const groups = Map.groupBy(pages, ({ id }) => groupOf(id));
  const sizes = Array.from(groups, ([group, members]) => `${group} ${members.length}`).join("、");
  return `${table}\n共 ${pages.length} 条：${sizes}。某一条的详情：zpb explain 规则编号\n`;
}

function groupOf(id: string): string {
  return id.split("/")[0] ?? id;
}
