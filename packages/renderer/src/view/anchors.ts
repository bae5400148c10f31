/** Names of places in a page: what links, bookmarks and page numbers refer to. */

/** The places of a form. In a volume every form has names of its own. */
export interface FormAnchors {
  /** Its title, or the heading above it. */
  readonly form: string;
  readonly funds: string;
  readonly goals: string;
  readonly indicators: string;
  readonly total: string;
}

/** The names for a form whose own name is `form`: lower-case letters, digits and hyphens. */
export function formAnchors(form: string): FormAnchors {
  return {
    form,
    funds: `${form}-funds`,
    goals: `${form}-goals`,
    indicators: `${form}-indicators`,
    total: `${form}-total`,
  };
}
