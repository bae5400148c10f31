import { defineConfig } from "vitest/config";
import firstTier from "./vitest.config.ts";

// The second tier reads our documents with other people's programs (LibreOffice, poppler, qpdf). A file that starts
// LibreOffice gives it a profile of its own, so files run side by side.
export default defineConfig({
  ...firstTier,
  test: {
    ...firstTier.test,
    include: ["packages/*/{src,test}/**/*.interop.test.ts", "apps/*/{src,test}/**/*.interop.test.ts"],
    exclude: ["**/dist/**", "**/node_modules/**"],
    testTimeout: 300_000,
  },
});
