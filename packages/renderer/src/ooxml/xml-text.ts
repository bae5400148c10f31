/** Text → XML. */

/** Text for an element or a double-quoted attribute. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? escapeXmlText(text).replaceAll('"', "&quot;") : text;
}

/** Text for an element. */
export function escapeXmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** XML cannot hold these, and core refuses them when a form is read, so one found here is a bug. */
export function assertXmlText(text: string): void {
  const found = FORBIDDEN.exec(text);
  if (found !== null) throw new Error(`a character that XML cannot hold: U+${hex(found[0])} at ${found.index}`);
  if (!text.isWellFormed()) throw new Error("half a surrogate pair");
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}
