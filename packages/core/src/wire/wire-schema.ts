/** The wire shape `zipingbiao/form@1` as a zod schema; the JSON Schema is made from it. */
import { z } from "zod";
import { EDITIONS } from "../edition/recognise.ts";
import { PLAIN_DECIMAL } from "../values/decimal.ts";

export const FORM_SCHEMA_ID = "zipingbiao/form@1";
/** Several forms in their order as `forms`, beside what else a document about all of them says. */
export const FORMS_SCHEMA = "zipingbiao/forms@1";

/** The longest text of one field, in UTF-16 units. Chromium prints longer paragraphs incompletely, without an error. */
export const MAX_TEXT = 20_000;
/** The most indicator rows of one form. */
export const MAX_INDICATORS = 500;

// Control characters, lone surrogates and U+FFFE/U+FFFF cannot stand in XML, so no document could carry them.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

const text = z
  .string()
  .max(MAX_TEXT, `文字超过 ${MAX_TEXT} 字`)
  .refine((value) => !FORBIDDEN.test(value), "含有不能写入文档的控制字符或残缺字符");
const decimalText = z.string().regex(PLAIN_DECIMAL, "应为不带千分位、不带百分号的十进制数，例如 2936.70");
const decimalCell = decimalText.nullable();
const path = z.string().min(1).max(200);

const origin = z.strictObject({
  file: text,
  line: z.int().positive().optional(),
  page: z.int().positive().optional(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().optional(),
  sheet: text.optional(),
  cell: text.optional(),
  table: z.int().positive().optional(),
  row: z.int().positive().optional(),
  column: z.int().positive().optional(),
});

const fundLine = z.strictObject({
  initialBudget: decimalCell,
  annualBudget: decimalCell,
  annualExecution: decimalCell,
  weight: decimalCell,
  executionRate: decimalCell,
  score: decimalCell,
});

const indicator = z.strictObject({
  level1: text,
  level2: text,
  name: text,
  target: text,
  actual: text,
  weight: decimalCell,
  score: decimalCell,
  deviationNote: text,
});

const unreadablePlace = z.strictObject({
  at: path,
  text,
  origin,
  reason: text,
  candidates: z.array(text).readonly().optional(),
});

const revision = z.strictObject({
  number: z.int().positive(),
  previous: z.string().regex(/^[0-9a-f]{64}$/, "应为 64 位十六进制的 sha256"),
  reason: text,
  date: z.iso.date("应为 YYYY-MM-DD"),
  changes: z
    .array(z.strictObject({ at: path, before: text, after: text, cause: z.enum(["asked", "derived"]) }))
    .readonly(),
});

/** One form on the wire. Unknown members are refused, so that a misspelt field is never lost in silence. */
export const wireFormSchema = z
  .strictObject({
    schema: z.literal(FORM_SCHEMA_ID),
    edition: z.enum(EDITIONS.map((edition) => edition.id)),
    fiscalYear: z.int().min(1990).max(2999),
    title: text,
    projectName: text,
    projectCode: text.optional(),
    competentDepartment: text,
    implementingUnit: text,
    currencyUnit: z.enum(["元", "万元"]),
    funds: z.strictObject({
      total: fundLine,
      currentYearAppropriation: fundLine,
      carryover: fundLine,
      otherFunds: fundLine,
    }),
    overallGoal: z.strictObject({ expected: text, actual: text }),
    indicators: z.array(indicator).max(MAX_INDICATORS, `指标超过 ${MAX_INDICATORS} 行`),
    totalWeight: decimalCell,
    totalScore: decimalCell,
    rating: text.nullable(),
    notes: text.optional(),
    origin: z.record(path, origin).optional(),
    leftovers: z.array(z.strictObject({ text, origin })).optional(),
    unreadable: z.array(unreadablePlace).optional(),
    revision: revision.optional(),
  })
  .meta({
    title: "财政项目支出绩效自评表",
    description: "金额、比率、分值、得分均为十进制数文本；空白单元格为 null。",
  });

/** A form as it stands in JSON. */
export type WireForm = z.output<typeof wireFormSchema>;
