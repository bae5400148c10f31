/** Fonts unpacked by the program for its reading processes, which may write nothing. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A private folder with the plain files; whoever asks for it removes it. */
export async function makePlainFonts(): Promise<string> {
  const { unpackChartFonts } = await import("@zipingbiao/renderer");
  const folder = await mkdtemp(join(tmpdir(), "zpb-plain-fonts-"));
  unpackChartFonts(folder);
  return folder;
}

export async function removePlainFonts(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
