/** Writing below one output folder, every file as a whole. */
import { lstat, mkdir, readFile, rm, rmdir } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { Failure, systemCode, troubleOf } from "../trouble.ts";
import { type WrittenFile, openDescriber } from "./describe-bytes.ts";
import { writeWhole } from "./write-whole.ts";

export type { WrittenFile } from "./describe-bytes.ts";

/** A big file, made while it is written. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface OutputFolder {
  write(path: string, content: Uint8Array | string): Promise<WrittenFile>;
  /** The same, without ever holding the whole file. */
  writePieces(path: string, pieces: Pieces): Promise<WrittenFile>;
}

/** A folder in which every file takes its place as soon as it is written. */
export interface OpenFolder extends OutputFolder {
  /** The text of a file that is there, or `undefined`. */
  read(path: string): Promise<string | undefined>;
}

/** Opens a folder for writing and makes it where it is missing. Everything is written below it; links are not followed. */
export async function openOutputFolder(root: string): Promise<OpenFolder> {
  try {
    await mkdir(root, { recursive: true });
  } catch (error) {
    throw new Failure(troubleOf(error, { file: root }), error);
  }
  const made = new Set<string>();
  const writePieces = async (path: string, pieces: Pieces): Promise<WrittenFile> => {
    const target = below(root, path);
    const folder = dirname(target);
    if (!made.has(folder)) {
      await makeFolders(root, folder);
      made.add(folder);
    }
    return await writeWhole(target, (file) => describedPieces(file, path, pieces));
  };
  return {
    write: (path, content) => writePieces(path, [content]),
    writePieces,
    read: (path) => readText(below(root, path)),
  };
}

/** The text of a file, or `undefined` where there is none. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Removes a file below the root and the folders that it leaves empty; not an error when it is gone. */
export async function removeFile(root: string, path: string): Promise<void> {
  const target = below(root, path);
  await rm(target, { force: true });
  for (let folder = dirname(target); folder !== root && folder.startsWith(root); folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return;
    }
  }
}

/** Writes the pieces of the file that will be published as `path`, and describes it. */
export async function describedPieces(file: FileHandle, path: string, pieces: Pieces): Promise<WrittenFile> {
  const describer = openDescriber();
  for await (const bytes of gathered(pieces)) {
    describer.add(bytes);
    await file.writeFile(bytes);
  }
  return describer.done(path);
}

/** Writes the pieces one after the other. */
export async function writePieces(file: FileHandle, pieces: Pieces): Promise<void> {
  for await (const bytes of gathered(pieces)) await file.writeFile(bytes);
}

/** Characters written at once: a call to the system for every line of a table would cost more than the table. */
const GATHERED = 1 << 16;

async function* gathered(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let text = "";
  for await (const piece of pieces) {
    if (typeof piece === "string") {
      text += piece;
      if (text.length < GATHERED) continue;
    }
    if (text !== "") yield Buffer.from(text, "utf8");
    text = "";
    if (typeof piece !== "string") yield piece;
  }
  if (text !== "") yield Buffer.from(text, "utf8");
}

/** Makes the folders one by one, so that a link planted among them is found before anything is written through it. */
export async function makeFolders(root: string, folder: string): Promise<void> {
  let place = root;
  for (const step of relative(root, folder).split(sep)) {
    place = join(place, step);
    await mkdir(place, { recursive: true });
    if ((await lstat(place)).isSymbolicLink()) {
      throw new Failure({
        code: "output/link",
        file: relative(root, place),
        what: "输出文件夹里有一个链接",
        why: "沿着链接写入会写到输出文件夹以外",
        next: "请移走这个链接，或换一个输出文件夹",
      });
    }
  }
}

/** The path below the root; one that leads elsewhere is a bug. */
export function below(root: string, path: string): string {
  const target = join(root, path);
  const inner = relative(root, target);
  if (inner === "" || inner.startsWith("..")) throw new Error(`not below the output folder: ${path}`);
  return target;
}
