import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openSealedFolder } from "../pdf/sealed-folder.ts";
import { codePointsOf, commonCharacters, toRanges } from "./characters.ts";
import type { Coverage } from "./coverage.ts";
import type { Family, FontUsed, SourceFace } from "./font-set.ts";
import { fontsConf } from "./fonts-conf.ts";
import { type MadeFace, makeFaces, type Part } from "./subset.ts";

/** Changes whenever the making of faces changes, so that an older cache is not taken for ours. */
const recipe = 2;

/** Fonts that a browser can be started with. */
export interface OpenFonts {
  /** Value of `FONTCONFIG_FILE`. */
  readonly configFile: string;
  readonly coverage: Coverage;
  readonly used: readonly FontUsed[];
}

interface FontRecord {
  readonly used: readonly FontUsed[];
  /** What regular and bold both have: text may turn bold anywhere. */
  readonly families: readonly (Readonly<Record<Part, Ranges>> & { readonly family: Family })[];
}

type Ranges = readonly (readonly [number, number])[];

/** Where the faces lie, or will lie; sizes and versions stand for the source files, whose hashes are taken when made. */
export function fontsPlace(faces: readonly SourceFace[], cache: string): string {
  const sources = faces.map(({ npmVersion, bytes }) => `${npmVersion}-${bytes.toString(36)}`);
  return join(cache, "fonts", `r${recipe}-${[...new Set(sources)].join("-")}`);
}

/** Opens the fixed faces, making them first if the cache does not hold them. */
export async function openFonts(
  faces: readonly SourceFace[],
  cache: string,
  making: () => void = () => {},
): Promise<OpenFonts> {
  const folder = await openSealedFolder(fontsPlace(faces, cache), async (place) => {
    making();
    await writeFaces(faces, place);
  });
  // fontconfig 自己的缓存随时会变，放在封存的文件夹之外；配置文件里有本机路径，每次写出。
  const aside = `${folder}-fc`;
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const configFile = join(aside, "fonts.conf");
  const text = fontsConf(folder, aside);
  if ((await readFile(configFile, "utf8").catch(() => "")) !== text) await replaceFile(configFile, text);
  const record = JSON.parse(await readFile(join(folder, "fonts.json"), "utf8")) as FontRecord;
  return { configFile, coverage: coverageOf(record), used: record.used };
}

/** Whole or not at all: another process may be starting a browser with it. */
async function replaceFile(path: string, text: string): Promise<void> {
  const making = `${path}.${process.pid}`;
  await writeFile(making, text, { mode: 0o600 });
  await rename(making, path);
}

async function writeFaces(faces: readonly SourceFace[], folder: string): Promise<void> {
  const wanted = commonCharacters();
  const results = await Promise.all(faces.map((face) => makeFaces(face, wanted)));
  const made = results.flatMap((result) => result.made);
  await Promise.all(made.map((face) => writeFile(join(folder, face.file), face.bytes, { mode: 0o600 })));
  const record: FontRecord = { used: results.map((result) => result.used), families: familiesOf(made) };
  await writeFile(join(folder, "fonts.json"), JSON.stringify(record), { mode: 0o600 });
}

function familiesOf(made: readonly MadeFace[]): FontRecord["families"] {
  const shared = (family: Family, part: Part) =>
    toRanges(
      made
        .filter((face) => face.family === family && face.part === part)
        .map((face) => face.codes)
        .reduce((one, other) => one.intersection(other)),
    );
  const families = [...new Set(made.map((face) => face.family))];
  return families.map((family) => ({ family, common: shared(family, "common"), rare: shared(family, "rare") }));
}

function coverageOf({ families }: FontRecord): Coverage {
  return new Map(
    families.map(({ family, common, rare }) => [family, { common: codePointsOf(common), rare: codePointsOf(rare) }]),
  );
}
