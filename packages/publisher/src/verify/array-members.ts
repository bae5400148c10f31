/** A JSON array of objects that may be longer than memory → its members, one text after the other. */

/** The text is no array of objects, or a member of it is longer than any form. */
export class BrokenArray extends Error {
  override readonly name = "BrokenArray";
}

/** Longer than any form as it is published, in UTF-16 units. */
const LONGEST_MEMBER = 32 * 1024 * 1024;

const MARKS = /["\\{}[\]]/gu;

/**
 * The members of the array that the pieces spell, in order. What stands in a member is not looked at beyond its brackets and
 * quotation marks. @throws BrokenArray
 */
export async function* arrayMembers(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const splitter = new Splitter();
  for await (const piece of pieces) yield* splitter.add(decoded(decoder, piece));
  yield* splitter.add(decoded(decoder));
  splitter.end();
}

/** Of no bytes: what the decoder still holds. */
function decoded(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new BrokenArray("not UTF-8");
  }
}

class Splitter {
  /** 0 before and behind the array, 1 between members. */
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #place: Place = "before";
  #member = "";

  *add(text: string): Generator<string, void, void> {
    if (text === "") return;
    let from = 0;
    // A sign behind a backslash at the end of the piece before is no mark.
    let skip = this.#isEscaped ? 0 : -1;
    this.#isEscaped = false;
    for (const { 0: mark, index } of text.matchAll(MARKS)) {
      if (index === skip) continue;
      if (this.#inString) {
        if (mark === "\\") {
          skip = index + 1;
          this.#isEscaped = skip === text.length;
        } else if (mark === '"') this.#inString = false;
        continue;
      }
      if (this.#depth < 2) this.#between(text.slice(from, index), mark);
      if (this.#depth === 1 && mark === "{") from = index;
      else if (this.#depth < 2) from = index + 1;
      if (mark === '"') this.#inString = true;
      else if (mark === "{" || mark === "[") this.#depth += 1;
      else if (mark === "}" || mark === "]") {
        this.#depth -= 1;
        if (this.#depth !== 1) continue;
        yield this.#member + text.slice(from, index + 1);
        this.#member = "";
        from = index + 1;
      }
    }
    this.#keep(text.slice(from));
  }

  end(): void {
    if (this.#place !== "behind") throw new BrokenArray("not ended");
  }

  #keep(rest: string): void {
    if (this.#depth < 2) this.#between(rest, "");
    else this.#member += rest;
    if (this.#member.length > LONGEST_MEMBER) throw new BrokenArray("too long");
  }

  /** Outside of members there are blanks and one comma between two; `mark` is what begins there, `""` where that is not told yet. */
  #between(text: string, mark: string): void {
    const plain = text.replaceAll(/[ \t\r\n]/gu, "");
    if (plain === "," && this.#place === "behind-member") this.#place = "behind-comma";
    else if (plain !== "") throw new BrokenArray("text between members");
    const next = mark === "" ? this.#place : FOLLOWING[this.#place][mark];
    if (next === undefined) throw new BrokenArray(`unexpected ${mark}`);
    this.#place = next;
  }
}

type Place = "before" | "at-first" | "behind-comma" | "behind-member" | "behind";

/** What may begin where, and where that leads. */
const FOLLOWING: Readonly<Record<Place, Readonly<Record<string, Place>>>> = {
  before: { "[": "at-first" },
  "at-first": { "{": "behind-member", "]": "behind" },
  "behind-comma": { "{": "behind-member" },
  "behind-member": { "]": "behind" },
  behind: {},
};
