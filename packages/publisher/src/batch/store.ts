/** Writing below one output folder: a temporary name, synced, renamed. A reader sees the old file or the new one, never half. */
import { createHash, getHashes, randomBytes } from "node:crypto";
import { type FileHandle, lstat, mkdir, open, readFile, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { Failure, troubleOf } from "../trouble.ts";

/** A file as the manifest lists it. `sm3` is missing where this Node's TLS library has no SM3. */
export interface WrittenFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sm3?: string;
}

/** What a large file is made of, one after the other; texts are written as UTF-8. */
export type Pieces = Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

export interface OutputFolder {
  write(path: string, content: Uint8Array | string): Promise<WrittenFile>;
  /** Writes a file that is never whole in memory. One whose pieces fail leaves no trace. */
  writePieces(path: string, pieces: Pieces): Promise<WrittenFile>;
  /** The text of a file that is there, or `undefined`. */
  read(path: string): Promise<string | undefined>;
  /** Removes a file and the folders that it leaves empty; not an error when it is gone. */
  remove(path: string): Promise<void>;
}

const HAS_SM3 = getHashes().includes("sm3");

/** Opens a folder for writing and makes it where it is missing. Everything is written below it; links are not followed. */
export async function openOutputFolder(root: string): Promise<OutputFolder> {
  try {
    await mkdir(root, { recursive: true });
  } catch (error) {
    throw new Failure(troubleOf(error, { file: root }), error);
  }
  const made = new Set<string>();
  const place = async (path: string): Promise<string> => {
    const target = below(root, path);
    const folder = dirname(target);
    if (!made.has(folder)) {
      await makeFolders(root, folder);
      made.add(folder);
    }
    return target;
  };
  return {
    async write(path, content) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await writeWhole(await place(path), (file) => file.writeFile(bytes));
      return describeBytes(path, bytes);
    },
    async writePieces(path, pieces) {
      const description = openDescription(path);
      await writeWhole(await place(path), async (file) => {
        for await (const bytes of gathered(pieces)) {
          description.add(bytes);
          await file.writeFile(bytes);
        }
      });
      return description.finish();
    },
    async read(path) {
      try {
        return await readFile(below(root, path), "utf8");
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },
    async remove(path) {
      const target = below(root, path);
      await rm(target, { force: true });
      for (let folder = dirname(target); folder !== root && folder.startsWith(root); folder = dirname(folder)) {
        try {
          await rmdir(folder);
        } catch {
          return;
        }
      }
    },
  };
}

/** Size and hashes of a file's bytes. */
export function describeBytes(path: string, bytes: Uint8Array): WrittenFile {
  const description = openDescription(path);
  description.add(bytes);
  return description.finish();
}

/** Size and hashes of a file whose bytes come one piece after the other. */
export interface FileDescription {
  add(bytes: Uint8Array): void;
  finish(): WrittenFile;
}

export function openDescription(path: string): FileDescription {
  const [sha256, sm3] = [createHash("sha256"), HAS_SM3 ? createHash("sm3") : undefined];
  let size = 0;
  return {
    add(bytes) {
      size += bytes.byteLength;
      sha256.update(bytes);
      sm3?.update(bytes);
    },
    finish: () => ({
      path,
      bytes: size,
      sha256: sha256.digest("hex"),
      ...(sm3 === undefined ? {} : { sm3: sm3.digest("hex") }),
    }),
  };
}

/** Written at once: a call to the system for every line of a table would cost more than the table. */
const GATHERED = 1 << 16;

async function* gathered(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let text: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    if (typeof piece === "string") {
      text.push(piece);
      length += piece.length;
      if (length < GATHERED) continue;
    }
    if (length > 0) yield Buffer.from(text.join(""), "utf8");
    [text, length] = [[], 0];
    if (typeof piece !== "string") yield piece;
  }
  if (length > 0) yield Buffer.from(text.join(""), "utf8");
}

async function writeWhole(target: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const file = await open(temporary, "wx", 0o644);
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Makes the folders one by one, so that a link planted among them is found before anything is written through it. */
async function makeFolders(root: string, folder: string): Promise<void> {
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
function below(root: string, path: string): string {
  const target = join(root, path);
  const inner = relative(root, target);
  if (inner === "" || inner.startsWith("..")) throw new Error(`not below the output folder: ${path}`);
  return target;
}
