/** Markup and texts → the bytes of an XML part. */

/** The longest thing that a character becomes: `&amp;`. */
const LONGEST = 5;

const AMPERSAND = Buffer.from("&amp;");
const LESS = Buffer.from("&lt;");
const GREATER = Buffer.from("&gt;");

/**
 * Writes into one buffer, which serves document after document. To join strings and encode the whole afterwards takes
 * about twice as long: most of a document is the same few dozen pieces of markup, encoded once and copied from then on.
 */
export class XmlWriter {
  #bytes = Buffer.allocUnsafeSlow(1 << 17);
  #length = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** Takes what has been written. It is good until the next byte is written. */
  take(): Uint8Array {
    const written = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return written;
  }

  /** Markup that was encoded before. */
  piece(bytes: Uint8Array): void {
    const end = this.#length + bytes.length;
    if (end > this.#bytes.length) this.#grow(end);
    this.#bytes.set(bytes, this.#length);
    this.#length = end;
  }

  /** Markup that was not. */
  markup(xml: string): void {
    const end = this.#length + xml.length * 3;
    if (end > this.#bytes.length) this.#grow(end);
    this.#length += this.#bytes.write(xml, this.#length, "utf8");
  }

  /**
   * Text for an element; quotes stay as they are, for the data of a form has hundreds of them. XML cannot hold some
   * characters, and core refuses them when a form is read, so one found here is a bug and throws.
   */
  text(text: string): void {
    if (!text.isWellFormed()) throw new Error("half a surrogate pair");
    const start = this.#length;
    const room = start + text.length * 3;
    if (room > this.#bytes.length) this.#grow(room);
    const end = start + this.#bytes.write(text, start, "utf8");
    const bytes = this.#bytes;
    let at = start;
    while (at < end && isPlain(bytes, at)) at += 1;
    if (at === end) this.#length = end;
    else this.#escape(at, end);
  }

  /** Writes what stands between the two places once more, from the first on. */
  #escape(from: number, end: number): void {
    const raw = Uint8Array.prototype.slice.call(this.#bytes, from, end);
    this.#length = from;
    const room = from + raw.length * LONGEST;
    if (room > this.#bytes.length) this.#grow(room);
    const bytes = this.#bytes;
    let at = from;
    for (let index = 0; index < raw.length; index += 1) {
      const byte = raw[index] ?? 0;
      const reference = referenceOf(byte);
      if (reference === undefined) {
        if (!isPlain(raw, index)) assertAllowed(raw, index);
        bytes[at++] = byte;
      } else {
        for (let each = 0; each < reference.length; each += 1) bytes[at++] = reference[each] ?? 0;
      }
    }
    this.#length = at;
  }

  #grow(size: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(size, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

function referenceOf(code: number): Uint8Array | undefined {
  switch (code) {
    case 0x26:
      return AMPERSAND;
    case 0x3c:
      return LESS;
    case 0x3e:
      return GREATER;
    default:
      return undefined;
  }
}

/** Neither escaped nor perhaps forbidden. */
function isPlain(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  if (byte >= 0x40) return byte !== 0xef || bytes[at + 1] !== 0xbf;
  if (byte < 0x20) return byte === 0x0a || byte === 0x09 || byte === 0x0d;
  return byte !== 0x26 && byte !== 0x3c && byte !== 0x3e;
}

/** Of a control character that is no line end or tab, or of what begins a character from U+FFC0 on. */
function assertAllowed(bytes: Uint8Array, at: number): void {
  const byte = bytes[at] ?? 0;
  if (byte < 0x20) throw forbidden(byte);
  const last = bytes[at + 2] ?? 0;
  if (last >= 0xbe) throw forbidden(0xff40 + last);
}

function forbidden(code: number): Error {
  return new Error(`a character that XML cannot hold: U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
}
