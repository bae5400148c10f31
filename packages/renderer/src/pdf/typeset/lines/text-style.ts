/** What concerns single characters. */
export interface TextStyle {
  /** Family as the style sheet calls it. */
  readonly role: string;
  readonly bold: boolean;
  /** Points. */
  readonly size: number;
  /** Six hexadecimal digits. */
  readonly color: string;
  /** Points behind every character, beyond its own width. */
  readonly spacing: number;
  /** No line ends within. */
  readonly noWrap: boolean;
}
