/** A font file as the manifest names it. */
export interface FontUsed {
  /** Family as the style sheets call it: `Zpb Song`, `Zpb Hei`. */
  readonly family: string;
  /** File name of the source font. */
  readonly file: string;
  /** Version as the font itself states it, with the npm package's. */
  readonly version: string;
  /** Hash of the source font file. */
  readonly sha256: string;
}
