/** The twin as a custom XML part of a Word document or a workbook. Word, Excel and LibreOffice keep it when the file is saved again. */
import { TWIN_NAMESPACE, type Twin } from "@zipingbiao/core";
import { assertXmlText, escapeXml } from "./xml-text.ts";
import { type PackedPart, packPart, storePart } from "./zip-package.ts";

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
