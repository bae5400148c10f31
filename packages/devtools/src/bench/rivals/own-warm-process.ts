/** A program that keeps running and prints forms as they come, one after the other: templates, browser and readers stay open. */
import { nodeEnvironment, renderForms } from "@zipingbiao/publisher";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const [, , folder = "", target = ""] = process.argv;

const environment = nodeEnvironment({ report: () => undefined });
const reader = environment.openReader();
const printer = await environment.openPrinter();
const templates = environment.loadTemplates();
const open = () => Promise.resolve();
const kept = {
  ...environment,
  openReader: () => ({ ...reader, close: open }),
  openPrinter: () => Promise.resolve({ ...printer, close: open }),
  loadTemplates: () => templates,
};
const files = readdirSync(folder).toSorted();
try {
  // What is compiled once and asked for first belongs to the start.
  for (const name of files.slice(0, 10)) await renderForms([join(folder, name)], ["pdf"], join(target, "warm"), kept);
  const started = performance.now();
  for (const name of files) {
    const { files: written, troubles } = await renderForms([join(folder, name)], ["pdf"], join(target, name), kept);
    if (written.length !== 1) throw new Error(JSON.stringify(troubles));
  }
  console.log(JSON.stringify({ milliseconds: performance.now() - started }));
} finally {
  await printer.close();
  await reader.close();
}
