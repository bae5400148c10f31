/** Folders of fonts made for one test file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type FontWanted, makeFont } from "./make-font.ts";

export const root = mkdtempSync(join(tmpdir(), "zpb-own-"));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;

export function folderOf(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = join(root, String(folders++));
  mkdirSync(folder);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** A font of the characters 绩效自评 and digits, unless others are asked for. */
export function font(family: string, more: Partial<FontWanted> = {}): Promise<Buffer> {
  return makeFont({ family, characters: "绩效自评0123456789 ", ...more });
}
