/** The real environment: disk, clock, browser, installed templates. The only place where such parts are made. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { MAX_SOURCE_BYTES } from "@zipingbiao/ingest";
import { openPrinter } from "@zipingbiao/renderer";
import { openOutputFolder } from "../batch/store.ts";
import { openPublication } from "../publication/open-publication.ts";
import type { Environment, ProgressEvent } from "../environment.ts";
import { chosenTemplates } from "./chosen-templates.ts";
import { listFolder } from "./list-folder.ts";
import { listInputs } from "./list-inputs.ts";
import { watchMemory } from "./process-memory.ts";
import { openReaderPool } from "./reader/reader-pool.ts";
import { today } from "./today.ts";
import { keepReport, recallReport } from "./kept-report.ts";
import { closeUpHeap, spareHeap } from "./spare-heap.ts";
import { programHash } from "./program-hash.ts";
import { toolVersion } from "./tool-version.ts";

export interface NodeEnvironmentOptions {
  readonly report: (event: ProgressEvent) => void;
  readonly signal?: AbortSignal;
}

export function nodeEnvironment({ report, signal }: NodeEnvironmentOptions): Environment {
  const memory = watchMemory();
  return {
    toolVersion: toolVersion(),
    listInputs,
    listFolder,
    readInput: (file, limit = MAX_SOURCE_BYTES) => readCapped(file.path, limit),
    readPieces: ({ path }) => createReadStream(path, { highWaterMark: 1 << 20 }),
    openReader(choice = {}) {
      // A fault in somebody's own layouts is no fault of the files.
      if (choice.templates !== undefined || choice.style !== undefined) chosenTemplates(choice);
      return openReaderPool({ choice, signal });
    },
    openOutput: openOutputFolder,
    programHash,
    openPublication(folder) {
      spareHeap();
      return openPublication(folder, (message) => report({ kind: "warning", code: "output/damaged", message }));
    },
    recallReport,
    keepReport,
    loadTemplates: chosenTemplates,
    async openPrinter(fonts) {
      return await openPrinter({
        report: ({ level, code, message }) => report({ kind: level, code, message }),
        ...(fonts === undefined ? {} : { fonts }),
        ...(signal === undefined ? {} : { signal }),
      });
    },
    report,
    today: () => today(process.env, new Date()),
    elapsed: () => performance.now(),
    spareMemory: closeUpHeap,
    peakMemory: () => memory.peak(),
  };
}

/** Reads at most one byte more than is allowed; the reader then refuses it by its size, and memory stays bounded. */
async function readCapped(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const wanted = Math.min(size, limit + 1);
    const bytes = new Uint8Array(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await file.read(bytes, filled, wanted - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
