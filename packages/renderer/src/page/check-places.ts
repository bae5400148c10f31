/** Holds a laid-out page to its own names: every place has a name of its own, and every link leads to one. */
import { TemplateError } from "../template/template-error.ts";
import type { LaidOut } from "./block-builder.ts";
import { ANCHOR_NAME } from "./vocabulary.ts";

/** What other parts of the document say of places. */
export interface PlacesElsewhere {
  /** Names that are given already; those of this part are added. */
  readonly taken: Set<string>;
  /** Names that will be given, in this part or another. */
  readonly promised: ReadonlySet<string>;
}

/** Throws {@link TemplateError} for the first name that is unfit or given twice, and for a link that leads nowhere. */
export function checkPlaces(file: string, { places, targets }: LaidOut, elsewhere?: PlacesElsewhere): void {
  const taken = elsewhere?.taken ?? new Set<string>();
  for (const name of places) {
    if (!ANCHOR_NAME.test(name)) throw new TemplateError(file, 0, `id="${name}" 应为小写字母开头的字母、数字、连字符`);
    if (taken.has(name)) throw new TemplateError(file, 0, `一页之内有两处 id="${name}"`);
    taken.add(name);
  }
  for (const name of targets) {
    if (!taken.has(name) && elsewhere?.promised.has(name) !== true)
      throw new TemplateError(file, 0, `链接 #${name} 没有对应的 id`);
  }
}
