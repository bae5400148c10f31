/** Holds a laid-out page to its own names: every place has a name of its own, and every link leads to one. */
import { TemplateError } from "../template/template-error.ts";
import { ANCHOR_NAME } from "./vocabulary.ts";

// Every value is escaped, so a quote can only ever be the template's own.
const PLACE = / id="([^"]*)"/g;
const LINK = / href="#([^"]*)"/g;

/** What other parts of the document say of places. */
export interface PlacesElsewhere {
  /** Names that are given already; those of this part are added. */
  readonly taken: Set<string>;
  /** Names that will be given, in this part or another. */
  readonly promised: ReadonlySet<string>;
}

/** Throws {@link TemplateError} for the first name that is unfit or given twice, and for a link that leads nowhere. */
export function checkPlaces(file: string, body: string, elsewhere?: PlacesElsewhere): void {
  const places = elsewhere?.taken ?? new Set<string>();
  for (const [, name = ""] of body.matchAll(PLACE)) {
    if (!ANCHOR_NAME.test(name)) throw new TemplateError(file, 0, `id="${name}" 应为小写字母开头的字母、数字、连字符`);
    if (places.has(name)) throw new TemplateError(file, 0, `一页之内有两处 id="${name}"`);
    places.add(name);
  }
  for (const [, name = ""] of body.matchAll(LINK)) {
    if (!places.has(name) && elsewhere?.promised.has(name) !== true)
      throw new TemplateError(file, 0, `链接 #${name} 没有对应的 id`);
  }
}
