/** The files behind the paths that a user gave, without those that only say again what another of them says. */
import { relative, sep } from "node:path";
import { FORM_JSON } from "../batch/form-files.ts";
import { MANIFEST_PATH, listedPaths } from "../batch/listed-paths.ts";
import type { Environment, InputFile } from "../environment.ts";
import type { Trouble } from "../trouble.ts";

/** What is asked of the environment here. */
type Inputs = Pick<Environment, "listInputs" | "readInput">;

export type ListedSources = Awaited<ReturnType<Environment["listInputs"]>>;

/**
 * Of a publication only the `form.json` of every form is left, by its manifest: the volume, the open data and the
 * documents say the same again. Paths behind which there is no file at all are a trouble: silence would pass for an answer.
 */
export async function listSources(paths: readonly string[], environment: Inputs): Promise<ListedSources> {
  const { files, troubles } = await environment.listInputs(paths);
  const copies = new Set<InputFile>();
  for (const manifest of files.filter(({ path }) => path.split(sep).at(-1) === MANIFEST_PATH))
    for (const copy of await copiesBeside(manifest, files, environment)) copies.add(copy);
  const sources = files.filter((file) => !copies.has(file));
  return { files: sources, troubles: sources.length + troubles.length > 0 ? troubles : [nothingBehind(paths)] };
}

/** Longer than that of a hundred thousand forms. */
const MAX_MANIFEST_BYTES = 512 * 1024 * 1024;

/** What the manifest lists, but for the forms, and the manifest itself; nothing when it is none of ours. */
async function copiesBeside(
  manifest: InputFile,
  files: readonly InputFile[],
  environment: Inputs,
): Promise<readonly InputFile[]> {
  const listed = new Set(
    listedPaths(new TextDecoder().decode(await environment.readInput(manifest, MAX_MANIFEST_BYTES))),
  );
  if (listed.size === 0) return [];
  const folder = manifest.path.slice(0, -MANIFEST_PATH.length);
  return files.filter((file) => {
    const name = relative(folder, file.path).split(sep).join("/");
    return name === MANIFEST_PATH || (listed.has(name) && !name.endsWith(`/${FORM_JSON}`));
  });
}

function nothingBehind(paths: readonly string[]): Trouble {
  return {
    code: "input/nothing",
    file: paths.join("、"),
    what: "没有可以读取的文件",
    why: "文件夹是空的，或者只有隐藏文件、链接和没有自评表的公开文件夹",
    next: "请检查路径，给出自评表或存放自评表的文件夹",
  };
}
