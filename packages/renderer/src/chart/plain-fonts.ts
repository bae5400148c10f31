/** Packed fonts as plain files: the drawing program takes fonts by their paths and knows no WOFF. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { unpackWoff } from "../fonts/unpack-woff.ts";
import { type ChartFont, chartFonts } from "./chart-fonts.ts";

/** A packed font is needed where no file may be written, and nobody has unpacked it: see {@link usePlainFonts}. */
class PlainFontsNeeded extends Error {
  override readonly name = "PlainFontsNeeded";
}

let prepared: string | undefined;

/** For a process that may write nothing: the folder into which another one has put them by {@link unpackChartFonts}. */
export function usePlainFonts(folder: string): void {
  prepared = folder;
}

/** Writes every packed font of charts into a folder of one's own, unpacked: 20 MB and a tenth of a second each. */
export function unpackChartFonts(folder: string): void {
  for (const { path } of chartFonts().filter(isPacked)) unpack(path, folder);
}

/** Draws with the paths of plain files; what is packed is unpacked for as long as it draws. @throws PlainFontsNeeded */
export function withPlainFiles<T>(fonts: readonly ChartFont[], draw: (paths: string[]) => T): T {
  const packed = fonts.filter(isPacked);
  const plain = fonts.filter((font) => !isPacked(font)).map(({ path }) => path);
  if (packed.length === 0) return draw(plain);
  const known = prepared;
  if (known !== undefined) return draw([...plain, ...packed.map(({ path }) => plainFile(path, known))]);
  const folder = ownFolder();
  try {
    return draw([...plain, ...packed.map(({ path }) => unpack(path, folder))]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ownFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "zpb-chart-"));
  } catch (cause) {
    const isDenied = cause instanceof Error && "code" in cause && cause.code === "ERR_ACCESS_DENIED";
    throw isDenied ? new PlainFontsNeeded() : cause;
  }
}

function isPacked({ path }: Pick<ChartFont, "path">): boolean {
  return path.endsWith(".woff");
}

function plainFile(path: string, folder: string): string {
  return join(folder, basename(path).replace(/woff$/u, "ttf"));
}

function unpack(path: string, folder: string): string {
  const file = plainFile(path, folder);
  writeFileSync(file, unpackWoff(readFileSync(path)), { mode: 0o600 });
  return file;
}
