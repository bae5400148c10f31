import { defineConfig } from "vitest/config";
import firstTier from "./vitest.config.ts";

// The second tier reads our documents with other people's programs (LibreOffice, poppler, qpdf, Redis), one file at a time:
// these programs keep a profile or a port that two runs would share.
export default defineConfig({
  ...firstTier,
  test: {
    ...firstTier.test,
    include: ["packages/*/{src,test}/**/*.interop.test.ts", "apps/*/{src,test}/**/*.interop.test.ts"],
    exclude: ["**/dist/**", "**/node_modules/**"],
    fileParallelism: false,
    testTimeout: 300_000,
  },
});
