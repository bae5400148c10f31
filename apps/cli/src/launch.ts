/** What takes time to start is started first, beside the loading of all else. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startSpare, useCodeHash, useReaderProgram } from "@zipingbiao/publisher/early";

const command = process.argv.slice(2).find((word) => !word.startsWith("-"));

/** Commands that read what somebody handed in, by a process of its own: it loads while the rest of the program does. */
const READING = new Set(["read", "check", "score", "render", "report", "publish", "correct", "diff", "verify"]);

const bundledReader = fileURLToPath(new URL("./bundle/reader.mjs", import.meta.url));
if (existsSync(bundledReader)) {
  useReaderProgram(bundledReader);
  useCodeHash(readFileSync(new URL("./bundle/code-hash.txt", import.meta.url), "utf8"));
}
if (READING.has(command ?? "")) startSpare();

void import("./main.ts");
