/** A reader in this very process, without limits: for the process that is made to be ended, and for tests. */
import { readFormData } from "@zipingbiao/ingest";
import type { TemplatesSource } from "../twin/examine-document.ts";
import { type OnRead, examine, readSource } from "./read-source.ts";
import type { SourceReader } from "./source-reader.ts";

/** `on` is told how far reading has come. */
export function readHere(templates: TemplatesSource, on: OnRead = {}): SourceReader {
  return {
    lanes: 1,
    read: (name, bytes) => readSource(name, bytes, templates, on),
    readData: (name, bytes) => Promise.resolve(readFormData({ name, bytes })),
    examine: (_name, bytes) => examine(bytes, templates, on),
    close: () => Promise.resolve(),
  };
}
