/** A picture that a page shows: lines and text as SVG, the same for HTML, PDF and DOCX. */
export interface Drawing {
  /** Marks its place in the template, and its own parts among those of other pictures. */
  readonly name: string;
  /** A whole `svg` element with its text alternative; one unit is a point. */
  readonly svg: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** What stands below it, its number first: 图1 …. */
  readonly caption: string;
}
