// Generated from rules/ by `npm run gen`. Do not edit.
import type { BatchRule } from "./batch-rule.ts";
import type { Rule } from "./rule.ts";
import fundsExecutionRateMismatch from "./rules/funds/execution-rate-mismatch.ts";
import fundsExecutionScoreMismatch from "./rules/funds/execution-score-mismatch.ts";
import fundsPartsTotalMismatch from "./rules/funds/parts-total-mismatch.ts";
import scoresGradeMismatch from "./rules/scores/grade-mismatch.ts";
import scoresScoreOverWeight from "./rules/scores/score-over-weight.ts";
import scoresTotalMismatch from "./rules/scores/total-mismatch.ts";
import weightsSumNotHundred from "./rules/weights/sum-not-hundred.ts";
import weightsTotalMismatch from "./rules/weights/total-mismatch.ts";

export const RULES: readonly Rule[] = [
  fundsExecutionRateMismatch,
  fundsExecutionScoreMismatch,
  fundsPartsTotalMismatch,
  scoresGradeMismatch,
  scoresScoreOverWeight,
  scoresTotalMismatch,
  weightsSumNotHundred,
  weightsTotalMismatch,
];

export const BATCH_RULES: readonly BatchRule[] = [];
