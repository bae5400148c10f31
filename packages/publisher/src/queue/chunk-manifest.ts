/** What came of a chunk, as it lies in the store: of every form its documents by hash, or why there are none. */
import { z } from "zod";
import { jsonText } from "../batch/published-form.ts";
import { FORM_DOCUMENTS } from "../batch/form-files.ts";

const HASH = z.string().regex(/^[0-9a-f]{64}$/u);

const documentSchema = z.strictObject({
  // A name becomes a path: only those that a form's documents have.
  name: z.string().refine((name) => FORM_DOCUMENTS.includes(name)),
  sha256: HASH,
  bytes: z.int().nonnegative(),
  pages: z.int().positive().exactOptional(),
});

const failureSchema = z.strictObject({
  code: z.string(),
  what: z.string(),
  why: z.string(),
  next: z.string(),
  characters: z.array(z.string()),
});

const formSchema = z.union([
  z.strictObject({
    documents: z.array(documentSchema).min(1),
    fonts: z.array(z.strictObject({ family: z.string(), file: z.string(), version: z.string(), sha256: z.string() })),
  }),
  z.strictObject({ failure: failureSchema }),
]);

const manifestSchema = z.strictObject({
  schema: z.literal("zipingbiao/chunk@1"),
  /** The chunk that it is about: its own name in the store. */
  chunk: HASH,
  forms: z.record(HASH, formSchema),
});

export type ChunkManifest = z.infer<typeof manifestSchema>;
export type ChunkForm = z.infer<typeof formSchema>;
export type ChunkDocument = z.infer<typeof documentSchema>;

export function chunkManifestText(chunk: string, forms: ChunkManifest["forms"]): string {
  return jsonText({ schema: "zipingbiao/chunk@1", chunk, forms } satisfies ChunkManifest);
}

/** The manifest of `chunk` that is about all of `hashes`; `undefined` for anything else, such as half a file. */
export function readChunkManifest(
  bytes: Uint8Array,
  chunk: string,
  hashes: readonly string[],
): ChunkManifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const read = manifestSchema.safeParse(value);
  if (!read.success || read.data.chunk !== chunk) return undefined;
  return hashes.every((hash) => read.data.forms[hash] !== undefined) ? read.data : undefined;
}
