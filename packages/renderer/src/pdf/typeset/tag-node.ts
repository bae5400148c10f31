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

  constructor(role: TagRole, parent?: TagNode) {
    this.role = role;
    this.parent = parent;
    parent?.kids.push(this);
  }
}
