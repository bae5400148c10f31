/** The twin as a custom XML part of a Word document or a workbook. Word, Excel and LibreOffice keep it when the file is saved again. */
import { TWIN_NAMESPACE, type Twin } from "@zipingbiao/core";
import { XmlWriter } from "./xml-writer.ts";
import { PIECE, type PackedPart, PartPacker, storePart } from "./zip-package.ts";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Names the part to Office; one for all documents, since a document has one such part. */
const ITEM_ID = "{6D1C2B7A-3F57-4C0E-9B1D-5A4F0E2C7A91}";

const DATA_PART = "customXml/item1.xml";
const TYPES_PART = "[Content_Types].xml";
const RELATIONS_PARTS = ["word/_rels/document.xml.rels", "xl/_rels/workbook.xml.rels"];

/** The data and what Office wants beside it. */
export function twinParts({ shows, fileName, text, sha256 }: Twin): PackedPart[] {
  const packer = new PartPacker(DATA_PART);
  // Of a document that failed.
  out.take();
  out.markup(`${DECLARATION}<twin xmlns="${TWIN_NAMESPACE}" shows="${shows}" file="${fileName}" sha256="${sha256}">`);
  for (const stretch of stretchesOf(text)) {
    out.text(stretch);
    if (out.length >= PIECE) packer.add(out.take());
  }
  out.markup("</twin>");
  return [packer.end(out.take()), ...BESIDE];
}

/** Characters written at once: the text of a volume is never held as bytes. */
const STRETCH = 1 << 16;

/** The text in parts; none ends inside a pair of surrogates. */
function* stretchesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const to = from + STRETCH;
    const end = isHighSurrogate(text.charCodeAt(to - 1)) ? to + 1 : to;
    yield text.slice(from, end);
    from = end;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** One buffer for all: a part is written and packed in one go. */
const out = new XmlWriter();

/** The same in every document. */
const BESIDE = [
  storePart(
    "customXml/itemProps1.xml",
    `${DECLARATION}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${CUSTOM_XML}">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${TWIN_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  ),
  storePart(
    "customXml/_rels/item1.xml.rels",
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${RELATIONSHIPS}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  ),
];

/** A part that every document shares, as it is in one with a twin: the twin is declared and related. */
export function withTwinNamed(name: string, text: string): string {
  if (name === TYPES_PART) {
    const override = `<Override PartName="/customXml/itemProps1.xml" ContentType="${PROPERTIES_TYPE}"/>`;
    return before(text, "</Types>", override);
  }
  if (!RELATIONS_PARTS.includes(name)) return text;
  const relation = `<Relationship Id="rIdTwin" Type="${RELATIONSHIPS}/customXml" Target="../${DATA_PART}"/>`;
  return before(text, "</Relationships>", relation);
}

function before(text: string, end: string, addition: string): string {
  if (!text.endsWith(end)) throw new Error("the library's package has changed");
  return text.slice(0, -end.length) + addition + end;
}
