// Generated from rules/ by `npm run gen`. Do not edit.
import type { BatchRule } from "./batch-rule.ts";
import type { Rule } from "./rule.ts";
import acrossDepartmentDiffers from "./rules/across/department-differs.ts";
import acrossExpectedProjectMissing from "./rules/across/expected-project-missing.ts";
import acrossFormHandedInTwice from "./rules/across/form-handed-in-twice.ts";
import acrossFullMarksShare from "./rules/across/full-marks-share.ts";
import acrossGoalCopiedBetweenProjects from "./rules/across/goal-copied-between-projects.ts";
import acrossIndicatorsCopiedBetweenProjects from "./rules/across/indicators-copied-between-projects.ts";
import acrossSameAnswerScoredDifferently from "./rules/across/same-answer-scored-differently.ts";
import acrossSameMissDeductedDifferently from "./rules/across/same-miss-deducted-differently.ts";
import acrossSameNameDifferentProjects from "./rules/across/same-name-different-projects.ts";
import acrossSameProjectConflicting from "./rules/across/same-project-conflicting.ts";
import acrossUnexpectedProject from "./rules/across/unexpected-project.ts";
import acrossYearDiffers from "./rules/across/year-differs.ts";
import fundsCarryoverProjectWithoutCarryover from "./rules/funds/carryover-project-without-carryover.ts";
import fundsExecutionRateMismatch from "./rules/funds/execution-rate-mismatch.ts";
import fundsExecutionScoreMismatch from "./rules/funds/execution-score-mismatch.ts";
import fundsLowExecutionWithoutReason from "./rules/funds/low-execution-without-reason.ts";
import fundsNoAnnualBudget from "./rules/funds/no-annual-budget.ts";
import fundsNothingSpent from "./rules/funds/nothing-spent.ts";
import fundsPartRowScored from "./rules/funds/part-row-scored.ts";
import fundsPartsTotalMismatch from "./rules/funds/parts-total-mismatch.ts";
import fundsSpentOverBudget from "./rules/funds/spent-over-budget.ts";
import fundsZeroInitialBudget from "./rules/funds/zero-initial-budget.ts";
import indicatorsActualBlank from "./rules/indicators/actual-blank.ts";
import indicatorsAnswerOfAnotherKind from "./rules/indicators/answer-of-another-kind.ts";
import indicatorsComparatorAgainstNature from "./rules/indicators/comparator-against-nature.ts";
import indicatorsContradictsFunds from "./rules/indicators/contradicts-funds.ts";
import indicatorsDuplicateName from "./rules/indicators/duplicate-name.ts";
import indicatorsFarAboveTarget from "./rules/indicators/far-above-target.ts";
import indicatorsGroupMissing from "./rules/indicators/group-missing.ts";
import indicatorsImplausiblePercentage from "./rules/indicators/implausible-percentage.ts";
import indicatorsMeasuresSpendingOnly from "./rules/indicators/measures-spending-only.ts";
import indicatorsNoteCorrectsValue from "./rules/indicators/note-corrects-value.ts";
import indicatorsNoteUnitMismatch from "./rules/indicators/note-unit-mismatch.ts";
import indicatorsPercentageOverHundred from "./rules/indicators/percentage-over-hundred.ts";
import indicatorsSatisfactionMisplaced from "./rules/indicators/satisfaction-misplaced.ts";
import indicatorsStrictComparatorMetByEquality from "./rules/indicators/strict-comparator-met-by-equality.ts";
import indicatorsTargetBlank from "./rules/indicators/target-blank.ts";
import indicatorsTargetCannotFail from "./rules/indicators/target-cannot-fail.ts";
import indicatorsTargetWithoutFigure from "./rules/indicators/target-without-figure.ts";
import indicatorsUnderWrongGroup from "./rules/indicators/under-wrong-group.ts";
import indicatorsUnitMismatch from "./rules/indicators/unit-mismatch.ts";
import indicatorsUnitMissing from "./rules/indicators/unit-missing.ts";
import indicatorsUnitUnlikeName from "./rules/indicators/unit-unlike-name.ts";
import privacyBankCard from "./rules/privacy/bank-card.ts";
import privacyEMail from "./rules/privacy/e-mail.ts";
import privacyIdNumber from "./rules/privacy/id-number.ts";
import privacyMobileNumber from "./rules/privacy/mobile-number.ts";
import privacyRowWithheld from "./rules/privacy/row-withheld.ts";
import readingCellUnreadable from "./rules/reading/cell-unreadable.ts";
import readingEditionMismatch from "./rules/reading/edition-mismatch.ts";
import readingTextLeftOver from "./rules/reading/text-left-over.ts";
import scoresAboveDue from "./rules/scores/above-due.ts";
import scoresBelowDue from "./rules/scores/below-due.ts";
import scoresDeductionWithoutReason from "./rules/scores/deduction-without-reason.ts";
import scoresFullMarksThoughMissed from "./rules/scores/full-marks-though-missed.ts";
import scoresGradeMismatch from "./rules/scores/grade-mismatch.ts";
import scoresMetButDeducted from "./rules/scores/met-but-deducted.ts";
import scoresOnGradeBorder from "./rules/scores/on-grade-border.ts";
import scoresOutsideTier from "./rules/scores/outside-tier.ts";
import scoresReasonWithoutDeduction from "./rules/scores/reason-without-deduction.ts";
import scoresScoreMissing from "./rules/scores/score-missing.ts";
import scoresScoreOverWeight from "./rules/scores/score-over-weight.ts";
import scoresTotalMismatch from "./rules/scores/total-mismatch.ts";
import scoresUniformDeductions from "./rules/scores/uniform-deductions.ts";
import weightsExecutionWeightOff from "./rules/weights/execution-weight-off.ts";
import weightsGroupOffNorm from "./rules/weights/group-off-norm.ts";
import weightsGroupPointsMismatch from "./rules/weights/group-points-mismatch.ts";
import weightsSumNotHundred from "./rules/weights/sum-not-hundred.ts";
import weightsTotalMismatch from "./rules/weights/total-mismatch.ts";
import weightsWeightMissing from "./rules/weights/weight-missing.ts";
import weightsWeightOverCap from "./rules/weights/weight-over-cap.ts";
import wordingCaptionLeft from "./rules/wording/caption-left.ts";
import wordingDoubledWords from "./rules/wording/doubled-words.ts";
import wordingGoalBlank from "./rules/wording/goal-blank.ts";
import wordingGoalCopiedAsResult from "./rules/wording/goal-copied-as-result.ts";
import wordingGradeSpelling from "./rules/wording/grade-spelling.ts";
import wordingInstructionTextLeft from "./rules/wording/instruction-text-left.ts";
import wordingMarkupLeft from "./rules/wording/markup-left.ts";
import wordingNameBlank from "./rules/wording/name-blank.ts";
import wordingNameRepeatsGroup from "./rules/wording/name-repeats-group.ts";
import wordingPlaceholderLeft from "./rules/wording/placeholder-left.ts";
import wordingResultBlank from "./rules/wording/result-blank.ts";
import wordingSameReasonRepeated from "./rules/wording/same-reason-repeated.ts";
import wordingStrayBlanks from "./rules/wording/stray-blanks.ts";
import wordingTargetCannotBelong from "./rules/wording/target-cannot-belong.ts";
import wordingTextCutOff from "./rules/wording/text-cut-off.ts";

export const RULES: readonly Rule[] = [
  fundsCarryoverProjectWithoutCarryover,
  fundsExecutionRateMismatch,
  fundsExecutionScoreMismatch,
  fundsLowExecutionWithoutReason,
  fundsNoAnnualBudget,
  fundsNothingSpent,
  fundsPartRowScored,
  fundsPartsTotalMismatch,
  fundsSpentOverBudget,
  fundsZeroInitialBudget,
  indicatorsActualBlank,
  indicatorsAnswerOfAnotherKind,
  indicatorsComparatorAgainstNature,
  indicatorsContradictsFunds,
  indicatorsDuplicateName,
  indicatorsFarAboveTarget,
  indicatorsGroupMissing,
  indicatorsImplausiblePercentage,
  indicatorsMeasuresSpendingOnly,
  indicatorsNoteCorrectsValue,
  indicatorsNoteUnitMismatch,
  indicatorsPercentageOverHundred,
  indicatorsSatisfactionMisplaced,
  indicatorsStrictComparatorMetByEquality,
  indicatorsTargetBlank,
  indicatorsTargetCannotFail,
  indicatorsTargetWithoutFigure,
  indicatorsUnderWrongGroup,
  indicatorsUnitMismatch,
  indicatorsUnitMissing,
  indicatorsUnitUnlikeName,
  privacyBankCard,
  privacyEMail,
  privacyIdNumber,
  privacyMobileNumber,
  privacyRowWithheld,
  readingCellUnreadable,
  readingEditionMismatch,
  readingTextLeftOver,
  scoresAboveDue,
  scoresBelowDue,
  scoresDeductionWithoutReason,
  scoresFullMarksThoughMissed,
  scoresGradeMismatch,
  scoresMetButDeducted,
  scoresOnGradeBorder,
  scoresOutsideTier,
  scoresReasonWithoutDeduction,
  scoresScoreMissing,
  scoresScoreOverWeight,
  scoresTotalMismatch,
  scoresUniformDeductions,
  weightsExecutionWeightOff,
  weightsGroupOffNorm,
  weightsGroupPointsMismatch,
  weightsSumNotHundred,
  weightsTotalMismatch,
  weightsWeightMissing,
  weightsWeightOverCap,
  wordingCaptionLeft,
  wordingDoubledWords,
  wordingGoalBlank,
  wordingGoalCopiedAsResult,
  wordingGradeSpelling,
  wordingInstructionTextLeft,
  wordingMarkupLeft,
  wordingNameBlank,
  wordingNameRepeatsGroup,
  wordingPlaceholderLeft,
  wordingResultBlank,
  wordingSameReasonRepeated,
  wordingStrayBlanks,
  wordingTargetCannotBelong,
  wordingTextCutOff,
];

export const BATCH_RULES: readonly BatchRule[] = [
  acrossDepartmentDiffers,
  acrossExpectedProjectMissing,
  acrossFormHandedInTwice,
  acrossFullMarksShare,
  acrossGoalCopiedBetweenProjects,
  acrossIndicatorsCopiedBetweenProjects,
  acrossSameAnswerScoredDifferently,
  acrossSameMissDeductedDifferently,
  acrossSameNameDifferentProjects,
  acrossSameProjectConflicting,
  acrossUnexpectedProject,
  acrossYearDiffers,
];
