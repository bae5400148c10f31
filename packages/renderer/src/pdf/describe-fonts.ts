import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Casting, castRoles } from "../fonts/cast.ts";
import { type Typeface, findTypefaces } from "../fonts/font-set.ts";
import { facesPlace } from "../fonts/font-shelf.ts";
import { readName } from "../fonts/sfnt.ts";
import { isWoff, unpackWoff } from "../fonts/unpack-woff.ts";
import { cachePlace } from "./cache-folder.ts";
import { type Described, type DescribeOptions, describeSealed } from "./describe.ts";

/** Which font would print each role, whether it is a substitute, and whether its faces are made. */
export async function describeFonts(options: DescribeOptions = {}): Promise<Described> {
  const { typefaces, missing } = findTypefaces();
  if (missing.length > 0) return { usable: false, found: [], missing, next: ["请重新运行 npm ci"] };
  const castings = castRoles(typefaces, new Map());
  const versions = new Map(
    await Promise.all(typefaces.map(async (typeface) => [typeface.family, await versionOf(typeface)] as const)),
  );
  const roles = castings.map((casting) => describeRole(casting, typefaces, versions));
  const states = await Promise.all(
    typefaces.map(async (typeface) => {
      const state = await describeSealed(facesPlace(typeface, cachePlace(options.cacheDir)), "首次用到时生成");
      return `打印用的子集　${typeface.name}：${state}`;
    }),
  );
  const substituted = castings.filter((casting) => casting.substituted).map(({ name }) => name);
  const next = substituted.length === 0 ? [] : [officialLayout(substituted)];
  return { usable: true, found: [...roles, ...states], missing: [], next };
}

function describeRole(
  { name, role, main, substituted }: Casting,
  typefaces: readonly Typeface[],
  versions: ReadonlyMap<string, string>,
): string {
  const player = typefaces.find(({ family }) => family === main.family);
  const weight = main.weights[400] === 700 ? " 粗体" : "";
  const font = `${player?.name ?? main.family}${weight}，${versions.get(main.family) ?? ""}`;
  return `${name}（${role}）：${substituted ? "没有自带的字体，代用 " : ""}${font}`;
}

function officialLayout(substituted: readonly string[]): string {
  return (
    `公文格式（GB/T 9704-2012）的标题用小标宋、正文用仿宋。${substituted.join("、")}没有可自由分发的字体；` +
    "本单位有授权的，把字体文件（.ttf、.ttc）放进一个文件夹，打印时加 --fonts 文件夹，也可用 zpb doctor --fonts 文件夹 先看是否认得"
  );
}

/** As the regular face states it. */
async function versionOf({ faces }: Typeface): Promise<string> {
  const [face] = faces;
  if (face === undefined) return "";
  const file = await readFile(face.path);
  const stated = (readName(isWoff(file) ? unpackWoff(file) : file, 5) ?? "").split(";")[0] ?? "";
  return `${stated}（${face.origin}，${faces.map(({ path }) => basename(path)).join("、")}）`;
}
