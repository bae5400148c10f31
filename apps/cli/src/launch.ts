/** What takes time to start is started first, beside the loading of all else. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startSpare, useReaderProgram } from "@zipingbiao/publisher/early";

/** Commands that read what somebody handed in, by a process of its own: it loads while the rest of the program does. */
const READING = new Set(["read", "check", "score", "render", "report", "publish", "correct", "diff", "verify"]);

const bundledReader = fileURLToPath(new URL("./bundle/reader.mjs", import.meta.url));
if (existsSync(bundledReader)) useReaderProgram(bundledReader);
if (READING.has(process.argv.slice(2).find((word) => !word.startsWith("-")) ?? "")) startSpare();

void import("./main.ts");
