/** The tags of a document while it is laid out. */

export type TagRole = "Document" | "H1" | "H2" | "H3" | "P" | "Table" | "TR" | "TH" | "TD" | "Link";

/** Content of a page under a mark, or a link's note. */
export type TagContent =
  | { readonly page: number; readonly mark: number }
  | { readonly page: number; readonly note: number };

export class TagNode {
  readonly role: TagRole;
  readonly parent: TagNode | undefined;
  readonly kids: (TagNode | TagContent)[] = [];
  /** Of a cell. */
  scope: "Row" | "Column" | undefined;
  rowspan = 1;
  colspan = 1;
  /** Headings that hold for a cell, in the order of the document. */
  headings: readonly TagNode[] = [];

  #isHeld: boolean;

  /** `isHeld`: whether its place among its parent's kids is here; else it is where its first content is painted. */
  constructor(role: TagRole, parent?: TagNode, isHeld = true) {
    this.role = role;
    this.parent = parent;
    this.#isHeld = isHeld;
    if (isHeld) parent?.kids.push(this);
  }

  /** Content, in the order in which it is painted. */
  paint(content: TagContent): void {
    if (!this.#isHeld) this.parent?.kids.push(this);
    this.#isHeld = true;
    this.kids.push(content);
  }
}
