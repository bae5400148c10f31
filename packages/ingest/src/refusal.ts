/** Why a part of a source gives no form. Thrown by the readers, caught once for each part in `read-forms.ts`. */
import { EDITIONS, type Origin } from "@zipingbiao/core";
import type { ReadProblem, ReadProblemCode } from "./read-result.ts";

/** Where a refused part begins: a line of a text (a bare number is one), a cell or sheet of a workbook, a cell of a table. */
export type Place = Pick<Origin, (typeof MEMBERS)[number]>;

const MEMBERS = ["line", "page", "sheet", "cell", "table", "row", "column"] as const;

/** A part of the source that is refused. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ReadProblemCode;
  readonly place: Place;
  readonly what: string;
  readonly why: string;
  readonly next: string;

  constructor(code: ReadProblemCode, place: Place | number | undefined, what: string, why: string, next: string) {
    super(what + why);
    this.code = code;
    this.place = typeof place === "number" ? { line: place } : (place ?? {});
    this.what = what;
    this.why = why;
    this.next = next;
  }

  /** The refusal as it is told to the clerk. */
  toProblem(file: string): ReadProblem {
    const { code, place, what, why, next } = this;
    return { code, file, ...placed(place), what, why, next };
  }
}

/** The members of a place that are there, for a problem. */
export function placed(place: Place): Pick<ReadProblem, (typeof MEMBERS)[number]> {
  return Object.fromEntries(MEMBERS.flatMap((name) => (place[name] === undefined ? [] : [[name, place[name]]])));
}

/** 未识别的版式: what was seen at `place`, and what a form of a known edition would have there. */
export function unrecognised(place: Place | number | undefined, seen: string, missing: string): Refusal {
  const known = EDITIONS.map((edition) => edition.name).join("、");
  return new Refusal(
    "unrecognised-layout",
    place,
    "未识别的版式。",
    `此处看到「${shorten(seen)}」，缺少：${missing}。`,
    `目前能读的是：${known}。请核对是否交错了表，或按其中一种版式重新填报。`,
  );
}

/** A form that stops before its end. */
export function truncated(place: Place | number | undefined, last: string, missing: string): Refusal {
  return new Refusal(
    "truncated",
    place,
    "表格不完整，没有读取。",
    `文字到「${shorten(last)}」为止，缺少：${missing}。残缺的表读出来会错位，所以整份不读。`,
    "请重新导出完整的表再读。",
  );
}

/** At most 60 characters of a text, for a message. */
export function shorten(text: string): string {
  const single = text.slice(0, 400).replaceAll(/\s+/gu, " ").trim();
  const chars = [...single];
  return chars.length <= 60 ? single : `${chars.slice(0, 60).join("")}…`;
}
