/** A font file that cannot be used, and why; both are told to the user. */
export class FontRefused extends Error {
  override readonly name = "FontRefused";
  readonly file: string;
  /** A Chinese sentence without its full stop. */
  readonly why: string;

  constructor(file: string, why: string, cause?: unknown) {
    super(`${file}：${why}`, cause === undefined ? undefined : { cause });
    this.file = file;
    this.why = why;
  }
}
