/** A world in memory for tests of use cases: inputs by path, the output folder as a map, and a printer that prints the page itself. */
import type { Environment, ProgressEvent } from "../src/environment.ts";
import { describeBytes } from "../src/batch/describe-bytes.ts";
import type { OpenFolder, Pieces } from "../src/batch/store.ts";
import type { PublicationFolder, RunIdentity } from "../src/publication/publication-folder.ts";
import type { RunReport } from "../src/run-report.ts";
import { readHere } from "../src/input/read-here.ts";
import { listedPaths } from "../src/batch/listed-paths.ts";
import { type PublishOptions, publish } from "../src/publish.ts";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { type BookJob, type BookPrint, type Printer, loadTemplates } from "@zipingbiao/renderer";

/** `refuse` names the titles that cannot be printed. */
export class World implements Environment {
  readonly toolVersion = "0.0.0-test";
  readonly files = new Map<string, Uint8Array>();
  readonly events: ProgressEvent[] = [];
  readonly inputs: ReadonlyMap<string, string | Uint8Array>;
  readonly refuse: (title: string) => boolean;
  closed = 0;
  /** Writing this file fails, as if the power went. */
  cutShortAt: string | undefined;

  constructor(inputs: Record<string, string | Uint8Array>, refuse: (title: string) => boolean = () => false) {
    this.inputs = new Map(Object.entries(inputs));
    this.refuse = refuse;
  }

  listInputs(paths: readonly string[]) {
    return Promise.resolve({ files: paths.map((path) => ({ path, name: path })), troubles: [] });
  }

  /** The folder that was published into, as it stands; other paths are files. */
  listFolder(path: string) {
    return Promise.resolve(path === "OUT" ? { files: [...this.files.keys()].toSorted(), strange: [] } : undefined);
  }

  readInput({ path }: { path: string }) {
    const content = this.inputs.get(path) ?? this.files.get(path.replace(/^OUT\//u, "")) ?? "";
    return Promise.resolve(typeof content === "string" ? new TextEncoder().encode(content) : content);
  }

  async *readPieces(file: { path: string }) {
    yield await this.readInput(file);
  }

  openReader() {
    return readHere(loadTemplates);
  }

  programHash() {
    return "0".repeat(64);
  }

  openOutput(): Promise<OpenFolder> {
    return Promise.resolve({
      ...this.writer(this.files),
      read: (path) => Promise.resolve(this.files.has(path) ? this.text(path) : undefined),
    });
  }

  /** Kept aside until it is committed; nothing is remembered from run to run. */
  openPublication(): Promise<PublicationFolder> {
    const aside = new Map<string, Uint8Array>();
    return Promise.resolve({
      ...this.writer(aside),
      unfinished: this.unfinished,
      published: () => Promise.resolve(undefined),
      begin: () => Promise.resolve(),
      recall: () => Promise.resolve(undefined),
      remember: () => Promise.resolve(),
      commit: () => {
        const before = listedPaths(this.files.has("manifest.json") ? this.text("manifest.json") : undefined);
        const removed = before.filter((path) => !aside.has(path));
        for (const path of removed) this.files.delete(path);
        for (const [path, bytes] of aside) this.files.set(path, bytes);
        return Promise.resolve(removed);
      },
      close: () => Promise.resolve(),
    });
  }

  unfinished: RunIdentity | undefined;

  recallReport(): Promise<RunReport | undefined> {
    return Promise.resolve(undefined);
  }

  keepReport() {
    return Promise.resolve();
  }

  private writer(files: Map<string, Uint8Array>) {
    const writePieces = async (path: string, pieces: Pieces) => {
      if (path === this.cutShortAt) throw new Error("cut short");
      const parts: Uint8Array[] = [];
      for await (const piece of pieces) parts.push(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
      const bytes = new Uint8Array(Buffer.concat(parts));
      files.set(path, bytes);
      return describeBytes(path, bytes);
    };
    return { write: (path: string, content: string | Uint8Array) => writePieces(path, [content]), writePieces };
  }

  readonly loadTemplates = () => loadTemplates();

  openPrinter(): Promise<Printer> {
    return Promise.resolve({
      browser: () => Promise.resolve("Stand-in/1"),
      rest: () => Promise.resolve(),
      versions: { fonts: [], fontSet: "stand-in" },
      print: ({ html, title }) =>
        this.refuse(title)
          ? Promise.reject(
              Object.assign(new Error("no"), { code: "print/x", what: "印不出", why: "缺字", next: "换字体" }),
            )
          : Promise.resolve({ bytes: new TextEncoder().encode(html), pages: 2, pageOf: new Map(), fonts: [] }),
      printBook: (job) => standInBook(job),
      close: () => {
        this.closed += 1;
        return Promise.resolve();
      },
    });
  }

  report(event: ProgressEvent) {
    this.events.push(event);
  }

  today() {
    return "2025-03-01";
  }

  elapsed() {
    return 0;
  }

  spareMemory() {
    return undefined;
  }

  peakMemory() {
    return undefined;
  }

  text(path: string) {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.files.get(path));
  }
}

/** The parts themselves, one after the other. */
function standInBook({ front, chunks, back }: BookJob): BookPrint {
  function* pieces() {
    for (const { blocks } of [front, ...chunks, ...(back === undefined ? [] : [back])])
      yield new TextEncoder().encode(JSON.stringify(blocks));
  }
  return {
    pieces: (async function* () {
      yield* pieces();
    })(),
    printed: () => ({ pages: 2, pageOf: new Map() }),
  };
}

/** The sample form's JSON text, with values put at paths. */
export const formText = (patches: Record<string, unknown>): string => JSON.stringify(patchedWire(SAMPLE_FORM, patches));

/** Publishes, and throws when nothing was written at all. */
export async function published(world: World, paths: readonly string[], options: PublishOptions = {}) {
  const outcome = await publish(paths, "OUT", options, world);
  if (outcome.kind !== "published") throw new Error("nothing was published");
  return outcome;
}
