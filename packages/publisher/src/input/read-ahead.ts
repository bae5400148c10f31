/** Files read several at once, and handed on in their order. */
import type { Environment, InputFile } from "../environment.ts";
import type { ReadSource, SourceReader } from "./source-reader.ts";

/** One file: what was read of it, or why it could not even be opened. */
export interface ReadFile {
  readonly file: InputFile;
  readonly read?: ReadSource;
  readonly error?: unknown;
}

/** One more than the reader's lanes is under way, so that none of them waits for the disk. */
export async function* readAhead(
  files: readonly InputFile[],
  reader: SourceReader,
  environment: Pick<Environment, "readInput">,
): AsyncGenerator<ReadFile, void> {
  const readOne = async (file: InputFile): Promise<ReadFile> => {
    try {
      return { file, read: await reader.read(file.name, await environment.readInput(file)) };
    } catch (error) {
      return { file, error };
    }
  };
  const ahead: Promise<ReadFile>[] = [];
  const waiting = files.values();
  for (const file of waiting) {
    ahead.push(readOne(file));
    if (ahead.length <= reader.lanes) continue;
    const first = ahead.shift();
    if (first !== undefined) yield await first;
  }
  for (const last of ahead) yield await last;
}
