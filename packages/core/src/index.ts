/** The door of core: the model of a form, its scoring, its audit and its wire shape. Pure; no input or output. */
export { openBatchAudit } from "./audit/audit-batch.ts";
export type { BatchAudit, BatchFinding } from "./audit/audit-batch.ts";
export { auditForm } from "./audit/audit-form.ts";
export type { BatchExample, BatchRule, ExpectedProject } from "./audit/batch-rule.ts";
export { BATCH_RULES, RULES } from "./audit/registry.gen.ts";
export type { Facts, Observation, Patches, Rule, RuleContext, RuleWords } from "./audit/rule.ts";
export { NO_SETTINGS, severityOf } from "./audit/rule-settings.ts";
export type { RuleSettings } from "./audit/rule-settings.ts";
export { CERTAINTY_LABELS } from "./basis/citation.ts";
export type { Certainty, Citation } from "./basis/citation.ts";
export { COMPUTED_CELLS, computeCells } from "./correction/compute-cells.ts";
export { correctForm } from "./correction/correct-form.ts";
export type {
  AboutCorrection,
  AskedChange,
  Corrected,
  Correction,
  CorrectionRefusal,
  LeftCell,
} from "./correction/correction.ts";
export { diffForms } from "./correction/diff-forms.ts";
export type { FormDifference } from "./correction/diff-forms.ts";
export { differingCells } from "./correction/differing-cells.ts";
export type { CellDifference } from "./correction/differing-cells.ts";
export { blankIsNull } from "./correction/wire-cells.ts";
export { EDITIONS, findEdition, recognise } from "./edition/recognise.ts";
export type { SeenFrame } from "./edition/recognise.ts";
export {
  foreignCaptions,
  fundColumnSpellings,
  fundRowSpellings,
  indicatorColumnSpellings,
  missingCaptions,
  notesSpellings,
} from "./edition/caption-spellings.ts";
export type { SeenCaptions } from "./edition/caption-spellings.ts";
export type { CaptionSpellings, Captions, Edition, GradeBand, QualitativeTier } from "./edition/edition.ts";
export { KNOWN_LAYOUTS } from "./edition/known-layouts.ts";
export type { KnownLayout } from "./edition/known-layouts.ts";
export type { Grounded } from "./edition/grounded.ts";
export type { RulePack } from "./edition/rule-pack.ts";
export { compareFindings } from "./finding/finding.ts";
export type { Finding, Outcome } from "./finding/finding.ts";
export { countFindings } from "./finding/finding-counts.ts";
export type { FindingCounts } from "./finding/finding-counts.ts";
export { SEVERITY_LABELS, atLeast } from "./finding/severity.ts";
export type { Severity } from "./finding/severity.ts";
export type { Actual } from "./form/actual.ts";
export { FUND_PARTS } from "./form/fund-table.ts";
export type { FundLine, FundTable } from "./form/fund-table.ts";
export { readGroupLabel } from "./form/group-label.ts";
export type { GroupLabel } from "./form/group-label.ts";
export type { Indicator } from "./form/indicator.ts";
export { placeIn, proseOf, textAt } from "./form/place-in-form.ts";
export type { FormPlace, PlacedText } from "./form/place-in-form.ts";
export { labelIn } from "./form/self-evaluation-form.ts";
export type {
  Leftover,
  Revision,
  RevisionChange,
  SelfEvaluationForm,
  UnreadablePlace,
} from "./form/self-evaluation-form.ts";
export type { Comparator, Target } from "./form/target.ts";
export { editDistance } from "./place/edit-distance.ts";
export { BLANK, textOf, valueOf } from "./place/cell.ts";
export type { BlankCell, Cell, ReadCell, UnreadableCell } from "./place/cell.ts";
export {
  FUND_COLUMNS,
  FUND_ROWS,
  INDICATOR_FIELDS,
  fundPath,
  indicatorPath,
  labelOf,
  parseFormPath,
  pathRank,
} from "./place/form-path.ts";
export type { FormPath, FundColumn, FundRow, IndicatorField, SingleField } from "./place/form-path.ts";
export { formatOrigin } from "./place/origin.ts";
export type { Origin } from "./place/origin.ts";
export { findPersonalData } from "./privacy/find-personal-data.ts";
export type { PersonalData, PersonalDataKind } from "./privacy/find-personal-data.ts";
export { maskPersonalData } from "./privacy/mask-personal-data.ts";
export type { Due, Figure } from "./scoring/due.ts";
export { figuresOf, scoreForm } from "./scoring/score-form.ts";
export type { ScoreSheet } from "./scoring/score-form.ts";
export type { DueGrade, FundAmounts, ProjectLine, SummaryEntry } from "./summary/entry.ts";
export type {
  IndicatorCounts,
  IndicatorGroup,
  IndicatorLine,
  IndicatorResults,
  IndicatorSection,
  Judgement,
  PointsSum,
} from "./summary/indicator-results.ts";
export { REPORT_ROUNDING, printAmount, printAverage, printPercent, printShare } from "./summary/print-figures.ts";
export { type OpenSummary, openSummary, summarise } from "./summary/summarise.ts";
export type {
  AmountSum,
  Basics,
  Extreme,
  FundSums,
  GradeCount,
  LeftOutCell,
  Problems,
  Quotation,
  Quotations,
  Ranking,
  Results,
  RuleProblem,
  ScoreBand,
  Summary,
  SummaryScope,
} from "./summary/summary.ts";
export { formatDecimal, groupThousands, parseDecimal } from "./values/decimal.ts";
export type { Decimal } from "./values/decimal.ts";
export { addMoney, compareMoney, formatMoney, money, moneyIn } from "./values/money.ts";
export type { CurrencyUnit, Money } from "./values/money.ts";
export type { Quantity } from "./values/quantity.ts";
export { formatPercent, rateOf } from "./values/rate.ts";
export type { Rate } from "./values/rate.ts";
export type { Rounding, RoundingMode } from "./values/rounding.ts";
export { addScores, compareScores, formatScore } from "./values/score.ts";
export type { Score } from "./values/score.ts";
export { canonicalText, publishedForm } from "./wire/canonical-text.ts";
export { WireFormError, decodeForm, encodeForm, formJsonSchema } from "./wire/form-codec.ts";
export type { WireProblem } from "./wire/form-codec.ts";
export { FORMS_SCHEMA } from "./wire/wire-schema.ts";
export {
  LIST_HEAD_ROWS,
  TEMPLATE_NAME,
  TEMPLATE_SHEETS,
  TEMPLATE_VERSION,
  formColumnCount,
  indicatorListColumns,
  projectColumns,
  readTemplateMark,
  templateMark,
} from "./wire/template.ts";
export type { IndicatorColumn, ProjectColumn, TemplateLayout, TemplateMark } from "./wire/template.ts";
export {
  FIGURE_PLACE,
  TWIN_KINDS,
  TWIN_NAMESPACE,
  TWIN_SCRIPT_ID,
  isTwinKind,
  readTwinLabel,
  twinLabel,
} from "./wire/twin.ts";
export type { Twin, TwinKind } from "./wire/twin.ts";
export { FORM_SCHEMA_ID, MAX_INDICATORS, MAX_TEXT } from "./wire/wire-schema.ts";
export type { WireForm } from "./wire/wire-schema.ts";
