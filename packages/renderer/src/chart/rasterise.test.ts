import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ChartTextError, chartFonts } from "./chart-fonts.ts";
import { drawChart } from "./draw-chart.ts";
import { rasterise } from "./rasterise.ts";

const drawing = (label: string) =>
  drawChart("rates", {
    kind: "bars",
    caption: "图",
    alt: "执行率",
    bars: [{ label, percent: "99.59", text: "99.59%" }],
  });

/** Dots of a PNG as resvg writes it (8 bits, RGBA), filters undone. */
function dotsOf(png: Uint8Array): { width: number; height: number; dots: Buffer } {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([...bytes.subarray(24, 26)]).toEqual([8, 6]);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * 4;
  const dots = Buffer.alloc(line * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (line + 1)] ?? 0;
    for (let at = 0; at < line; at++) {
      const left = at < 4 ? 0 : (dots[row * line + at - 4] ?? 0);
      const up = row === 0 ? 0 : (dots[(row - 1) * line + at] ?? 0);
      const corner = row === 0 || at < 4 ? 0 : (dots[(row - 1) * line + at - 4] ?? 0);
      const from = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      dots[row * line + at] = (raw[row * (line + 1) + 1 + at] ?? 0) + from;
    }
  }
  return { width, height, dots };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Share of dark dots in the column of names. */
function inkOfName(png: Uint8Array): number {
  const { width, height, dots } = dotsOf(png);
  let ink = 0;
  for (let y = 0; y < Math.floor(height / 3); y++) {
    for (let x = 0; x < 520; x++) if ((dots[(y * width + x) * 4] ?? 255) < 128) ink++;
  }
  return ink;
}

describe("rasterise", () => {
  it("gives three dots a point, and the same bytes each time", () => {
    const first = rasterise(drawing("数字经济工作经费"));
    const { width, height } = dotsOf(first);
    expect([width, height]).toEqual([1290, 123]);
    expect(Buffer.from(rasterise(drawing("数字经济工作经费"))).equals(Buffer.from(first))).toBe(true);
  });

  it("draws the text: a longer name leaves more ink", () => {
    const [short, long] = [inkOfName(rasterise(drawing("数"))), inkOfName(rasterise(drawing("数字经济工作经费")))];
    expect(short).toBeGreaterThan(60);
    expect(long).toBeGreaterThan(4 * short);
  });

  it("sets a character from the next face that has it, and refuses one that none has", () => {
    const [hei, song] = chartFonts();
    if (hei === undefined || song === undefined) throw new Error("fonts missing");
    const without = { ...hei, has: (code: number) => code !== 0x6570 && hei.has(code) };
    expect(inkOfName(rasterise(drawing("数"), [without, song]))).toBeGreaterThan(60);
    expect(() => rasterise(drawing("数"), [without])).toThrow(ChartTextError);
    expect(() => rasterise(drawing("甲\u{10FFFD}"))).toThrow(/U\+10FFFD）在“.*甲/);
    expect(inkOfName(rasterise(drawing("数\u200B")))).toBe(inkOfName(rasterise(drawing("数"))));
  });

  it("draws characters beyond the basic plane, which only the font packed as WOFF has", () => {
    const [blank, rare] = [inkOfName(rasterise(drawing("数"))), inkOfName(rasterise(drawing("数𠮷\u{2A6DE}")))];
    expect(rare).toBeGreaterThan(blank + 120);
  });
});
