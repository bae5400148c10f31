/** Documents must be true: paths exist, commands run, nothing tells of the machine that it was written on. */
import type { House, HouseCheck } from "./house.ts";
import { placesOf } from "./house.ts";

const MAX_ARCHITECTURE_LINES = 150;
/** One line each and complete in itself: what a newcomer types. */
const README_COMMANDS = ["npm ci && npm run demo", "npm ci && npm test"];

export const architecture: HouseCheck = (house) => {
  const path = "ARCHITECTURE.md";
  if (!house.files.includes(path)) return [];
  const text = house.read(path);
  const lines = text.trimEnd().split("\n").length;
  const long =
    lines > MAX_ARCHITECTURE_LINES ? [`${path}: ${lines} lines, the ceiling is ${MAX_ARCHITECTURE_LINES}`] : [];
  return [...long, ...missingPaths(house, path, text), ...missingPackages(house, path, text)];
};

/** A path in backticks that starts at one of our own folders, or names a file of the root; `<id>` and `*` stand for any name. */
function missingPaths({ files }: House, path: string, text: string): string[] {
  const roots = new Set(files.map((file) => file.split("/")[0] ?? ""));
  return quoted(text)
    .filter(
      (name) =>
        /^[\w.@<>*/-]+$/.test(name) &&
        (name.includes("/") ? roots.has(name.split("/")[0] ?? "") : name.endsWith(".md")),
    )
    .filter((name) => {
      const body = name
        .replace(/\/$/, "")
        .split(/<[^>]*>|\*+/)
        .map(escapeRegExp)
        .join("[^/]*");
      const pattern = new RegExp(`^${body}(/|$)`);
      return !files.some((file) => pattern.test(file));
    })
    .map((name) => `${path}: there is no ${name}`);
}

function missingPackages({ files, read }: House, path: string, text: string): string[] {
  const manifests = files.filter((file) => /^(packages|apps)\/[^/]+\/package\.json$/.test(file));
  const names = new Set(manifests.map((file) => (JSON.parse(read(file)) as { name: string }).name));
  const told = text.match(/@zipingbiao\/[a-z-]+/g) ?? [];
  return [...new Set(told)].filter((name) => !names.has(name)).map((name) => `${path}: there is no package ${name}`);
}

export const commandsRun: HouseCheck = (house) => {
  const { scripts = {} } = JSON.parse(house.read("package.json")) as { scripts?: Record<string, string> };
  const commands = house.files.flatMap((file) => /^apps\/cli\/src\/commands\/([^/]+)\//.exec(file)?.[1] ?? []);
  return documents(house).flatMap((path) => {
    const text = house.read(path);
    const gone = [...text.matchAll(/\bnpm run (?:-s |--silent )?([\w:-]+)/g)]
      .filter(([, name]) => name !== undefined && !(name in scripts))
      .map(([, name]) => `${path}: package.json has no script "${name}"`);
    // Until a first command stands there is nothing to compare with.
    const unknown =
      commands.length === 0
        ? []
        : [...text.matchAll(/\bnpx zpb ([a-z][a-z-]*)/g)].filter(([, name]) => !commands.includes(name ?? ""));
    return [...new Set([...gone, ...unknown.map(([, name]) => `${path}: zpb has no command "${name}"`)])];
  });
};

export const readmeCommands: HouseCheck = ({ files, read }) =>
  ["README.md", "README.zh-CN.md"]
    .filter((path) => files.includes(path))
    .flatMap((path) => {
      const lines = new Set(
        read(path)
          .split("\n")
          .map((line) => line.trim()),
      );
      return README_COMMANDS.filter((command) => !lines.has(command)).map(
        (command) => `${path}: lacks the line "${command}"`,
      );
    });

export const linksLead: HouseCheck = (house) =>
  documents(house).flatMap((path) =>
    [...house.read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].flatMap(([, link = ""]) => {
      const target = new URL(link, `file:///${path}`).pathname.slice(1).replace(/\/$/, "");
      const found = house.files.some((file) => file === decodeURI(target) || file.startsWith(`${decodeURI(target)}/`));
      return found ? [] : [`${path}: the link ${link} leads nowhere`];
    }),
  );

/** Home folders and the like, where a path begins; and hosts of registries, which differ from place to place. */
const MACHINE = /(?<=^|[\s"'`(=:,[])(?:file:\/\/)?\/(?:work|root|home|Users)\/[\w.-]+|[A-Z]:\\Users\\\w+/gm;
const REGISTRY = /https?:\/\/(?:registry\.|[\w.-]*(?:npmjs|npmmirror|taobao)\.)[\w./-]+/g;

export const noMachine: HouseCheck = ({ files, read }) =>
  files
    // The checks themselves are told by example what to refuse.
    .filter((path) => !/^fixtures\/|\.(png|pdf|docx|xlsx|ttf|woff2?|gz|br)$|check-house\.test\.ts$/.test(path))
    .flatMap((path) => {
      const text = read(path);
      const hosts = /^package-lock\.json$|\.npmrc$/.test(path)
        ? /"resolved": "https?:[^"]*"|^\s*(@[\w-]+:)?registry\s*=.*/gm
        : REGISTRY;
      return [...placesOf(path, text, MACHINE), ...placesOf(path, text, hosts)].slice(0, 5);
    })
    .map((place) => `${place} is true on one machine only`);

function documents({ files }: House): string[] {
  return files.filter((path) => /^[\w.-]+\.md$|^(docs|packages|apps|templates)\/.*\.md$/.test(path));
}

function quoted(text: string): string[] {
  return [...new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, inner = ""]) => inner.trim()))];
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
