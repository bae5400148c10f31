/** What the house asks of source files and templates that neither the compiler nor the linter can say. */
import type { House, HouseCheck } from "./house.ts";
import { placesOf } from "./house.ts";

const MAX_LINES = 300;
const SOURCE = /^(packages|apps)\/.*\.(ts|js|sh|css)$|^templates\/.*\.(hbs|css)$/;
const GENERATED = /\.gen\.ts$/;
const TEST = /\.test\.ts$|\/test\//;
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.gen|\.d|(\.interop|\.property)?\.test)?\.ts$/;
/** A name that says nothing lets anything in. */
const EMPTY_NAME = /^(utils?|helpers?|common|misc|types)(\.|$)/;

export const fileSizes: HouseCheck = ({ files, read }) =>
  files
    .filter((path) => SOURCE.test(path) && !GENERATED.test(path))
    .flatMap((path) => {
      const lines = read(path).trimEnd().split("\n").length;
      return lines > MAX_LINES ? [`${path}: ${lines} lines, the ceiling is ${MAX_LINES}`] : [];
    });

export const fileNames: HouseCheck = ({ files }) =>
  files
    .filter((path) => /^(packages|apps|templates)\//.test(path))
    .flatMap((path) => {
      const steps = path.split("/");
      const empty = steps.find((step) => EMPTY_NAME.test(step));
      if (empty !== undefined) return [`${path}: "${empty}" does not say what it holds`];
      const file = steps.at(-1) ?? "";
      return file.endsWith(".ts") && !NAME.test(file) ? [`${path}: file names are kebab-case`] : [];
    });

/** Figures printed in a form stay decimals: only pictures, the lengths of a page and the cells of a spreadsheet may become floating point. */
const FLOATS_ALLOWED =
  /^packages\/(renderer\/src\/(chart\/|docx\/|page\/style-|pdf\/destinations|sheet\/cell-value)|devtools\/)/;
const FLOATS = /\bparseFloat\b|(?<![\w.$])Number\(|\.map\(Number\)|\.toNumber\(\)/g;

export const noFloats: HouseCheck = (house) =>
  sources(house)
    .filter((path) => !FLOATS_ALLOWED.test(path))
    .flatMap((path) => placesOf(path, withoutComments(house.read(path)), FLOATS))
    .map((place) => `${place} makes a floating-point number; counts are read by Number.parseInt(text, 10)`);

/** `export *` hides what a door lets through. */
export const namedDoors: HouseCheck = (house) =>
  sources(house)
    .flatMap((path) => placesOf(path, withoutComments(house.read(path)), /^export \*/gm))
    .map((place) => `${place}: doors name what they let through`);

/** Every way in which Handlebars leaves text unescaped. */
export const escapedTemplates: HouseCheck = ({ files, read }) =>
  files
    .filter((path) => path.endsWith(".hbs"))
    .flatMap((path) => placesOf(path, read(path), /\{\{~?[{&]/g))
    .map((place) => `${place} prints unescaped text`);

function sources({ files }: House): string[] {
  return files.filter((path) => /^(packages|apps)\/[^/]+\/src\/.*\.ts$/.test(path) && !TEST.test(path));
}

/** Comments become blank, line breaks stay, so that places keep their line. Strings are kept, and so is a `//` in one. */
function withoutComments(text: string): string {
  const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(token, (found) => (/^\/[/*]/.test(found) ? found.replace(/[^\n]/g, " ") : found));
}
