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
    if (!SPECIAL.test(text)) {
      this.markup(text);
      return;
    }
    assertXmlText(text);
    this.markup(escapeXmlText(text));
  }

  #grow(size: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(size, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** Escaped, or perhaps forbidden. */
const SPECIAL = /[&<>\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
