/**
 * Forms that a printed page can tell: what is generated here must come back from what a document shows, to the letter.
 *
 * What no page can show is not generated, and this is the whole list of it: blanks at the ends of a text, several blanks
 * in a row, line ends and marks that draw nothing; a label of a group that is blank, or follows a different one of its own
 * text (merged cells show neither); a row of an indicator without name, values and figures; a blank rating, which looks
 * like a missing one; a unit of money that is not the edition's; the code of the project, which no document prints; a text
 * that is a caption of the form. A PDF keeps no blank at the end of a line and shows a mark together with its letter, so
 * `printed` texts have no blanks, no combining marks, and no Latin words too long for a line.
 */
import * as fc from "fast-check";
import { EDITIONS } from "../edition/recognise.ts";
import type { Edition } from "../edition/edition.ts";
import type { WireForm } from "../wire/wire-schema.ts";
import { decimalText } from "./form-arbitrary.ts";

/** `shown`: documents that keep their texts as characters. `printed`: those that keep glyphs in lines. */
export type Medium = "shown" | "printed";

const COMMON = Array.from(
  "数据绩效目标系统运行稳定满意服务对象的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分",
);
const MARKS = Array.from("，。；：、？！（）“”‘’《》【】〔〕—…·％‰℃㎡①⑩Ⅳ");
const SIGNS = Array.from("&<>\"'=+-@{}()[]#$%^*_~|\\/:;,.!?`");
const DIGITS = Array.from("0123456789０１２３９");
const WIDE = Array.from("ＡＢＣａｂｃ＝＋－＠｛｝＜＞＆");
/** Rare, and in a face that npm brings: a PDF can show them. */
const RARE = ["㐂", "䶮", "𠮷", "㙍", "镕", "喆", "堃", "曌"];
/** Between characters beside which a line may end, so that no line ends inside them. */
const WORDS = [
  "的IT系",
  "和App中",
  "用VPN网",
  "按GB/T要",
  "为ISO的",
  "在5G下",
  "约TB级",
  "从web端",
  "以x计",
  "至v2.0版",
];

const range = (from: number, to: number): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code));

const printedPiece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...COMMON) },
  { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 2, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 2, arbitrary: fc.constantFrom(...DIGITS, ...WIDE) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
);

const shownPiece = fc.oneof(
  { weight: 12, arbitrary: printedPiece },
  { weight: 2, arbitrary: range(0x4e00, 0x9fa5) },
  { weight: 1, arbitrary: range(0x3400, 0x4dbf) },
  { weight: 1, arbitrary: range(0x20000, 0x2a6df) },
  { weight: 1, arbitrary: range(0x00c0, 0x024f) },
  { weight: 1, arbitrary: range(0x0391, 0x03a1) },
  { weight: 1, arbitrary: fc.constantFrom("e\u0301", "n\u0303", "か\u3099", "ｱ", "ﾊﾟ", "한", "Ж", "½", "²", "🙂") },
  { weight: 2, arbitrary: fc.constant(" ") },
);

/** A text of up to so many pieces, not blank unless `maxLength` is 0. */
function prose(medium: Medium, minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(medium === "printed" ? printedPiece : shownPiece, { minLength, maxLength })
    .map((pieces) => tidy(pieces.join("")))
    .map((text) => (text === "" && minLength > 0 ? "文" : text));
}

/** One blank at most, none at the ends. */
function tidy(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

const amount = fc.option(
  fc.oneof(decimalText(0, 9_999_999_99), decimalText(-500_00, -1), fc.constantFrom("0", "12.5", "308", "1234567.125")),
  { nil: null },
);
const points = fc.option(fc.oneof(decimalText(0, 30_00), fc.constantFrom("5", "7.5")), { nil: null });

const line = fc.record({
  initialBudget: amount,
  annualBudget: amount,
  annualExecution: amount,
  weight: points,
  executionRate: points,
  score: points,
});

const LEVEL1 = ["成本指标", "产出指标", "效益指标", "满意度指标", "管理指标", "产出指标（50分）", "效益指标(30分)"];
const LEVEL2 = [
  "数量指标",
  "质量指标",
  "时效指标",
  "经济成本指标",
  "社会效益指标",
  "生态效益指标",
  "服务对象满意度指标",
];

const value = (medium: Medium): fc.Arbitrary<string> =>
  fc.oneof(
    prose(medium, 1, 25),
    fc
      .tuple(
        fc.constantFrom("≥", "≤", "=", ">", "<", ""),
        decimalText(0, 100_000_00),
        fc.constantFrom("(%)", "(次)", "(小时/天)", "%", "（万元）", ""),
      )
      .map((parts) => parts.join("")),
  );

function indicator(medium: Medium): fc.Arbitrary<WireForm["indicators"][number]> {
  return fc
    .record({
      level1: fc.constantFrom(...LEVEL1),
      level2: fc.constantFrom(...LEVEL2),
      name: prose(medium, 0, 30),
      target: fc.oneof({ weight: 9, arbitrary: value(medium) }, { weight: 1, arbitrary: fc.constant("") }),
      actual: fc.oneof({ weight: 9, arbitrary: value(medium) }, { weight: 1, arbitrary: fc.constant("") }),
      weight: points,
      score: points,
      deviationNote: fc.oneof(
        { weight: 3, arbitrary: fc.constant("") },
        { weight: 1, arbitrary: prose(medium, 1, 60) },
      ),
    })
    .map((row) => {
      const isShown = row.name !== "" || (row.weight !== null && row.target !== "");
      return isShown ? row : { ...row, name: "日常巡检次数" };
    });
}

/** 0 to 120 rows; most forms have about a dozen. */
function indicators(medium: Medium): fc.Arbitrary<WireForm["indicators"]> {
  const rows = (minLength: number, maxLength: number) => fc.array(indicator(medium), { minLength, maxLength });
  return fc.oneof(
    { weight: 14, arbitrary: rows(1, 16) },
    { weight: 1, arbitrary: rows(0, 0) },
    { weight: 1, arbitrary: rows(60, 120) },
  );
}

function goal(medium: Medium): fc.Arbitrary<string> {
  return fc.oneof({ weight: 8, arbitrary: prose(medium, 0, 120) }, { weight: 1, arbitrary: prose(medium, 400, 1500) });
}

function formOf({ id, currencyUnit, captions }: Edition, medium: Medium): fc.Arbitrary<WireForm> {
  const form = fc.record({
    schema: fc.constant("zipingbiao/form@1" as const),
    edition: fc.constant(id),
    fiscalYear: fc.integer({ min: 2016, max: 2035 }),
    title: fc.constant(captions.title),
    projectName: prose(medium, 1, 40),
    competentDepartment: prose(medium, 1, 25),
    implementingUnit: prose(medium, 0, 25),
    currencyUnit: fc.constant(currencyUnit),
    funds: fc.record({ total: line, currentYearAppropriation: line, carryover: line, otherFunds: line }),
    overallGoal: fc.record({ expected: goal(medium), actual: goal(medium) }),
    indicators: indicators(medium),
    totalWeight: points,
    totalScore: fc.option(decimalText(0, 100_00), { nil: null }),
    rating: fc.constantFrom(null, "优", "良", "中", "差", "优秀"),
  });
  const notes = fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: prose(medium, 1, 200) });
  return fc.tuple(form, notes).map(([each, text]) => (text === "" ? each : { ...each, notes: text }));
}

/** Forms of every edition. */
export function documentForm(medium: Medium): fc.Arbitrary<WireForm> {
  return fc.oneof(...EDITIONS.map((edition) => formOf(edition, medium)));
}
