import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import firstTier from "./vitest.config.ts";

// The second tier reads our documents with other people's programs (LibreOffice, poppler, qpdf). A file that starts
// LibreOffice gives it a profile of its own, so files run side by side. Whatever fonts a machine has, or has not, these
// programs find the product's own faces: with others their pages break elsewhere, and without Chinese ones they are blank.
export default defineConfig({
  ...firstTier,
  test: {
    ...firstTier.test,
    include: ["packages/*/{src,test}/**/*.interop.test.ts", "apps/*/{src,test}/**/*.interop.test.ts"],
    exclude: ["**/dist/**", "**/node_modules/**"],
    env: {
      ...firstTier.test?.env,
      FONTCONFIG_FILE: fileURLToPath(new URL("packages/renderer/test/product-fonts.conf", import.meta.url)),
    },
    testTimeout: 300_000,
  },
});
