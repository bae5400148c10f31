/** Markup and texts → the bytes of an XML part. */
import { assertXmlText, escapeXmlText } from "./xml-text.ts";

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
    if (text.length <= SHORT && this.#short(text)) return;
    if (!SPECIAL.test(text)) {
      this.markup(text);
      return;
    }
    assertXmlText(text);
    this.markup(escapeXmlText(text));
  }

  /** Encodes a text by hand; `false` for one with something special, of which nothing is written. */
  #short(text: string): boolean {
    const room = this.#length + text.length * 3;
    if (room > this.#bytes.length) this.#grow(room);
    const bytes = this.#bytes;
    let end = this.#length;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0x80) {
        if (code < 0x20 || code === 0x26 || code === 0x3c || code === 0x3e) return false;
        bytes[end++] = code;
      } else if (code < 0x800) {
        bytes[end++] = 0xc0 | (code >> 6);
        bytes[end++] = 0x80 | (code & 0x3f);
      } else {
        if (code >= 0xd800 && (code < 0xe000 || code >= 0xfffe)) return false;
        bytes[end++] = 0xe0 | (code >> 12);
        bytes[end++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[end++] = 0x80 | (code & 0x3f);
      }
    }
    this.#length = end;
    return true;
  }

  #grow(size: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(size, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** Characters up to which it is quicker to encode by hand than to call out of the engine: most cells. */
const SHORT = 24;

/** Escaped, or perhaps forbidden. */
const SPECIAL = /[&<>\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
