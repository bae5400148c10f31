/** The stage read: bytes → forms. */
import type { ReadResult, Source } from "./read-result.ts";

export function readForms(source: Source): ReadResult {
  return {
    forms: [],
    problems: [
      {
        code: "unrecognised-layout",
        file: source.name,
        what: "未识别的版式。",
        why: "读取程序尚未完成。",
        next: "请稍候。",
      },
    ],
    medium: "text",
  };
}
