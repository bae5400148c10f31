/** Names of published files and folders: readable, safe on every file system, stable, never colliding. */
import { createHash } from "node:crypto";

/** The longest name in UTF-8 bytes; most file systems take 255, and a number and an ending are added. */
const MAX_BYTES = 180;

// Separators, what Windows refuses, control characters, and marks that turn or hide text.
const UNSAFE =
  /[/\\:*?"<>|%#\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\p{Surrogate}\p{Variation_Selector}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * A file name that says what `text` says. Where characters had to go or the text was cut, eight digits of the text's
 * own hash are added, so that two texts which look alike after cleaning stay apart.
 */
export function safeName(text: string): string {
  const clean = text
    .normalize("NFC")
    .replaceAll(UNSAFE, " ")
    .trim()
    .replaceAll(/\s+/gu, " ")
    .replace(/^[.\-~]+/u, "")
    .replace(/[. ]+$/u, "");
  const cut = cutToBytes(clean, MAX_BYTES);
  const kept = cut === text && cut !== "" && !RESERVED.test(cut);
  return kept ? cut : `${cut === "" ? "未命名" : cut}-${shortHash(text)}`;
}

/** Names for a list of texts, in order: equal after folding case and width means a hash is added to each. */
export function distinctNames(texts: readonly string[]): readonly string[] {
  const names = texts.map(safeName);
  const textsOf = new Map<string, Set<string>>();
  names.forEach((name, at) => {
    const key = fold(name);
    textsOf.set(key, (textsOf.get(key) ?? new Set()).add(texts[at] ?? ""));
  });
  return names.map((name, at) =>
    (textsOf.get(fold(name))?.size ?? 0) > 1 ? `${name}-${shortHash(texts[at] ?? "")}` : name,
  );
}

/** Case and full-width forms folded: what some file systems take for the same name. Never used for stored text. */
function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

function cutToBytes(text: string, limit: number): string {
  let bytes = 0;
  let cut = "";
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) return cut.trimEnd();
    cut += character;
  }
  return cut;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
