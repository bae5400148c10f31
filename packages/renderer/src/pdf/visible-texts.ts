const unshown = /<(script|style|template)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

const generated = /\bcontent\s*:([^;}]*)/gi;

/**
 * What the body of a page shows beside the texts of its job: captions of the template. Good enough to look for
 * characters, which is all it is for; markup is not understood.
 */
export function visibleTexts(body: string): string[] {
  return [...body.replace(unshown, "").matchAll(/>([^<]+)/g)].map(([, text]) => text ?? "");
}

/** What a style sheet puts before and after elements and into the margins of pages. */
export function generatedTexts(css: string): string[] {
  return [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(generated)].flatMap(([, value]) =>
    [...(value ?? "").matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? ""),
  );
}
