import { expect, test } from "vitest";
import { chunkManifestText, readChunkManifest } from "./chunk-manifest.ts";

const CHUNK = "c".repeat(64);
const FORM = "f".repeat(64);
const OTHER = "e".repeat(64);
const MADE = {
  documents: [{ name: "form.pdf", sha256: "d".repeat(64), bytes: 10, pages: 2 }],
  fonts: [{ family: "Zpb Song", file: "song.ttf", version: "1", sha256: "0" }],
};
const FAILED = { failure: { code: "print/missing-glyph", what: "一", why: "二", next: "三", characters: ["𠮷"] } };

function read(text: string, hashes: readonly string[] = [FORM]) {
  return readChunkManifest(new TextEncoder().encode(text), CHUNK, hashes);
}

test("what was written is read: documents and failures", () => {
  const forms = { [FORM]: MADE, [OTHER]: FAILED };
  expect(read(chunkManifestText(CHUNK, forms), [FORM, OTHER])?.forms).toEqual(forms);
});

test("half a manifest, one of another chunk and one without a form that is wanted are none", () => {
  const text = chunkManifestText(CHUNK, { [FORM]: MADE });
  expect(read(text)).toBeDefined();
  expect(read(text.slice(0, -20))).toBeUndefined();
  expect(read(chunkManifestText(OTHER, { [FORM]: MADE }))).toBeUndefined();
  expect(read(text, [FORM, OTHER])).toBeUndefined();
});

test("a document is named as a form's documents are, so that no name leads out of the form's folder", () => {
  for (const name of ["../form.pdf", "index.html", "form.js", "a/form.pdf"]) {
    const forms = { [FORM]: { ...MADE, documents: [{ ...MADE.documents[0], name }] } };
    expect(read(JSON.stringify({ schema: "zipingbiao/chunk@1", chunk: CHUNK, forms })), name).toBeUndefined();
  }
});
