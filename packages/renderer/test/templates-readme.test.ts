import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PROPERTIES } from "../src/page/style-properties.ts";
import { BLOCKS, FUNCTIONS } from "../src/template/template-functions.ts";
import { VOCABULARY } from "../src/page/vocabulary.ts";

const readme = readFileSync(new URL("../../../templates/README.md", import.meta.url), "utf8");

describe("templates/README.md", () => {
  it.each(Object.keys(VOCABULARY).filter((tag) => tag !== "body"))("documents <%s>", (tag) => {
    expect(tag === "h2" ? readme : readme.match(new RegExp(`\`${tag}\``))?.[0]).toContain(tag);
  });

  it.each(Object.keys(PROPERTIES).filter((name) => !/^(?:border|padding)-(?:top|right|bottom|left)$/.test(name)))(
    "documents %s",
    (name) => {
      expect(readme).toContain(name);
    },
  );

  it.each([...BLOCKS, ...Object.keys(FUNCTIONS)])("documents the function %s", (name) => {
    expect(readme).toMatch(new RegExp(`[#(]${name} `));
  });
});
