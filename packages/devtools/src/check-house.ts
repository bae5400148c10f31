/** Sizes, names and promises of documents: the marks of house style that no other tool knows. */
import { architecture, commandsRun, linksLead, noMachine, readmeCommands } from "./house/document-checks.ts";
import type { House } from "./house/house.ts";
import { openHouse } from "./house/house.ts";
import { escapedTemplates, fileNames, fileSizes, namedDoors, noFloats } from "./house/source-checks.ts";
import { ROOT, runAsProgram } from "./program.ts";

const CHECKS = [
  fileSizes,
  fileNames,
  noFloats,
  namedDoors,
  escapedTemplates,
  architecture,
  commandsRun,
  readmeCommands,
  linksLead,
  noMachine,
];

export function checkHouse(house: House): string[] {
  return CHECKS.flatMap((check) => check(house));
}

await runAsProgram(import.meta, "house", () => checkHouse(openHouse(ROOT)));
