/**
 * Data of the site as a classic script that puts one text into one global: the only kind of file that a page which was
 * opened from a disk may load when it is asked to.
 */

/** `name` is ours; `value` is what `JSON.parse` of the text gives. */
export function dataScript(name: string, value: unknown): string {
  return `(self.zipingbiao??={})["${name}"]='${quoted(JSON.stringify(value))}';\n`;
}

/** `<` never stands in it, so that no name of a project looks like markup to whoever scans the file. */
function quoted(json: string): string {
  return json.replaceAll(
    /[\\'<\u2028\u2029]/gu,
    (sign) => ESCAPES[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "'": "\\'" };
