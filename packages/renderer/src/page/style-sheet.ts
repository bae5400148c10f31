/** The subset of CSS that a template may use. (Grows in the next commit.) */
export interface StyleSheet {
  /** The style sheet's text, as it stands in the HTML. */
  readonly css: string;
}
