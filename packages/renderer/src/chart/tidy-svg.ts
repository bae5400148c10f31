/** What the library draws, without what changes from call to call or means nothing on paper. */

export interface SvgFacts {
  readonly name: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/**
 * The library's SVG with a root element of ours. It counts its charts (`zr0-`, `zr1-`, …) in the names of patterns,
 * and adds styles for a mouse that hovers. Texts in it are escaped by the library; a test holds it to that.
 */
export function tidySvg(drawn: string, { name, width, height, alt }: SvgFacts): string {
  const inside = drawn
    .replace(/^<svg [^>]*>\s*/, "")
    .replace(/\s*<\/svg>\s*$/, "")
    .replaceAll(/<style[^>]*>[\s\S]*?<\/style>\s*/g, "")
    .replaceAll(/ (?:class|ecmeta_[a-z_]+)="[^"]*"/g, "")
    // In quotes: what a project is called is not touched.
    .replaceAll(/("|url\(#)zr\d+-(?=[^"<>]*")/g, `$1${name}-`)
    .replaceAll(/\s*\n\s*/g, "");
  if (
    inside === drawn ||
    /<(?!\/?(?:rect|path|text|tspan|g|defs|pattern|clipPath|line|circle|polyline)\b)/.test(inside)
  )
    throw new Error("the library's SVG has changed");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}" ` +
    `role="img" aria-label="${escapeAttribute(alt)}">${inside}</svg>`
  );
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
