/** What can go wrong between a finished page and its PDF. */
export type PrintFailureCode =
  | "print/no-browser"
  | "print/no-fonts"
  | "print/bad-font"
  | "print/browser-lost"
  | "print/timeout"
  | "print/aborted"
  | "print/closed"
  | "print/disk-full"
  | "print/missing-glyph"
  | "print/text-lost"
  | "print/reached-outside"
  | "print/refused"
  | "print/unreadable-pdf";

/** A failure told as 什么 / 为何 / 怎么办; all three are Chinese sentences for the user. */
export class PrintFailure extends Error {
  override readonly name = "PrintFailure";
  readonly code: PrintFailureCode;
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** Of `print/missing-glyph`: the characters, each once, for those who know in which cell they stand. */
  readonly characters: readonly string[];

  constructor(
    code: PrintFailureCode,
    said: { what: string; why: string; next: string; characters?: readonly string[] },
    cause?: unknown,
  ) {
    super(`${said.what}：${said.why}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.what = said.what;
    this.why = said.why;
    this.next = said.next;
    this.characters = said.characters ?? [];
  }
}
