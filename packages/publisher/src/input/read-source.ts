/** One path that stands for forms: a file, a folder of inputs, or the folder of a publication. */
import { MANIFEST_PATH, listedPaths } from "../batch/manifest.ts";
import type { Environment } from "../environment.ts";
import { type InputForms, readListed } from "./read-inputs.ts";

/**
 * All forms behind the path. Of a publication only the `form.json` of every form is read, by its manifest: the volume,
 * the open data and the documents say the same again.
 */
export async function readSource(path: string, environment: Environment): Promise<InputForms> {
  const { files, troubles } = await environment.listInputs([path]);
  const manifest = files.find(({ name }) => name === MANIFEST_PATH);
  if (manifest === undefined) return await readListed({ files, troubles }, environment);
  const text = new TextDecoder().decode(await environment.readInput(manifest));
  const published = new Set(listedPaths(text).filter((name) => name.endsWith("/form.json")));
  const forms = files.filter(({ name }) => published.has(name));
  return await readListed({ files: forms.length === 0 ? files : forms, troubles }, environment);
}
