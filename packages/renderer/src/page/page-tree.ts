/** The page as a tree. */
import type { Tag } from "./vocabulary.ts";

export interface PageElement {
  readonly tag: Tag;
  /** The class attribute as written; `""` for none. */
  readonly classes: string;
  /** Name and classes in one, by which its look is found. */
  readonly kind: string;
  readonly rowspan: number;
  readonly colspan: number;
  /** Of a heading: `row`, `colgroup` …; `""` for none. */
  readonly scope: string;
  /** Its name as a place in the page; `""` for none. */
  readonly id: string;
  /** Of a link: the place to which it leads; `""` for none. */
  readonly target: string;
  /** Of a link: its text is the number of the page to which it leads. */
  readonly showsPage: boolean;
  /** Of a figure: the name of its picture; `""` for none. */
  readonly picture: string;
  readonly children: readonly PageNode[];
}

/** An element, or text with its character references resolved and its white space as it stands. */
export type PageNode = PageElement | string;

/** Elements alone, without the text between them. */
export function elements(nodes: readonly PageNode[]): PageElement[] {
  return nodes.filter((node) => typeof node !== "string");
}
