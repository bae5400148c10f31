import { type Casting, castRoles } from "../fonts/cast.ts";
import { type Typeface, findTypefaces } from "../fonts/font-set.ts";
import { FontRefused } from "../fonts/own/font-refused.ts";
import { type OwnFontsFound, readOwnFonts } from "../fonts/own/read-own-fonts.ts";
import { ROLES } from "../fonts/roles.ts";
import { PrintFailure } from "./print-failure.ts";

/** All fonts that may be printed with, and who plays what. */
export interface GatheredFonts {
  readonly typefaces: readonly Typeface[];
  readonly castings: readonly Casting[];
  /** What was made of the user's folder, if one was given. */
  readonly found?: OwnFontsFound;
}

/** The folder of the user's own fonts: the one that was given, or that of the environment. */
export function fontsFolder(given: string | undefined): string | undefined {
  const folder = given ?? process.env["ZPB_FONTS"];
  return folder === "" ? undefined : folder;
}

/**
 * Our fonts, and the user's from `given` or `ZPB_FONTS`; no face is made.
 * @throws PrintFailure `print/no-fonts` when ours are not installed, or the folder holds none that can be used
 */
export async function gatherFonts(given: string | undefined): Promise<GatheredFonts> {
  const { typefaces, missing } = findTypefaces();
  if (missing.length > 0) {
    throw new PrintFailure("print/no-fonts", {
      what: "缺少字体，无法生成 PDF",
      why: `没有找到 ${missing.join("、")}`,
      next: "请重新运行 npm ci",
    });
  }
  const folder = fontsFolder(given);
  if (folder === undefined) return { typefaces, castings: castRoles(typefaces, new Map()) };
  const found = await readFolder(folder);
  if (found.own.size === 0) throw nothingUsable(folder, found);
  const own = [...found.own.values()].flatMap(({ main, supplements }) =>
    main === undefined ? supplements : [main, ...supplements],
  );
  return { typefaces: [...typefaces, ...own], castings: castRoles(typefaces, found.own), found };
}

async function readFolder(folder: string): Promise<OwnFontsFound> {
  try {
    return await readOwnFonts(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!(error instanceof FontRefused) && code === "") throw error;
    const why =
      error instanceof FontRefused
        ? error.why
        : code === "ENOENT"
          ? "没有这个文件夹"
          : code === "ENOTDIR"
            ? "这是一个文件，不是文件夹"
            : `读不了（系统返回 ${code}）`;
    const next = "请用 --fonts 指明放有字体文件（.ttf、.ttc）的文件夹，里面只放要用的字体";
    throw new PrintFailure("print/no-fonts", { what: `字体文件夹 ${folder} 不能用`, why, next }, error);
  }
}

function nothingUsable(folder: string, found: OwnFontsFound): PrintFailure {
  const why = complaintsOf(found).join("；");
  return new PrintFailure("print/no-fonts", {
    what: `字体文件夹 ${folder} 里没有能用的字体`,
    why: why === "" ? "里面没有 .ttf 或 .ttc 文件" : why,
    next: `请放入宋体、黑体、楷体、仿宋、小标宋中任何一种的 TrueType 字体文件；认得的字体名见 docs/fonts.md`,
  });
}

/** Files named one by one in a message. */
const mostNamed = 8;

/** What of the user's folder is not used, and why, for a person who means it to be; Chinese sentences. */
export function complaintsOf({ refused, unknown, spare }: OwnFontsFound): readonly string[] {
  const reasons = [...new Set(refused.map(({ file, why }) => `字体文件 ${file} 未用：${why}`))];
  const strange = unknown.map(({ file, names }) => `${file}（自称 ${names.slice(0, 3).join("、") || "无名"}）`);
  const idle = spare.map(({ file, name, role }) => `${file}（${name}，${roleName(role)}已有别的字体）`);
  return [
    ...firstOf(reasons),
    ...(strange.length === 0 ? [] : [`不认得的字体，未用：${firstOf(strange).join("、")}`]),
    ...(idle.length === 0 ? [] : [`用不上的字体：${firstOf(idle).join("、")}`]),
  ];
}

function firstOf(texts: readonly string[]): readonly string[] {
  if (texts.length <= mostNamed) return texts;
  return [...texts.slice(0, mostNamed), `另有 ${texts.length - mostNamed} 个`];
}

function roleName(role: string): string {
  return ROLES.find((each) => each.role === role)?.name ?? role;
}
