/** A template or style sheet that breaks a rule of the vocabulary. */

/** Names file and line, so that whoever edits templates need not read our code. Lines count from one; 0 means the whole file. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly code = "template";
  readonly file: string;
  readonly line: number;
  readonly reason: string;

  constructor(file: string, line: number, reason: string, cause?: unknown) {
    super(`模板 ${file}${line > 0 ? ` 第 ${line} 行` : ""}：${reason}`, cause === undefined ? undefined : { cause });
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
