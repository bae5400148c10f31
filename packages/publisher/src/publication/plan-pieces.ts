/** What is noted of a publication → JSON in pieces: whole, the text of ten thousand forms takes a hundred megabytes. */

/** Entries of a list in one piece. */
const AT_ONCE = 500;

/** The text that `JSON.stringify` gives, its lists bit by bit. No member is `undefined`. */
export function* planPieces(value: object): Generator<string, void, void> {
  let before = "{";
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    yield `${before}${JSON.stringify(name)}:`;
    before = ",";
    if (Array.isArray(member)) yield* listPieces(member);
    else if (typeof member === "object" && member !== null) yield* planPieces(member);
    else yield JSON.stringify(member);
  }
  yield before === "{" ? "{}" : "}";
}

function* listPieces(list: readonly unknown[]): Generator<string, void, void> {
  yield "[";
  for (let at = 0; at < list.length; at += AT_ONCE) {
    yield `${at === 0 ? "" : ","}${JSON.stringify(list.slice(at, at + AT_ONCE)).slice(1, -1)}`;
  }
  yield "]";
}
