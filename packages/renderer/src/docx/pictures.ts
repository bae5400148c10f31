/** Pictures of a page in a Word document: the parts that hold them, and the paragraphs that show them. */
import type { Drawing } from "../chart/drawing.ts";
import { rasterise } from "../chart/rasterise.ts";
import { escapeXml } from "../ooxml/xml-text.ts";
import { type PackedPart, storeBytes } from "../ooxml/zip-package.ts";

const RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const TYPES_PART = "[Content_Types].xml";
const RELATIONS_PART = "word/_rels/document.xml.rels";
const PNG_TYPE = '<Default Extension="png" ContentType="image/png"/>';
/** English metric units, in which DrawingML counts, to a point. */
const EMU = 12_700;

/** A picture as the document refers to it: its number from one, and its name, size and text alternative. */
export interface PlacedPicture {
  readonly number: number;
  readonly drawing: Drawing;
}

export type PlacedPictures = ReadonlyMap<string, PlacedPicture>;

/** Numbers the pictures of a page in their order. */
export function placedPictures(pictures: ReadonlyMap<string, Drawing>): PlacedPictures {
  return new Map([...pictures.values()].map((drawing, at) => [drawing.name, { number: at + 1, drawing }]));
}

export function pictureParts(pictures: PlacedPictures): PackedPart[] {
  return [...pictures.values()].map(({ number, drawing }) => storeBytes(`word/${target(number)}`, rasterise(drawing)));
}

/** A part that documents of a template share, as it is in one with these pictures: they are declared and related. */
export function withPicturesNamed(name: string, text: string, pictures: PlacedPictures): string {
  if (name === TYPES_PART && !text.includes('Extension="png"')) return text.replace(/<Types[^>]*>/, `$&${PNG_TYPE}`);
  if (name !== RELATIONS_PART) return text;
  const relations = [...pictures.values()].map(
    ({ number }) => `<Relationship Id="${relation(number)}" Type="${RELATIONSHIP}" Target="${target(number)}"/>`,
  );
  return text.replace("</Relationships>", `${relations.join("")}</Relationships>`);
}

/** The run that shows a picture in its line. */
export function pictureRun({ number, drawing }: PlacedPicture): string {
  const extent = `cx="${Math.round(drawing.width * EMU)}" cy="${Math.round(drawing.height * EMU)}"`;
  const about = `id="${number}" name="${drawing.name}" descr="${escapeXml(drawing.alt)}"`;
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent ${extent}/><wp:docPr ${about}/>` +
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">` +
    `<pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${about}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relation(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` +
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  );
}

function target(number: number): string {
  return `media/picture${number}.png`;
}

function relation(number: number): string {
  return `rIdPicture${number}`;
}
