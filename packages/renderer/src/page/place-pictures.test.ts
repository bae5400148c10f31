import { describe, expect, it } from "vitest";
import type { Drawing } from "../chart/drawing.ts";
import { picturesInOrder, placePictures } from "./place-pictures.ts";

const drawing = (name: string): Drawing => ({
  name,
  svg: `<svg>${name}</svg>`,
  width: 1,
  height: 1,
  alt: name,
  caption: name,
});
const PICTURES = new Map(["a", "b"].map((name) => [name, drawing(name)] as const));

describe("the pictures of a page", () => {
  it("go into their places, however these are written", () => {
    const markup = '<figure data-chart="b"\n  class="wide">\n</figure><figure class="wide"  data-chart="a"></figure>';
    expect(placePictures(markup, PICTURES, "report.hbs")).toBe(
      '<figure data-chart="b"\n  class="wide" role="presentation"><svg>b</svg></figure>' +
        '<figure class="wide"  data-chart="a" role="presentation"><svg>a</svg></figure>',
    );
  });

  it("go into a place whose name stands in a line of its own", () => {
    const markup = '<figure\n  data-chart="a"></figure>';
    expect(placePictures(markup, new Map([["a", drawing("a")]]), "report.hbs")).toContain("<svg>a</svg></figure>");
  });

  it("are counted in the order of the page", () => {
    expect([...picturesInOrder(["b", "a"], PICTURES, "report.hbs").keys()]).toEqual(["b", "a"]);
  });

  it.each([
    [["a", "b", "c"], "没有名为 c 的图"],
    [["a", "b", "a"], "图 a 放了两次"],
    [["b"], "图 a 没有地方放"],
    [["constructor"], "没有名为 constructor 的图"],
  ])("are refused at %j", (places, reason) => {
    expect(() => picturesInOrder(places, PICTURES, "report.hbs")).toThrow(reason);
  });
});
