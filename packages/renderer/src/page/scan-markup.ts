/** The fixed text of a template → its tags and the text between them, each with its line. */

export type MarkupPiece =
  | { readonly kind: "text"; readonly text: string; readonly line: number }
  | {
      readonly kind: "start";
      readonly tag: string;
      readonly attributes: readonly (readonly [name: string, value: string])[];
      readonly line: number;
    }
  | { readonly kind: "end"; readonly tag: string; readonly line: number }
  /** Begins with `<` and is none of the above: a comment, a declaration, a misspelt tag. */
  | { readonly kind: "unknown"; readonly text: string; readonly line: number };

export interface Scan {
  readonly pieces: readonly MarkupPiece[];
  /** The beginning of a tag whose end stands behind a filled-in value; `""` when there is none. */
  readonly unfinished: string;
}

const ATTRIBUTES = /\s+([a-z-]+)="([^"<>]*)"/y;

/**
 * Scans one run of fixed text. `before` is the tag that the text goes on with, `line` the line on which the
 * text begins.
 */
export function scanMarkup(before: string, text: string, line: number): Scan {
  const pieces: MarkupPiece[] = [];
  const source = before + text;
  let at = 0;
  // A tag that goes on from before has its line breaks counted already.
  const lineAt = (offset: number) => line + source.slice(before.length, offset).split("\n").length - 1;
  while (at < source.length) {
    const opening = source.indexOf("<", at);
    const textEnd = opening === -1 ? source.length : opening;
    if (textEnd > at)
      pieces.push({ kind: "text", text: source.slice(at, textEnd), line: lineAt(textEndOfLead(source, at)) });
    if (opening === -1) break;
    const end = source.indexOf(">", opening);
    if (end === -1) return { pieces, unfinished: source.slice(opening) };
    pieces.push(readTag(source.slice(opening, end + 1), lineAt(opening)));
    at = end + 1;
  }
  return { pieces, unfinished: "" };
}

/** The first character that is not white space, so that a text is found where it can be seen. */
function textEndOfLead(source: string, at: number): number {
  return at + (/^\s*/.exec(source.slice(at))?.[0].length ?? 0);
}

function readTag(text: string, line: number): MarkupPiece {
  const end = /^<\/([a-z][a-z0-9]*)>$/.exec(text)?.[1];
  if (end !== undefined) return { kind: "end", tag: end, line };
  const tag = /^<([a-z][a-z0-9]*)/.exec(text)?.[1];
  if (tag === undefined) return { kind: "unknown", text, line };
  const attributes: [string, string][] = [];
  ATTRIBUTES.lastIndex = tag.length + 1;
  let rest = ATTRIBUTES.lastIndex;
  for (let match = ATTRIBUTES.exec(text); match !== null; match = ATTRIBUTES.exec(text)) {
    attributes.push([match[1] ?? "", match[2] ?? ""]);
    rest = ATTRIBUTES.lastIndex;
  }
  return /^\s*>$/.test(text.slice(rest)) ? { kind: "start", tag, attributes, line } : { kind: "unknown", text, line };
}
