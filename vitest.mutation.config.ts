import { defineConfig } from "vitest/config";
import firstTier from "./vitest.config.ts";

// What a mutant of core must survive: core's own tests, and no test of a package above it.
export default defineConfig({
  ...firstTier,
  test: { ...firstTier.test, include: ["packages/core/src/**/*.test.ts"], isolate: false },
});
