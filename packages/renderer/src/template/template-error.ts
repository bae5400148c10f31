/** A template or style sheet that breaks a rule of the vocabulary. */

/** Names file and line, so that whoever edits templates need not read our code. Lines count from one; 0 means the whole file. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly code = "template";
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** 什么、为何、怎么办, for whoever runs the program. */
  readonly what = "模板有误";
  readonly why: string;
  readonly next = "请改正模板后重新运行；没有用 --templates 的，请恢复安装目录中的 templates 文件夹";

  constructor(file: string, line: number, reason: string, cause?: unknown) {
    const why = `模板 ${file}${line > 0 ? ` 第 ${line} 行` : ""}：${reason}`;
    super(why, cause === undefined ? undefined : { cause });
    this.file = file;
    this.line = line;
    this.reason = reason;
    this.why = why;
  }
}
