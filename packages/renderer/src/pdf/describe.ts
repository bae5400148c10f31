/** What `zpb doctor` says about the browser or the fonts; sentences are Chinese. */
export interface Described {
  readonly usable: boolean;
  /** What would be used, one line each. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
  /** What to do about what is missing. */
  readonly next: readonly string[];
}

/** Which browser a printer would start, without starting or unpacking it. */
export async function describeBrowser(
  _options: { readonly browserPath?: string; readonly cacheDir?: string } = {},
): Promise<Described> {
  return { usable: false, found: [], missing: ["浏览器"], next: [] };
}

/** Which fonts a printer would use, without making them. */
export async function describeFonts(_options: { readonly cacheDir?: string } = {}): Promise<Described> {
  return { usable: false, found: [], missing: ["字体"], next: [] };
}
