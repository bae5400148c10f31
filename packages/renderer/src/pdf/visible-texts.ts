const unshown = /<(script|style|template)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

const generated = /\bcontent\s*:([^;}]*)/gi;

/**
 * What a page shows beside the texts of its job: captions of the template, and what its style sheet puts before, after
 * and in the margins. Good enough to look for characters, which is all it is for; markup is not understood.
 */
export function visibleTexts(html: string): string[] {
  const at = html.search(/<body\b/i);
  const [head, body] = at === -1 ? ["", html] : [html.slice(0, at), html.slice(at)];
  const captions = [...body.replace(unshown, "").matchAll(/>([^<]+)/g)].map(([, text]) => text ?? "");
  const contents = [...head.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(generated)].flatMap(([, value]) =>
    [...(value ?? "").matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? ""),
  );
  return [...contents, ...captions];
}
