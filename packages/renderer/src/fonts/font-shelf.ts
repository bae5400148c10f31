import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { isIntact, openSealedFolder } from "../cache/sealed-folder.ts";
import { type WantedCharacters, codePointsOf, toRanges, wantedCharacters } from "./characters.ts";
import type { Coverage } from "./coverage.ts";
import type { FontUsed, SourceFace, Typeface } from "./font-set.ts";
import { fontsConf } from "./fonts-conf.ts";
import { FontRefused } from "./own/font-refused.ts";
import type { Part } from "./parts.ts";
import type { Weight } from "./roles.ts";
import { type MadeFace, makeFaces, uniqueName } from "./subset.ts";

/** Changes whenever the making of faces changes, so that an older cache is not taken for ours. */
const recipe = 4;

type Ranges = readonly (readonly [number, number])[];

/** `fonts.json` beside the faces of a family. */
interface FontRecord {
  readonly used: readonly FontUsed[];
  /** What regular and bold both have: text may turn bold anywhere. */
  readonly coverage: Readonly<Record<Part, Ranges>>;
}

/** Where a family's faces lie, or will lie. */
export function facesPlace({ family, edition }: Typeface, cache: string): string {
  return join(cache, "fonts", `r${recipe}-${family.replaceAll(" ", "")}-${edition}`);
}

export interface ShelfSettings {
  /** The cache folder. */
  readonly cache: string;
  readonly typefaces: readonly Typeface[];
  /** Faces are about to be made, which takes seconds. */
  readonly making: (typeface: Typeface) => void;
  /** A browser that was started before does not know all open fonts. */
  readonly outdated: () => Promise<void>;
}

/** The fonts of a printer. A family is made, and known to the browser, from the first page on that asks for it. */
export class FontShelf {
  readonly #settings: ShelfSettings;
  readonly #broken = new Map<string, FontRefused>();
  #turn: Promise<void> = Promise.resolve();
  readonly #coverage = new Map<string, Readonly<Record<Part, ReturnType<typeof codePointsOf>>>>();
  readonly #used = new Map<string, readonly FontUsed[]>();
  /** Folders of the open families. */
  readonly #places = new Map<string, string>();
  #folders: readonly string[] = [];
  #configFile = "";

  /** A shelf on which families that were made earlier are at hand already. */
  static async at(settings: ShelfSettings): Promise<FontShelf> {
    const shelf = new FontShelf(settings);
    const places = settings.typefaces.map((typeface) => facesPlace(typeface, settings.cache));
    const intact = await Promise.all(places.map((place) => isIntact(place)));
    await shelf.#show(places.filter((_, index) => intact[index]));
    return shelf;
  }

  private constructor(settings: ShelfSettings) {
    this.#settings = settings;
  }

  /** Value of `FONTCONFIG_FILE` for the next browser. */
  get configFile(): string {
    return this.#configFile;
  }

  /** Of the families that are open. */
  get coverage(): Coverage {
    return this.#coverage;
  }

  /**
   * The file of a face of an open family.
   * @throws Error for a family that is not open
   */
  fileOf(family: string, weight: Weight, part: Part): string {
    const folder = this.#places.get(family);
    if (folder === undefined) throw new Error(`font family ${family} is not open`);
    return join(folder, `${uniqueName(family, weight, part)}.ttf`);
  }

  /** The files of the families that were opened, in the order of the typefaces, whatever the order of opening. */
  get used(): readonly FontUsed[] {
    return this.usedBy((family) => this.#used.has(family));
  }

  /** The files of these families, of which only opened ones are known, in the same order. */
  usedBy(has: (family: string) => boolean): readonly FontUsed[] {
    return this.#settings.typefaces.flatMap(({ family }) => (has(family) ? (this.#used.get(family) ?? []) : []));
  }

  /**
   * SHA-256 over everything that a page could be printed with, opened or not: another version of a font from npm,
   * another file of the user's, another way of making faces give another one. No font file is read for it.
   */
  get setHash(): string {
    const lines = this.#settings.typefaces.flatMap(({ family, name, role, edition, faces }) => [
      [family, name, role, edition],
      ...faces.map(({ weight, path, index, origin }) => [family, weight, basename(path), index, origin]),
    ]);
    return createHash("sha256")
      .update(JSON.stringify([recipe, ...lines]))
      .digest("hex");
  }

  /**
   * Opens families, making their faces first if the cache does not hold them.
   * @throws FontRefused when a font turns out to be broken
   */
  async open(families: readonly string[]): Promise<void> {
    const unopened = () =>
      this.#settings.typefaces.filter(({ family }) => families.includes(family) && !this.#coverage.has(family));
    if (unopened().length === 0) return;
    // 一批开完再开下一批：浏览器要么知道全部，要么还没有启动。
    const turn = this.#turn.then(() => this.#openAll(unopened()));
    this.#turn = turn.catch(() => {});
    await turn;
  }

  async #openAll(typefaces: readonly Typeface[]): Promise<void> {
    const folders = await Promise.all(typefaces.map((typeface) => this.#facesOf(typeface)));
    const records = await Promise.all(
      folders.map(async (folder) => JSON.parse(await readFile(join(folder, "fonts.json"), "utf8")) as FontRecord),
    );
    if (folders.some((folder) => !this.#folders.includes(folder))) {
      await this.#show([...new Set([...this.#folders, ...folders])]);
      await this.#settings.outdated();
    }
    for (const [index, { family }] of typefaces.entries()) {
      const record = records[index];
      if (record === undefined) continue;
      this.#coverage.set(
        family,
        byPart((part) => codePointsOf(record.coverage[part])),
      );
      this.#used.set(family, record.used);
      this.#places.set(family, folders[index] ?? "");
    }
  }

  async #facesOf(typeface: Typeface): Promise<string> {
    const broken = this.#broken.get(typeface.family);
    if (broken !== undefined) throw broken;
    return await openSealedFolder(facesPlace(typeface, this.#settings.cache), async (place) => {
      this.#settings.making(typeface);
      await writeFaces(typeface, place).catch((error: unknown) => {
        // 一批里每一份都要它，不必每一份都再试。
        if (error instanceof FontRefused) this.#broken.set(typeface.family, error);
        throw error;
      });
    });
  }

  /** The configuration names paths of this machine, and fontconfig's own cache changes: both lie outside the sealed folders. */
  async #show(folders: readonly string[]): Promise<void> {
    const aside = join(this.#settings.cache, "fonts", "fontconfig");
    const text = fontsConf(folders.toSorted(), aside);
    await mkdir(aside, { recursive: true, mode: 0o700 });
    const name = createHash("sha256").update(text).digest("hex").slice(0, 16);
    const path = join(aside, `${name}.conf`);
    if ((await readFile(path, "utf8").catch(() => "")) !== text) await replaceFile(path, text);
    this.#configFile = path;
    this.#folders = folders;
  }
}

/** Whole or not at all: another printer may be starting a browser with it. */
async function replaceFile(path: string, text: string): Promise<void> {
  const making = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(making, text, { mode: 0o600 });
  await rename(making, path);
}

async function writeFaces(typeface: Typeface, folder: string): Promise<void> {
  const wanted = wantedCharacters();
  const results = await Promise.all(typeface.faces.map((face) => tryMaking(typeface, face, wanted)));
  const made = results.flatMap((result) => result.made);
  await Promise.all(made.map((face) => writeFile(join(folder, face.file), face.bytes, { mode: 0o600 })));
  const record: FontRecord = {
    used: results.map((result) => result.used),
    coverage: byPart((part) => shared(made, part, typeface.faces.length)),
  };
  await writeFile(join(folder, "fonts.json"), JSON.stringify(record), { mode: 0o600 });
}

function byPart<T>(of: (part: Part) => T): Record<Part, T> {
  return { common: of("common"), further: of("further"), rare: of("rare") };
}

/** A font file may be sound in all that was looked at, and broken in its outlines. */
async function tryMaking(typeface: Typeface, face: SourceFace, wanted: WantedCharacters) {
  try {
    return await makeFaces(typeface, face, wanted);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw error;
    throw new FontRefused(basename(face.path), "取不出字形，可能是损坏的字体文件", error);
  }
}

/** Every weight must have it; a weight without a face of this part has nothing of it. */
function shared(made: readonly MadeFace[], part: Part, weights: number): Ranges {
  const sets = made.filter((face) => face.part === part).map((face) => face.codes);
  if (sets.length < weights) return [];
  return toRanges(sets.reduce((one, other) => one.intersection(other)));
}
