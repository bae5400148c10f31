/** A command's result to standard output or into the file that `-o` names. */
import { basename, dirname } from "node:path";
import { Failure, troubleOf } from "@zipingbiao/publisher";
import type { CommandContext } from "./command.ts";

/** A file is written whole or not at all; its path is then the result. */
export async function writeResult(
  content: Iterable<string> | Uint8Array,
  file: string | undefined,
  { console, environment }: CommandContext,
): Promise<void> {
  if (file === undefined) {
    if (content instanceof Uint8Array) console.result(content);
    else for (const piece of content) console.result(piece);
    return;
  }
  const whole = content instanceof Uint8Array ? content : [...content].join("");
  try {
    const folder = await environment.openOutput(dirname(file));
    await folder.write(basename(file), whole);
  } catch (error) {
    throw new Failure(troubleOf(error, { file }), error);
  }
  console.result(`${file}\n`);
}
