/** `OUT/.zpb/published.json`: the publication as it was put in place, with the marks by which a change of a file is seen. */
import { lstatSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { below, writePieces } from "../batch/store.ts";
import { writeWhole } from "../batch/write-whole.ts";
import { hasContent } from "./objects.ts";
import { planPieces } from "./plan-pieces.ts";
import type { StatePaths } from "./state-folder.ts";

/** A program of another version reads none of another's. */
const VERSION = 1;

const identitySchema = z.object({ inputs: z.string(), options: z.string(), maker: z.string() });

const hashes = { bytes: z.int(), sha256: z.string(), sm3: z.string().exactOptional() };

export const madeSchema = z.object({
  files: z.array(z.object({ name: z.string(), ...hashes, pages: z.int().exactOptional() })).readonly(),
  fonts: z
    .array(z.object({ family: z.string(), file: z.string(), version: z.string(), sha256: z.string() }))
    .readonly(),
});

export const runIdentitySchema = identitySchema;

const noted = {
  version: z.literal(VERSION),
  identity: identitySchema,
  manifest: z.object({ path: z.string(), ...hashes }),
  /** By the key of form and maker: the folder, and what lies in it. */
  made: z.array(z.tuple([z.string(), z.string(), madeSchema])),
};

const stateSchema = z.object({
  ...noted,
  /** Path, size, sha256 and mark of every file. */
  files: z.array(z.tuple([z.string(), z.int(), z.string(), z.string()])),
});

/** The same before the files lie in their places, and so without their marks. */
export const publishedPlanSchema = z.object({
  ...noted,
  files: z.array(z.tuple([z.string(), z.int(), z.string()])),
});

export type PublishedState = z.infer<typeof stateSchema>;
export type PublishedPlan = z.infer<typeof publishedPlanSchema>;

export function publishedPlan(plan: Omit<PublishedPlan, "version">): PublishedPlan {
  return { version: VERSION, ...plan };
}

/** `undefined` where nothing was published yet, or by a program that notes it otherwise. */
export async function readPublished({ published }: StatePaths): Promise<PublishedState | undefined> {
  try {
    const read = stateSchema.safeParse(JSON.parse(await readFile(published, "utf8")));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the marks of all files and notes them. */
export async function writePublished(root: string, paths: StatePaths, plan: PublishedPlan): Promise<void> {
  const files = plan.files.map(([path, bytes, sha256]): PublishedState["files"][number] => [
    path,
    bytes,
    sha256,
    markOf(below(root, path)),
  ]);
  const state: PublishedState = { ...plan, files };
  await writeWhole(paths.published, (file) => writePieces(file, planPieces(state)));
}

/**
 * Size, number and both times of a file; the time of change cannot be set by hand. `""` for what is no file. Asked without
 * waiting: of forty thousand files that takes a fifth of a second, with waiting two.
 */
function markOf(path: string): string {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() === true ? `${found.size} ${found.ino} ${found.mtimeNs} ${found.ctimeNs}` : "";
}

/** Whether a published file is still what it was: by its mark, and where that has changed, as in a copy, by its content. */
export async function isUnchanged(
  root: string,
  [path, bytes, sha256, mark]: PublishedState["files"][number],
): Promise<boolean> {
  const place = below(root, path);
  const now = markOf(place);
  return now !== "" && (now === mark || (await hasContent(place, sha256, bytes)));
}
