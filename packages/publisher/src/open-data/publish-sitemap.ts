/** The sitemap of a publication that has an address. */
import type { OutputFolder, WrittenFile } from "../batch/store.ts";
import { sitemapFiles } from "./sitemap.ts";

/** Of all `files` that were published; nothing without `base`. */
export async function publishSitemap(
  files: readonly WrittenFile[],
  base: string | undefined,
  output: OutputFolder,
): Promise<readonly WrittenFile[]> {
  if (base === undefined) return [];
  const paths = files.map(({ path }) => path);
  const written: WrittenFile[] = [];
  for (const { path, pieces } of sitemapFiles(paths, base)) written.push(await output.writePieces(path, pieces));
  return written;
}
