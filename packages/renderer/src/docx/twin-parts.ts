/** The twin as a custom XML part of a Word document. Word and LibreOffice keep such parts when a document is saved again. */
import { TWIN_NAMESPACE, type Twin } from "@zipingbiao/core";
import { assertXmlText, escapeXml } from "./xml-text.ts";
import { type PackedPart, packPart, storePart } from "./zip-package.ts";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Names the part to Word; one for all documents, since a document has one such part. */
const ITEM_ID = "{6D1C2B7A-3F57-4C0E-9B1D-5A4F0E2C7A91}";

const DATA_PART = "customXml/item1.xml";
const TYPES_PART = "[Content_Types].xml";
const DOCUMENT_RELATIONS_PART = "word/_rels/document.xml.rels";

/** The data and what Word wants beside it. */
export function twinParts({ shows, fileName, text, sha256 }: Twin): PackedPart[] {
  assertXmlText(text);
  const data =
    `${DECLARATION}<twin xmlns="${TWIN_NAMESPACE}" shows="${shows}" file="${fileName}" sha256="${sha256}">` +
    `${escapeXml(text)}</twin>`;
  return [
    packPart(DATA_PART, [data]),
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
}

/** A part that every document shares, as it is in one with a twin: the twin is declared and related. */
export function withTwinNamed(name: string, text: string): string {
  switch (name) {
    case TYPES_PART:
      return before(
        text,
        "</Types>",
        `<Override PartName="/customXml/itemProps1.xml" ContentType="${PROPERTIES_TYPE}"/>`,
      );
    case DOCUMENT_RELATIONS_PART:
      return before(
        text,
        "</Relationships>",
        `<Relationship Id="rIdTwin" Type="${RELATIONSHIPS}/customXml" Target="../${DATA_PART}"/>`,
      );
    default:
      return text;
  }
}

function before(text: string, end: string, addition: string): string {
  if (!text.endsWith(end)) throw new Error("the library's package has changed");
  return text.slice(0, -end.length) + addition + end;
}
