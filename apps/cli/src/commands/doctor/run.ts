/** `zpb doctor`: what this machine has. */
import { type Inspection, inspectMachine } from "@zipingbiao/publisher";
import { EXIT } from "../../exit-status.ts";
import type { Run } from "../command.ts";
import type { DoctorArgs } from "./args.ts";

export const runDoctor: Run<DoctorArgs> = async ({ fonts }, { console }) => {
  const inspections = await inspectMachine(fonts);
  console.result(inspections.map(printInspection).join(""));
  return inspections.every((inspection) => inspection.usable) ? EXIT.clean : EXIT.failed;
};

function printInspection({ name, usable, found, missing, next }: Inspection): string {
  const lines = [
    `${usable ? "可用" : "不可用"}　${name}`,
    ...found.map((line) => `        ${line}`),
    ...missing.map((line) => `        缺：${line}`),
    ...next.map((line) => `        办法：${line}`),
  ];
  return `${lines.join("\n")}\n`;
}
