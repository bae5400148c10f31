import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { BUNDLED_NAMES, type BundledFamily, type Weight } from "./roles.ts";

/** A font file as the manifest names it. */
export interface FontUsed {
  /** Family as the style sheets call it: `Zpb Song`, `Zpb Hei`; a user's font is named by its role. */
  readonly family: string;
  /** File name of the source font. */
  readonly file: string;
  /** Version as the font itself states it, with the npm package's. */
  readonly version: string;
  /** Hash of the source font file. */
  readonly sha256: string;
}

/** A font file that becomes a common, a further and a rare face. */
export interface SourceFace {
  readonly weight: Weight;
  readonly path: string;
  /** Which face of a collection (.ttc), from 0. */
  readonly index: number;
  /** Behind the font's own version: `npm 0.4.3`, `用户字体`. */
  readonly origin: string;
}

/** One design in one or two weights: what plays a role, or lends it a glyph. */
export interface Typeface {
  /** What its made faces are called; unique, so that no two files are ever taken for each other. */
  readonly family: string;
  /** What people call it. */
  readonly name: string;
  /** The family that the manifest names. */
  readonly role: string;
  readonly faces: readonly SourceFace[];
  /** Tells another version of the files apart; stands in the name of the folder that keeps the faces. */
  readonly edition: string;
}

const files = [
  {
    family: "Zpb Song",
    weight: 400,
    from: "@expo-google-fonts/noto-serif-sc",
    file: "400Regular/NotoSerifSC_400Regular.ttf",
  },
  {
    family: "Zpb Song",
    weight: 700,
    from: "@expo-google-fonts/noto-serif-sc",
    file: "700Bold/NotoSerifSC_700Bold.ttf",
  },
  {
    family: "Zpb Hei",
    weight: 400,
    from: "@expo-google-fonts/noto-sans-sc",
    file: "400Regular/NotoSansSC_400Regular.ttf",
  },
  { family: "Zpb Hei", weight: 700, from: "@expo-google-fonts/noto-sans-sc", file: "700Bold/NotoSansSC_700Bold.ttf" },
  // 包里叫 latin 的就是全字库；字重 500 的那个文件自称 Regular。
  { family: "Zpb Kai", weight: 400, from: "@fontsource/lxgw-wenkai", file: "files/lxgw-wenkai-latin-500-normal.woff" },
  { family: "Zpb Kai", weight: 700, from: "@fontsource/lxgw-wenkai", file: "files/lxgw-wenkai-latin-700-normal.woff" },
] as const satisfies readonly { family: BundledFamily; weight: Weight; from: string; file: string }[];

/** The fonts from npm, and the file names of those that are not installed. */
export function findTypefaces(): { readonly typefaces: readonly Typeface[]; readonly missing: readonly string[] } {
  const found: { family: BundledFamily; face: SourceFace; bytes: number }[] = [];
  const missing: string[] = [];
  const require = createRequire(import.meta.url);
  for (const { family, weight, from, file } of files) {
    try {
      const about = require.resolve(`${from}/package.json`);
      const path = join(dirname(about), file);
      if (!existsSync(path)) throw new Error("not installed");
      const { version } = require(about) as { version: string };
      found.push({ family, face: { weight, path, index: 0, origin: `npm ${version}` }, bytes: statSync(path).size });
    } catch {
      missing.push(`${from}/${file}`);
    }
  }
  const families = [...new Set(found.map(({ family }) => family))];
  return { typefaces: families.map((family) => typefaceOf(family, found)), missing };
}

/** Sizes and versions stand for the files, whose hashes are taken when their faces are made. */
function typefaceOf(
  family: BundledFamily,
  found: readonly { family: string; face: SourceFace; bytes: number }[],
): Typeface {
  const own = found.filter((each) => each.family === family);
  return {
    family,
    name: BUNDLED_NAMES[family],
    role: family,
    faces: own.map(({ face }) => face),
    edition: own.map(({ face, bytes }) => `${face.origin.replace("npm ", "")}-${bytes.toString(36)}`).join("-"),
  };
}
