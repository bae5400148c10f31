/** Pictures go into the places that a template marks for them. */
import type { Drawing } from "../chart/drawing.ts";
import { TemplateError } from "../template/template-error.ts";

/** Only a template can write this: in the texts of a view every `<` is escaped. */
const PLACE = /(<figure\b[^>]*?\sdata-chart="([a-z-]+)"[^>]*)>\s*(<\/figure>)/g;

/** The picture itself says what it shows; the frame around it would be read out, and tagged in a PDF, once more. */
const SILENT = ' role="presentation">';

/**
 * The pictures in the order of their `places`, the names that the page marks. Throws {@link TemplateError} for a place that
 * has no picture, and for a picture without a place: a chart that is nowhere to be seen would be missed by nobody.
 */
export function picturesInOrder(
  places: readonly string[],
  pictures: ReadonlyMap<string, Drawing>,
  template: string,
): ReadonlyMap<string, Drawing> {
  const placed = new Map<string, Drawing>();
  for (const name of places) {
    const picture = pictures.get(name);
    if (picture === undefined) throw new TemplateError(template, 0, `没有名为 ${name} 的图`);
    if (placed.has(name)) throw new TemplateError(template, 0, `图 ${name} 放了两次`);
    placed.set(name, picture);
  }
  for (const name of pictures.keys()) {
    if (!placed.has(name)) throw new TemplateError(template, 0, `图 ${name} 没有地方放：少了 data-chart="${name}"`);
  }
  return placed;
}

/** The markup with its pictures in it, as HTML shows it. Throws like {@link picturesInOrder}. */
export function placePictures(markup: string, pictures: ReadonlyMap<string, Drawing>, template: string): string {
  const places: string[] = [];
  const filled = markup.replaceAll(PLACE, (_, opening: string, name: string, closing: string) => {
    places.push(name);
    return `${opening}${SILENT}${pictures.get(name)?.svg ?? ""}${closing}`;
  });
  picturesInOrder(places, pictures, template);
  return filled;
}
