/** The text of a web page → its tree, as browsers build it, under limits. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { Refusal } from "../../refusal.ts";

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;

/** Browsers stop nesting here. */
const MAX_DEPTH = 512;
/** Some 1,000 forms. */
const MAX_NODES = 800_000;
const MAX_ATTRIBUTES = 256;
/** All attributes that are asked for here or change how the tree is built; the others of a page are not kept. */
const USED: ReadonlySet<string> = new Set(
  "class id style hidden colspan rowspan span width type value checked selected color face size encoding".split(" "),
);
const NONE: never[] = [];
/** Where white space between elements says nothing. */
const ROWS: ReadonlySet<string> = new Set(["table", "thead", "tbody", "tfoot", "tr", "colgroup"]);

/** Throws a refusal for a page that is beyond all use. No script runs and nothing that the page names is fetched. */
export function parsePage(text: string): PageElement[] {
  let depth = 0;
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > MAX_NODES) throw tooLarge(`元素和文字超过 ${MAX_NODES} 处。`);
  };
  const document = parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...element: Parameters<typeof defaultTreeAdapter.createElement>) => {
        count();
        const [name, namespace, attributes] = element;
        if (attributes.length > MAX_ATTRIBUTES) throw tooLarge("有一个元素的属性过多。");
        const kept = attributes.filter((attribute) => USED.has(attribute.name));
        return defaultTreeAdapter.createElement(name, namespace, kept.length === 0 ? NONE : kept);
      },
      // A comment is no text of the page; what only Word reads in one is not shown either.
      createCommentNode: () => {
        count();
        return defaultTreeAdapter.createCommentNode("");
      },
      insertText: (parent, piece) => {
        if (ROWS.has(parent.nodeName) && piece.trim() === "") return;
        const last = parent.childNodes.at(-1);
        if (last === undefined || !defaultTreeAdapter.isTextNode(last)) count();
        defaultTreeAdapter.insertText(parent, piece);
      },
      onItemPush: () => {
        depth += 1;
        if (depth > MAX_DEPTH) throw tooLarge(`元素嵌套超过 ${MAX_DEPTH} 层。`);
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
  return document.childNodes.filter((node): node is PageElement => defaultTreeAdapter.isElementNode(node));
}

export function isElement(node: PageNode): node is PageElement {
  return defaultTreeAdapter.isElementNode(node);
}

export function textOfNode(node: PageNode): string {
  return defaultTreeAdapter.isTextNode(node) ? node.value : "";
}

/** An attribute of an element; `""` for one without a value. */
export function attributeOf(element: PageElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function tooLarge(why: string): Refusal {
  return new Refusal("too-large", undefined, "网页过大，没有读取。", why, "请只留下自评表，或拆成几份再读。");
}
