/** The process that reads files, one after another, until its program lets it go. Started by `reader-child.ts`, imported by nobody. */
import { readSync } from "node:fs";
import { type SelfEvaluationForm, encodeForm } from "@zipingbiao/core";
import type { Templates } from "@zipingbiao/renderer";
import type { TemplateChoice } from "../../environment.ts";
import { readHere } from "../../input/read-here.ts";
import type { ReadSource } from "../../input/source-reader.ts";
import type { ExaminedDocument } from "../../twin/examine-document.ts";
import { WORN_MEMORY } from "./limits.ts";
import type { ReadDone, ReadJob, ReadProgress, ReaderMessage } from "./messages.ts";

// Ctrl-C in a terminal reaches every process of the command; the program decides.
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());
process.on("message", (job) => void perform(job as ReadJob));

const tell = (progress: Omit<ReadProgress, "kind" | "held">): void =>
  void process.send?.({ kind: "progress", ...progress, held: process.memoryUsage.rss() } satisfies ReadProgress);

const choice = JSON.parse(process.argv[2] ?? "{}") as TemplateChoice;
let loaded: Promise<Templates> | undefined;
/** Once, when they are needed: what lays out a page takes longer to load than a text takes to read. */
const templates = (): Promise<Templates> =>
  (loaded ??= import("../chosen-templates.ts").then(({ chosenTemplates }) => chosenTemplates(choice)));

const reader = readHere(templates, {
  page: (at, of, unit = "page") => tell({ at, of, unit }),
  loaded: () => void process.send?.({ kind: "ready" } satisfies ReaderMessage),
  compare: () => tell({ unit: "compare" }),
});

void send({ kind: "ready" });

async function perform(job: ReadJob): Promise<void> {
  try {
    await send(await answer(job));
  } catch (error) {
    const needsPlainFonts = error instanceof Error && error.name === "PlainFontsNeeded";
    await send({ kind: "failed", error: firstLines(error), needsPlainFonts, held: process.memoryUsage.rss() });
  }
}

async function answer({ task, name, bytes, plainFonts }: ReadJob): Promise<ReadDone> {
  const content = receive(bytes);
  if (plainFonts !== undefined) (await import("@zipingbiao/renderer")).usePlainFonts(plainFonts);
  if (task === "examine") {
    const examined = await reader.examine(name, content);
    return { kind: "done", examined: await withoutForms(examined), held: freed() };
  }
  const { forms, ...source }: ReadSource = await reader[task](name, content);
  await sendForms(forms);
  return { kind: "done", source, held: freed() };
}

/** The bytes of the job's file. The program is gone when they end too early. */
function receive(bytes: number): Uint8Array {
  const content = new Uint8Array(bytes);
  for (let filled = 0; filled < bytes; ) {
    const count = readSync(0, content, filled, bytes - filled, null);
    if (count === 0) process.exit();
    filled += count;
  }
  return content;
}

async function withoutForms(examined: ExaminedDocument): Promise<ExaminedDocument> {
  if (examined.kind !== "checked") return examined;
  await sendForms(examined.checked.forms);
  return { kind: "checked", checked: { ...examined.checked, forms: [] } };
}

async function sendForms(forms: readonly SelfEvaluationForm[]): Promise<void> {
  for (let at = 0; at < forms.length; at += AT_ONCE)
    await send({ kind: "forms", forms: forms.slice(at, at + AT_ONCE).map(encodeForm) });
}

/** Some hundred kilobytes: what the channel takes without waiting for the program. */
const AT_ONCE = 8;

/** Done when the message is on its way: the next one waits, so that they do not pile up here. */
function send(message: ReaderMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) process.exit();
    process.send(message, undefined, {}, () => resolve());
  });
}

/** The memory in use, garbage taken away where there is much of it. */
function freed(): number {
  if (process.memoryUsage.rss() > WORN_MEMORY) globalThis.gc?.();
  return process.memoryUsage.rss();
}

/** What was thrown and where, without the folders of this machine. */
function firstLines(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stack
    .split("\n", 3)
    .map((line) => line.trim().replaceAll(/(?:file:\/\/)?\/\S*\/(?=[^/\s]+:\d)/gu, ""))
    .join(" ")
    .slice(0, 400);
}
