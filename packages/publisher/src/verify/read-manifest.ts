/** A manifest out of hands that may have altered it. */
import { z } from "zod";
import { MANIFEST_PATH, MANIFEST_SCHEMA } from "../batch/listed-paths.ts";
import type { Mismatch } from "./verification.ts";

const listedFile = z.object({
  path: z.string().min(1).max(4096),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  sm3: z.string().optional(),
  form: z
    .object({
      projectName: z.string(),
      implementingUnit: z.string(),
      edition: z.string(),
      sha256: z.string(),
      revision: z.int().nonnegative(),
    })
    .optional(),
});

const listing = z.object({
  schema: z.literal(MANIFEST_SCHEMA),
  forms: z.int().nonnegative(),
  editions: z.array(z.object({ id: z.string(), forms: z.int().nonnegative() })).optional(),
  files: z.array(listedFile),
});

export type ListedFile = z.infer<typeof listedFile>;

export interface ReadManifest {
  /** Number of forms by its own account. */
  readonly forms: number;
  /** Of how many forms by edition; `undefined` in a manifest of an earlier version. */
  readonly editions?: readonly { readonly id: string; readonly forms: number }[] | undefined;
  readonly files: ReadonlyMap<string, ListedFile>;
  readonly mismatches: readonly Mismatch[];
}

/** What the manifest lists, without paths that lead out of the folder; `undefined` when it is no manifest of ours. */
export function readManifest(text: string): ReadManifest | undefined {
  const parsed = listing.safeParse(jsonIn(text));
  if (!parsed.success) return undefined;
  const files = new Map<string, ListedFile>();
  const mismatches: Mismatch[] = [];
  for (const file of parsed.data.files) {
    const refusal = files.has(file.path) ? "列了两次" : leadsOut(file.path) ? "不在这个文件夹里" : undefined;
    if (refusal === undefined) files.set(file.path, file);
    else mismatches.push({ code: "manifest/path", file: MANIFEST_PATH, place: file.path, what: `路径${refusal}` });
  }
  const { forms, editions } = parsed.data;
  return { forms, editions, files, mismatches };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function leadsOut(path: string): boolean {
  return path.includes("\\") || path.split("/").some((step) => step === "" || step === "." || step === "..");
}
