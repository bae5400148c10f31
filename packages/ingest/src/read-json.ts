/** JSON text → forms, through core's codec. */
import { FORMS_SCHEMA, type SelfEvaluationForm, WireFormError, decodeForm } from "@zipingbiao/core";
import type { ReadProblem } from "./read-result.ts";
import { type Place, placed } from "./refusal.ts";

/** Deeper than any form: forms in an array reach 6 (`[{revision:{changes:[{…}]}}]`). */
const MAX_DEPTH = 16;
/** The most forms of one JSON array. */
const MAX_FORMS = 5000;
const NEXT = "请对照 zpb schema 印出的格式改正后再读。";

/** What a JSON text gives. A form that is refused does not stop the others. */
export function readJson(text: string, file: string): { forms: SelfEvaluationForm[]; problems: ReadProblem[] } {
  const refuse = (code: ReadProblem["code"], what: string, why: string, next = NEXT) => ({
    forms: [],
    problems: [{ code, file, what, why, next }],
  });
  if (depthExceeds(text, MAX_DEPTH))
    return refuse("too-large", "JSON 嵌套过深。", `超过 ${MAX_DEPTH} 层，自评表不会有这么深。`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const line = lineOfSyntaxError(cause, text);
    const problem = {
      code: "not-json" as const,
      file,
      what: "JSON 解析失败。",
      why: `内容不完整或有语法错误${line === undefined ? "" : `，在第 ${line} 行附近`}。`,
      next: "请重新导出后再读。",
    };
    return { forms: [], problems: [line === undefined ? problem : { ...problem, line }] };
  }
  const entries = entriesOf(value);
  if (entries.length === 0) return refuse("empty", "JSON 数组是空的。", "里面没有一份自评表。");
  if (entries.length > MAX_FORMS)
    return refuse(
      "too-large",
      "JSON 里的表过多。",
      `共 ${entries.length} 份，上限 ${MAX_FORMS} 份。`,
      "请拆成几份再读。",
    );
  return decodeEntries(entries, file);
}

/** One form, an array of them, or an object that holds them beside other things. */
function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const isBundle = typeof value === "object" && value !== null && "schema" in value && value.schema === FORMS_SCHEMA;
  return isBundle && "forms" in value && Array.isArray(value.forms) ? value.forms : [value];
}

function decodeEntries(
  entries: readonly unknown[],
  file: string,
): { forms: SelfEvaluationForm[]; problems: ReadProblem[] } {
  const forms: SelfEvaluationForm[] = [];
  const problems: ReadProblem[] = [];
  for (const [at, entry] of entries.entries()) {
    try {
      forms.push(decodeForm(entry));
    } catch (cause) {
      if (!(cause instanceof WireFormError)) throw cause;
      problems.push(notAForm(cause, file, entries.length > 1 ? `第 ${at + 1} 份` : ""));
    }
  }
  return { forms, problems };
}

/** A refusal of the codec, told in one sentence; the first five places are named. */
export function notAForm(cause: WireFormError, file: string, which: string, place: Place = {}): ReadProblem {
  const shown = cause.problems.slice(0, 5).map(({ label, reason }) => `${label}：${reason}`);
  const more = cause.problems.length > 5 ? `；另有 ${cause.problems.length - 5} 处` : "";
  return {
    code: "not-a-form",
    file,
    ...placed(place),
    what: `${which}不是合格的自评表（zipingbiao/form@1）。`,
    why: `${shown.join("；")}${more}。`,
    next: NEXT,
  };
}

// JSON.parse would recurse as deep as the text asks; brackets are counted outside of strings first, in one pass.
function depthExceeds(text: string, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

/** Where the string that begins here has its closing quote, or the text its end. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function lineOfSyntaxError(cause: unknown, text: string): number | undefined {
  const at = cause instanceof SyntaxError ? /position (\d+)/u.exec(cause.message)?.[1] : undefined;
  if (at === undefined) return undefined;
  return text.slice(0, Number.parseInt(at, 10)).split("\n").length;
}
