/** What takes time to start is started first, beside the loading of all else. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startSpare, startSparePrinter, useCodeHash, useReaderProgram } from "@zipingbiao/publisher/early";

const words = process.argv.slice(2);
const command = words.find((word) => !word.startsWith("-"));

/** Commands that read what somebody handed in, by a process of its own: it loads while the rest of the program does. */
const READING = new Set(["read", "check", "score", "render", "report", "publish", "correct", "diff", "verify"]);

const bundledReader = fileURLToPath(new URL("./bundle/reader.mjs", import.meta.url));
if (existsSync(bundledReader)) {
  useReaderProgram(bundledReader);
  useCodeHash(readFileSync(new URL("./bundle/code-hash.txt", import.meta.url), "utf8"));
}
if (READING.has(command ?? "")) startSpare();
const begun = command === "render" && asksForPdf() && !isAsideFromUsual() ? startSparePrinter() : Promise.resolve();

void begun.then(() => import("./main.ts"));

/** A guess by the plain ways of writing it; wrong, it costs time and nothing else. */
function asksForPdf(): boolean {
  const at = words.indexOf("--to");
  const formats = words.find((word) => word.startsWith("--to=")) ?? (at === -1 ? undefined : words[at + 1]);
  return formats?.includes("pdf") ?? false;
}

/** With fonts of one's own another printer is needed, for help none. */
function isAsideFromUsual(): boolean {
  return words.some((word) => /^(?:--fonts\b|--help$|-h$)/u.test(word));
}
