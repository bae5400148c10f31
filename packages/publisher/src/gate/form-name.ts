/** By what the waiver file names a form. */
import { maskText } from "./personal-data.ts";

/** All forms that bear the names are meant. */
export interface FormName {
  readonly projectName: string;
  readonly implementingUnit: string;
  readonly fiscalYear: number;
}

/** Blanks, line ends and signs that cannot be seen: a source may carry them where nobody would type them. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * Two forms of the same key bear the same names. Personal data count as masked, so that a form is known by its names
 * whether `--mask` has been over it or not: one that is not to be published must not slip by.
 */
export function nameKey({ projectName, implementingUnit, fiscalYear }: FormName): string {
  const seen = (name: string): string => maskText(name).text.replaceAll(UNSEEN, "");
  return JSON.stringify([seen(projectName), seen(implementingUnit), fiscalYear]);
}
