import { createReadStream, createWriteStream, existsSync, statSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { brotliDecompress, createBrotliDecompress } from "node:zlib";
import { readTar } from "./read-tar.ts";
import { openSealedFolder } from "../cache/sealed-folder.ts";

/** The browser that comes inside an npm package, packed. */
export interface BundledBrowser {
  /** Version of the npm package; its first number is Chromium's. */
  readonly version: string;
  /** Folder of the packed files. */
  readonly packed: string;
}

/** The bundled browser, if this platform can run it and it is installed. */
export function findBundledBrowser(): BundledBrowser | undefined {
  // 包里只有 linux x64 的程序。
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    // 只要它的文件，不运行它的代码：那些代码信任共用的临时文件夹里现成的程序。
    const root = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
    const packed = join(root, "bin");
    if (!existsSync(join(packed, "chromium.br")) || !existsSync(join(packed, "al2023.tar.br"))) return undefined;
    const { version } = createRequire(import.meta.url)(join(root, "package.json")) as { version: string };
    return { version, packed };
  } catch {
    return undefined;
  }
}

/** Where the bundled browser lies, or will lie, once unpacked; the packed sizes tell a repackaged version apart. */
export function unpackedPlace(bundled: BundledBrowser, cache: string): string {
  const size = (name: string) => statSync(join(bundled.packed, name)).size.toString(36);
  return join(cache, "browser", `chromium-${bundled.version}-${size("chromium.br")}-${size("al2023.tar.br")}`);
}

/** Unpacks the browser and its libraries into the cache, unless they are there already. */
export async function unpackBundledBrowser(
  bundled: BundledBrowser,
  cache: string,
  unpacking: () => void = () => {},
): Promise<{ readonly executable: string; readonly libraries: string }> {
  const place = unpackedPlace(bundled, cache);
  const folder = await openSealedFolder(place, async (making) => {
    unpacking();
    await Promise.all([unpackProgram(bundled, making), unpackLibraries(bundled, making)]);
  });
  return { executable: join(folder, "chromium"), libraries: join(folder, "lib") };
}

async function unpackProgram(bundled: BundledBrowser, folder: string): Promise<void> {
  await pipeline(
    createReadStream(join(bundled.packed, "chromium.br"), { highWaterMark: 1 << 20 }),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    createWriteStream(join(folder, "chromium"), { mode: 0o700, highWaterMark: 1 << 22 }),
  );
}

async function unpackLibraries(bundled: BundledBrowser, folder: string): Promise<void> {
  const archive = await promisify(brotliDecompress)(await readFile(join(bundled.packed, "al2023.tar.br")));
  for (const entry of readTar(archive)) {
    const path = join(folder, entry.name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, entry.bytes, { mode: entry.executable ? 0o700 : 0o600 });
  }
}
