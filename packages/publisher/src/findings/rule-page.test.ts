import { expect, it } from "vitest";
import { rulePages } from "./rule-page.ts";

it("puts every example of every rule in words", () => {
  const wordless = rulePages().filter(({ examples }) =>
    [...examples.bad, ...examples.good, ...examples.uncheckable].some((words) => words.trim() === ""),
  );
  expect(wordless.map(({ id }) => id)).toEqual([]);
});
