/** XML as bytes. */

/** The longest thing that a character becomes: `&quot;`. */
const LONGEST = 6;

const AMPERSAND = Buffer.from("&amp;");
const LESS = Buffer.from("&lt;");
const GREATER = Buffer.from("&gt;");
const QUOTE = Buffer.from("&quot;");

/**
 * Writes into one buffer, which serves document after document. To join strings and encode the whole afterwards takes
 * three times as long: most of a document is the same few dozen pieces of markup, encoded once and copied from then on.
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
   * Text for an element or a double-quoted attribute. XML cannot hold some characters, and core refuses them when a form
   * is read, so one found here is a bug and throws.
   */
  text(text: string): void {
    const end = this.#length + text.length * LONGEST;
    if (end > this.#bytes.length) this.#grow(end);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < text.length; index += 1) {
      let code = text.charCodeAt(index);
      if (code < 0x80) {
        const reference = referenceOf(code);
        if (reference === undefined) bytes[at++] = code < 0x20 ? whiteSpace(code, index) : code;
        else {
          bytes.set(reference, at);
          at += reference.length;
        }
        continue;
      }
      if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
        continue;
      }
      if (code >= 0xd800 && code < 0xe000) {
        code = pairAt(text, index);
        index += 1;
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      } else if (code < 0xfffe) bytes[at++] = 0xe0 | (code >> 12);
      else throw forbidden(code, index);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
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
    case 0x22:
      return QUOTE;
    default:
      return undefined;
  }
}

/** A control character that is white space. */
function whiteSpace(code: number, index: number): number {
  if (code === 0x09 || code === 0x0a || code === 0x0d) return code;
  throw forbidden(code, index);
}

function pairAt(text: string, index: number): number {
  const code = text.codePointAt(index) ?? 0;
  if (code < 0x10000) throw new Error("half a surrogate pair");
  return code;
}

function forbidden(code: number, index: number): Error {
  const hex = code.toString(16).toUpperCase().padStart(4, "0");
  return new Error(`a character that XML cannot hold: U+${hex} at ${index}`);
}
