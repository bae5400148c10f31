import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { OwnFonts } from "../cast.ts";
import { readCharacterMap } from "../character-map.ts";
import type { Typeface } from "../font-set.ts";
import { ROLES, type Role } from "../roles.ts";
import { faceOf } from "../sfnt.ts";
import { FontRefused } from "./font-refused.ts";
import { KNOWN_FONTS, knownFont } from "./known-fonts.ts";
import { type DescribedFace, openFontFile } from "./open-font-file.ts";

/** A folder of fonts, as it was understood. */
export interface OwnFontsFound {
  readonly own: OwnFonts;
  /** Fonts of a known name, or files that should be fonts, that cannot be used. */
  readonly refused: readonly FontRefused[];
  /** Whole fonts of a name that plays no role here. */
  readonly unknown: readonly { readonly file: string; readonly names: readonly string[] }[];
  /** Known fonts whose role another one of the folder plays. */
  readonly spare: readonly { readonly file: string; readonly name: string; readonly role: Role }[];
}

/** Font files that a folder may hold; more is somebody's whole system, whose reading would take long. */
const MOST_FONT_FILES = 2000;

const isFontFile = /\.(?:ttf|ttc|otf|otc|woff2?)$/iu;

interface Candidate {
  readonly path: string;
  readonly file: string;
  readonly known: number;
  readonly face: DescribedFace;
}

/**
 * Looks at the font files of a folder, not at those of folders inside it, and chooses by the names that fonts give
 * themselves. Of several for one role the one that stands first in {@link KNOWN_FONTS} plays it.
 * @throws FontRefused when there are too many; errors of the file system
 */
export async function readOwnFonts(folder: string): Promise<OwnFontsFound> {
  const files = (await readdir(folder)).filter((name) => isFontFile.test(name) && !name.startsWith(".")).toSorted();
  if (files.length > MOST_FONT_FILES)
    throw new FontRefused(folder, `有 ${files.length} 个字体文件，上限是 ${MOST_FONT_FILES} 个`);
  const refused: FontRefused[] = [];
  const unknown: { file: string; names: readonly string[] }[] = [];
  const candidates: Candidate[] = [];
  for (const file of files) {
    try {
      const path = join(folder, file);
      const found = await candidatesIn(path, file);
      if (found.known.length === 0) unknown.push({ file, names: found.names });
      candidates.push(...found.known);
    } catch (error) {
      if (!(error instanceof FontRefused)) throw error;
      refused.push(error);
    }
  }
  const own = new Map<Role, { main?: Typeface; supplements: Typeface[] }>();
  const taken = new Set<Candidate>();
  for (const { role } of ROLES) {
    const playing: { main?: Typeface; supplements: Typeface[] } = { supplements: [] };
    for (const [known, { supplement }] of KNOWN_FONTS.entries()) {
      if (KNOWN_FONTS[known]?.role !== role || (!supplement && playing.main !== undefined)) continue;
      const made = await typefaceOf(
        candidates.filter((each) => each.known === known),
        refused,
      );
      if (made === undefined) continue;
      for (const candidate of made.from) taken.add(candidate);
      if (supplement) playing.supplements.push(made.typeface);
      else playing.main = made.typeface;
    }
    if (playing.main !== undefined || playing.supplements.length > 0) own.set(role, playing);
  }
  const busy = new Set([...[...taken].map(({ file }) => file), ...refused.map(({ file }) => file)]);
  const spare = [...Map.groupBy(candidates, ({ file }) => file)].flatMap(([file, [first]]) => {
    const known = first === undefined ? undefined : KNOWN_FONTS[first.known];
    return busy.has(file) || known === undefined ? [] : [{ file, name: known.name, role: known.role }];
  });
  return { own, refused, unknown, spare };
}

async function candidatesIn(
  path: string,
  file: string,
): Promise<{ readonly known: readonly Candidate[]; readonly names: readonly string[] }> {
  if (/\.woff2?$/iu.test(file)) throw new FontRefused(file, "是网页用的压缩字体，请换用 .ttf 或 .ttc 文件");
  const faces = await openFontFile(path);
  const known = faces.flatMap((face) => {
    const at = knownFont(face.names.all);
    return at === undefined ? [] : [{ path, file, known: at, face }];
  });
  return { known, names: [...new Set(faces.map(({ names }) => names.family))] };
}

/** The regular and the bold among faces of one font; of two that claim the same weight, the plainer, then the first by name. */
async function typefaceOf(
  candidates: readonly Candidate[],
  refused: FontRefused[],
): Promise<{ readonly typeface: Typeface; readonly from: readonly Candidate[] } | undefined> {
  const usable: { candidate: Candidate; sha256: string }[] = [];
  for (const weight of [400, 700] as const) {
    const ordered = candidates
      .filter(({ face }) => face.weight === weight)
      .toSorted((a, b) => a.face.oddity - b.face.oddity);
    for (const candidate of ordered) {
      const sha256 = await examine(candidate, refused);
      if (sha256 === undefined) continue;
      usable.push({ candidate, sha256 });
      break;
    }
  }
  const [first] = usable;
  if (first === undefined) return undefined;
  const { known, face } = first.candidate;
  const role = KNOWN_FONTS[known]?.role ?? "";
  const content = hash(
    usable.map(({ sha256, candidate }) => `${sha256} ${candidate.face.index} ${candidate.face.weight}`),
  );
  const postScript = face.names.postScript.replaceAll(/[^A-Za-z0-9-]/gu, "").slice(0, 30);
  return {
    from: usable.map(({ candidate }) => candidate),
    typeface: {
      family: `${postScript === "" ? "Own" : postScript}-${content.slice(0, 8)}`,
      name: face.names.family === "" ? (KNOWN_FONTS[known]?.name ?? "") : face.names.family,
      role,
      faces: usable.map(({ candidate: each }) => ({
        weight: each.face.weight,
        path: each.path,
        index: each.face.index,
        origin: "用户字体",
      })),
      // 记录里写着文件名和角色，改了名也要另做一份。
      edition: hash([content, role, ...usable.map(({ candidate }) => candidate.file)]).slice(0, 24),
    },
  };
}

/** The hash of a face's file, once it is known that its characters can be read. */
async function examine({ path, file, face }: Candidate, refused: FontRefused[]): Promise<string | undefined> {
  if (face.hindrance !== undefined) {
    refused.push(new FontRefused(file, face.hindrance));
    return undefined;
  }
  const bytes = await readFile(path);
  try {
    readCharacterMap(faceOf(bytes, face.index));
    return createHash("sha256").update(bytes).digest("hex");
  } catch (error) {
    refused.push(new FontRefused(file, "字符表读不出来，可能是损坏的字体文件", error));
    return undefined;
  }
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
