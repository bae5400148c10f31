import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests run on the sources: every package's door has a `source` condition beside the built file.
export default defineConfig({
  ssr: {
    resolve: {
      // The others hold anyway, each where it should: named here, a package's `import` would answer a `require` as well.
      conditions: ["source", "node"],
      externalConditions: ["source", "node"],
    },
  },
  resolve: { conditions: ["source", "node"] },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "apps/*/src/**/*.test.ts",
      "apps/*/test/**/*.test.ts",
    ],
    exclude: ["**/dist/**", "**/node_modules/**", "**/*.interop.test.ts"],
    // The Open XML SDK is a .NET program and asks for libicu, which a bare Debian does not have.
    env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
    // By itself vitest leaves one of two processors idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
  },
});
