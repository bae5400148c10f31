/** Pictures go into the places that a template marks for them. */
import type { Drawing } from "../chart/drawing.ts";
import { TemplateError } from "../template/template-error.ts";

/** Only a template can write this: in the texts of a view every `<` is escaped. */
const PLACE = /(<figure(?: class="[^"]*")? data-chart="([a-z-]+)")>\s*(<\/figure>)/g;

/** The picture itself says what it shows; the frame around it would be read out, and tagged in a PDF, once more. */
const SILENT = ' role="presentation">';

/**
 * The body with its pictures in it, as HTML shows it. Throws {@link TemplateError} for a place that has no picture,
 * and for a picture without a place: a chart that is nowhere to be seen would be missed by nobody.
 */
export function placePictures(body: string, pictures: ReadonlyMap<string, Drawing>, template: string): string {
  const placed = new Set<string>();
  const filled = body.replaceAll(PLACE, (_, opening: string, name: string, closing: string) => {
    const picture = pictures.get(name);
    if (picture === undefined) throw new TemplateError(template, 0, `没有名为 ${name} 的图`);
    if (placed.has(name)) throw new TemplateError(template, 0, `图 ${name} 放了两次`);
    placed.add(name);
    return `${opening}${SILENT}${picture.svg}${closing}`;
  });
  for (const name of pictures.keys()) {
    if (!placed.has(name)) throw new TemplateError(template, 0, `图 ${name} 没有地方放：少了 data-chart="${name}"`);
  }
  return filled;
}

/** The pictures in the order of the page; `body` is the page before they were put there. */
export function picturesInOrder(body: string, pictures: ReadonlyMap<string, Drawing>): readonly Drawing[] {
  return [...body.matchAll(PLACE)].flatMap(([, , name = ""]) => pictures.get(name) ?? []);
}
