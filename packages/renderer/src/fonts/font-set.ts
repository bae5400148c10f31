import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A font file as the manifest names it. */
export interface FontUsed {
  /** Family as the style sheets call it: `Zpb Song`, `Zpb Hei`. */
  readonly family: string;
  /** File name of the source font. */
  readonly file: string;
  /** Version as the font itself states it, with the npm package's. */
  readonly version: string;
  /** Hash of the source font file. */
  readonly sha256: string;
}

/** The families that style sheets may name. */
export type Family = "Zpb Song" | "Zpb Hei";

/** A face by its role, and the font file that plays it. */
export interface SourceFace {
  readonly family: Family;
  readonly weight: 400 | 700;
  readonly path: string;
  readonly npmVersion: string;
  readonly bytes: number;
}

const roles = [
  { family: "Zpb Song", weight: 400, from: "noto-serif-sc", file: "400Regular/NotoSerifSC_400Regular.ttf" },
  { family: "Zpb Song", weight: 700, from: "noto-serif-sc", file: "700Bold/NotoSerifSC_700Bold.ttf" },
  { family: "Zpb Hei", weight: 400, from: "noto-sans-sc", file: "400Regular/NotoSansSC_400Regular.ttf" },
  { family: "Zpb Hei", weight: 700, from: "noto-sans-sc", file: "700Bold/NotoSansSC_700Bold.ttf" },
] as const;

/** The faces that are installed, and the file names of those that are not. */
export function findFaces(): { readonly faces: readonly SourceFace[]; readonly missing: readonly string[] } {
  const faces: SourceFace[] = [];
  const missing: string[] = [];
  const require = createRequire(import.meta.url);
  for (const { family, weight, from, file } of roles) {
    try {
      const about = require.resolve(`@expo-google-fonts/${from}/package.json`);
      const path = join(dirname(about), file);
      if (!existsSync(path)) throw new Error("not installed");
      const { version } = require(about) as { version: string };
      faces.push({ family, weight, path, npmVersion: version, bytes: statSync(path).size });
    } catch {
      missing.push(`@expo-google-fonts/${from}/${file}`);
    }
  }
  return { faces, missing };
}
