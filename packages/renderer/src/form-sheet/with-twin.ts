/** A workbook with the data of its form in a part of its own. */
import type { Twin } from "@zipingbiao/core";
import { unzipSync } from "fflate";
import { twinParts, withTwinNamed } from "../ooxml/twin-parts.ts";
import { packPart, writeZip } from "../ooxml/zip-package.ts";

/** `workbook` is one that the library has just written, so it is no untrusted archive. */
export function withTwin(workbook: Uint8Array, twin: Twin): Uint8Array {
  const decoder = new TextDecoder();
  const parts = Object.entries(unzipSync(workbook)).map(([name, bytes]) =>
    packPart(name, [withTwinNamed(name, decoder.decode(bytes))]),
  );
  return writeZip([...parts, ...twinParts(twin)]);
}
