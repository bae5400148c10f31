import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeXml } from "./xml-text.ts";
import { XmlWriter } from "./xml-writer.ts";

const written = (write: (out: XmlWriter) => void): string => {
  const out = new XmlWriter();
  write(out);
  return Buffer.from(out.take()).toString("utf8");
};

describe("XmlWriter", () => {
  it("writes what joining escaped strings gives, also beyond its first buffer", () => {
    const text = fc.string({
      unit: fc.constantFrom(
        "甲",
        "a",
        "&",
        "<",
        ">",
        '"',
        "，",
        "\u{20BB7}",
        "\uFFC0",
        "\uD7FF",
        "\uE000",
        "\n",
        "\u007F",
        "\u0080",
        "\u07FF",
        "\u0800",
      ),
    });
    const pieces = fc.array(fc.tuple(text, text, fc.constantFrom(1, 1, 1, 40_000)));
    fc.assert(
      fc.property(pieces, (all) => {
        const made = written((out) => {
          for (const [markup, value, times] of all) {
            out.markup(markup);
            out.piece(Buffer.from(markup));
            out.text(value.repeat(times));
          }
        });
        const escaped = (value: string) => escapeXml(value).replaceAll("&quot;", '"');
        const expected = all.map(([markup, value, times]) => markup + markup + escaped(value.repeat(times))).join("");
        expect(made === expected).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("begins anew after what was taken", () => {
    const out = new XmlWriter();
    out.text("甲");
    expect(out.length).toBe(3);
    out.take();
    out.text("b");
    expect(Buffer.from(out.take()).toString()).toBe("b");
  });

  it.each([
    ["\u0001", "U+0001"],
    ["文\u000B", "U+000B"],
    ["\u001F&", "U+001F"],
    ["\uFFFE", "U+FFFE"],
    ["文\uFFFF", "U+FFFF"],
    ["\uD800", "surrogate"],
    ["a\uDC00b", "surrogate"],
  ])("refuses what XML cannot hold: %j", (text, reason) => {
    expect(() => written((out) => out.text(text))).toThrow(reason);
  });

  it.each(["\u0080\u07FF\u0800\uD7FF\uE000", "\uFFC0", "\uFFFD", "\uF900", "\u{10FFFF}", "\t\r\n"])(
    "takes %j",
    (text) => {
      expect(written((out) => out.text(text))).toBe(text);
    },
  );
});
