import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Casting } from "../fonts/cast.ts";
import type { Typeface } from "../fonts/font-set.ts";
import { facesPlace } from "../fonts/font-shelf.ts";
import { faceOf, readName } from "../fonts/sfnt.ts";
import { isWoff, unpackWoff } from "../fonts/unpack-woff.ts";
import { cachePlace } from "../cache/cache-folder.ts";
import { type Described, type DescribeOptions, describeSealed } from "./describe.ts";
import { type GatheredFonts, complaintsOf, fontsFolder, gatherFonts } from "./gather-fonts.ts";
import { PrintFailure } from "./print-failure.ts";

/** Which font would print each role, whether it is a substitute, and whether its faces are made. */
export async function describeFonts(
  options: DescribeOptions & { readonly fonts?: string | undefined } = {},
): Promise<Described> {
  try {
    return await describeGathered(await gatherFonts(options.fonts), options);
  } catch (error) {
    if (!(error instanceof PrintFailure)) throw error;
    return { usable: false, found: [], missing: [`${error.what}：${error.why}`], next: [error.next] };
  }
}

async function describeGathered(
  { typefaces, castings, found }: GatheredFonts,
  { fonts, cacheDir }: DescribeOptions & { readonly fonts?: string | undefined },
): Promise<Described> {
  const versions = new Map(
    await Promise.all(typefaces.map(async (typeface) => [typeface.family, await versionOf(typeface)] as const)),
  );
  const roles = castings.flatMap((casting) => describeRole(casting, typefaces, versions));
  const states = await Promise.all(
    typefaces.map(async (typeface) => {
      const state = await describeSealed(facesPlace(typeface, cachePlace(cacheDir)), "首次用到时生成");
      return `打印用的子集　${typeface.name}：${state}`;
    }),
  );
  const substituted = castings.filter((casting) => casting.substituted).map(({ name }) => name);
  return {
    usable: true,
    found: [
      ...(found === undefined ? [] : [`自备字体的文件夹：${fontsFolder(fonts) ?? ""}`, ...complaintsOf(found)]),
      ...roles,
      ...states,
    ],
    missing: [],
    next: substituted.length === 0 ? [] : [officialLayout(substituted)],
  };
}

function describeRole(
  { name, role, main, supplements, substituted, boldless }: Casting,
  typefaces: readonly Typeface[],
  versions: ReadonlyMap<string, string>,
): readonly string[] {
  const fontOf = (family: string) => {
    const called = typefaces.find((typeface) => typeface.family === family)?.name ?? family;
    const weight = family === main.family && main.weights[400] === 700 ? " 粗体" : "";
    return `${called}${weight}，${versions.get(family) ?? ""}`;
  };
  const bold = boldless ? "；只有一种字重，粗体处照样用它" : "";
  return [
    `${name}（${role}）：${substituted ? "没有这种字体，代用 " : ""}${fontOf(main.family)}${bold}`,
    ...supplements.map(({ family }) => `${name}的生僻字：${fontOf(family)}`),
  ];
}

function officialLayout(substituted: readonly string[]): string {
  return (
    `公文格式（GB/T 9704-2012）的标题用小标宋、正文用仿宋。${substituted.join("、")}没有可自由分发的字体；` +
    "本单位有授权的，把字体文件（.ttf、.ttc）放进一个文件夹，打印时加 --fonts 文件夹；可先用 zpb doctor --fonts 文件夹 看是否认得"
  );
}

/** As the first face states it. */
async function versionOf({ faces }: Typeface): Promise<string> {
  const [face] = faces;
  if (face === undefined) return "";
  const file = await readFile(face.path);
  const font = isWoff(file) ? unpackWoff(file) : faceOf(file, face.index);
  const stated = (readName(font, 5) ?? "").split(";")[0] ?? "";
  const from = [...new Set(faces.map(({ path }) => basename(path)))].join("、");
  return `${stated === "" ? "" : `${stated}，`}${face.origin}，${from}`;
}
