import { dirname } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import firstTier from "./vitest.config.ts";

/**
 * The first test that fails ends the run of a mutant: tests beside the mutated file come first, those that walk
 * through all disclosed forms last. Stryker says in `related` which file that is.
 */
class LikelyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = this.ctx.config.related?.map((file) => dirname(file)) ?? [];
    const rank = ({ moduleId }: TestSpecification): number =>
      /corpus/u.test(moduleId) ? 2 : mutated.includes(dirname(moduleId)) ? 0 : 1;
    return files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

// What a mutant of core must survive: core's own tests, and no test of a package above it. Nor a property test: random
// forms notice by luck, and the same program shall have the same score twice.
export default defineConfig({
  ...firstTier,
  test: {
    ...firstTier.test,
    include: ["packages/core/src/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/*.property.test.ts"],
    isolate: false,
    sequence: { sequencer: LikelyFirst },
  },
});
