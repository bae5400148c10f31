/** A part of a source that no edition fits → the known layout that it is, by its title and its heads. */
import { EDITIONS, KNOWN_LAYOUTS, type KnownLayout } from "@zipingbiao/core";
import { fold, foldCaption } from "../lines/normalise.ts";
import { Refusal, shorten } from "../refusal.ts";

/** Titles and heads stand in the first part of a form; what follows is content. */
const MAX_ROWS = 400;
const MAX_TEXT = 60_000;
/** How far down a title may stand: 附件2, a date and a unit come before it. */
const TITLE_REACH = 8;

/**
 * The refusal of a part whose rows read `texts`: where it says 未识别的版式 and exactly one known layout fits, it says which
 * one it is. Any other refusal stays as it is, and so does one that two layouts fit.
 */
export function namedRefusal(refusal: Refusal, texts: readonly string[]): Refusal {
  if (refusal.code !== "unrecognised-layout") return refusal;
  const [layout, ...others] = layoutsOf(texts);
  if (layout === undefined || others.length > 0) return refusal;
  const editions = EDITIONS.map(({ name }) => name).join("、");
  return new Refusal(
    "known-layout",
    refusal.place,
    `「${layout.name}」可识别，尚不能评分。`,
    `${evidence(layout, texts)}与能读的版式不同，没有读入任何数据。`,
    `${layout.next}目前能读的是：${editions}。`,
  );
}

/** All known layouts that fit these rows; more than one is no answer. */
export function layoutsOf(texts: readonly string[]): readonly KnownLayout[] {
  const titles = titlesOf(texts);
  const whole = wholeOf(texts);
  return KNOWN_LAYOUTS.filter(
    ({ title, runs, never }) =>
      (title === undefined || titles.some((text) => title.test(text))) &&
      runs.every((spellings) => spellings.some((run) => whole.includes(fold(run)))) &&
      !never.some((run) => whole.includes(fold(run))),
  );
}

// A title is short and is no sentence; a table's title may stand in a merged cell that repeats it.
function titlesOf(rows: readonly string[]): readonly string[] {
  return rows.slice(0, TITLE_REACH).flatMap((row) =>
    row
      .split("\t")
      .slice(0, 4)
      .map((cell) => (cell.length > 200 ? "" : foldCaption(cell)))
      .filter((cell) => cell.length >= 4 && cell.length <= 60 && !/[。；，,;]/u.test(cell)),
  );
}

function wholeOf(texts: readonly string[]): string {
  const rows = texts.slice(0, MAX_ROWS).map((text) => fold(text.slice(0, MAX_TEXT)));
  return rows.join("").slice(0, MAX_TEXT);
}

function evidence({ title, runs }: KnownLayout, texts: readonly string[]): string {
  const printed = title === undefined ? undefined : titlesOf(texts).find((text) => title.test(text));
  const whole = wholeOf(texts);
  const heads = runs.flatMap((spellings) => spellings.find((run) => whole.includes(fold(run))) ?? []);
  const seen = [
    ...(printed === undefined ? [] : [`标题「${shorten(printed)}」`]),
    ...heads.map((run) => `栏目「${run}」`),
  ];
  return `从${seen.join("、")}看出；`;
}
