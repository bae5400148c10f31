/** Publications of small files, by the port alone. */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { MANIFEST_PATH, MANIFEST_SCHEMA } from "../../src/batch/listed-paths.ts";
import { openPublication } from "../../src/publication/open-publication.ts";
import type { RunIdentity } from "../../src/publication/publication-folder.ts";

/** Forms by their folder; the text of a form is what its documents hold. */
export type Forms = Readonly<Record<string, string>>;

const made: string[] = [];

/** A new folder, in memory where that can be had: some of these tests sync ten thousand times. */
export function newFolder(): string {
  const memory = "/dev/shm";
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), "zpb-publication-"));
  made.push(folder);
  return folder;
}

/** Removes every one that was made so far. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function identityOf(forms: Forms): RunIdentity {
  return { inputs: JSON.stringify(forms), options: "", maker: "m" };
}

export interface Told {
  readonly made: string[];
  readonly damage: string[];
}

/** One run; `made` names the folders whose documents were made and not recalled. */
export async function publishByHand(root: string, forms: Forms, told: Told = { made: [], damage: [] }): Promise<Told> {
  const output = await openPublication(root, (message) => told.damage.push(message));
  try {
    await output.begin(identityOf(forms));
    const files: { path: string; sha256: string }[] = [];
    for (const [folder, text] of Object.entries(forms)) {
      const key = `${text}.m`;
      let record = await output.recall(key, folder);
      if (record === undefined) {
        told.made.push(folder);
        const written = [];
        for (const name of ["form.pdf", "form.json"]) {
          const { path: _, ...file } = await output.write(`${folder}/${name}`, `${name} ${text}`);
          written.push({ name, ...file });
        }
        record = { files: written, fonts: [] };
        await output.remember(key, folder, record);
      }
      files.push(...record.files.map(({ name, sha256 }) => ({ path: `${folder}/${name}`, sha256 })));
    }
    const volume = await output.writePieces("volume/汇编.pdf", Object.values(forms));
    files.push({ path: volume.path, sha256: volume.sha256 });
    const manifest = await output.write(MANIFEST_PATH, JSON.stringify({ schema: MANIFEST_SCHEMA, files }));
    await output.commit(manifest);
  } finally {
    await output.close();
  }
  return told;
}

/** What a reader finds: every file but the publisher's own, by path. */
export function contents(root: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (name.startsWith(".zpb") || !statSync(join(root, name)).isFile()) continue;
    found[name] = readFileSync(join(root, name), "utf8");
  }
  return found;
}

/** What the publisher keeps beside it. */
export function kept(root: string): readonly string[] {
  const state = join(root, ".zpb");
  if (!existsSync(state)) return [];
  return readdirSync(state, { recursive: true, withFileTypes: true })
    .map((entry) => relative(state, join(entry.parentPath, entry.name)))
    .toSorted();
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
