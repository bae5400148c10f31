import { readFileSync } from "node:fs";

/** What a document of ours holds but for its data, which names the revision: the pieces of its file by their bytes. */
export function shownIn(path: string): readonly string[] {
  const text = readFileSync(path, "latin1");
  if (path.endsWith(".html")) return [text.replace(/<script type="application\/json"[\s\S]*?<\/script>/, "")];
  if (path.endsWith(".docx")) {
    const parts = text.slice(0, text.indexOf("PK\u0001\u0002")).split("PK\u0003\u0004");
    return parts.filter((part) => !part.slice(26, 60).includes("customXml/item1.xml"));
  }
  // Streams: the pages, and the fonts; tags and page tree are in the packed objects, as the attachment's description is.
  return text.split("endobj\n").filter((object) => !/\/Type \/(?:EmbeddedFile|ObjStm|XRef)|^startxref/.test(object));
}
