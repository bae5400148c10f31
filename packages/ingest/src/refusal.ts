/** Why a part of a source gives no form. Thrown by the readers, caught once for each part in `read-forms.ts`. */
import { EDITIONS } from "@zipingbiao/core";
import type { ReadProblem, ReadProblemCode } from "./read-result.ts";

/** A part of the source that is refused. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ReadProblemCode;
  readonly line: number | undefined;
  readonly what: string;
  readonly why: string;
  readonly next: string;

  constructor(code: ReadProblemCode, line: number | undefined, what: string, why: string, next: string) {
    super(what + why);
    this.code = code;
    this.line = line;
    this.what = what;
    this.why = why;
    this.next = next;
  }

  /** The refusal as it is told to the clerk. */
  toProblem(file: string): ReadProblem {
    const { code, line, what, why, next } = this;
    return { code, file, ...(line === undefined ? {} : { line }), what, why, next };
  }
}

/** 未识别的版式: what was seen at `line`, and what a form of a known edition would have there. */
export function unrecognised(line: number | undefined, seen: string, missing: string): Refusal {
  const known = EDITIONS.map((edition) => edition.name).join("、");
  return new Refusal(
    "unrecognised-layout",
    line,
    "未识别的版式。",
    `此处看到「${shorten(seen)}」，缺少：${missing}。`,
    `目前能读的是：${known}。请核对是否交错了表，或按其中一种版式重新填报。`,
  );
}

/** A form that stops before its end. */
export function truncated(line: number | undefined, last: string, missing: string): Refusal {
  return new Refusal(
    "truncated",
    line,
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
