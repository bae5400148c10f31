/** Rows of the table as elements, like those that the page was published with. Texts become text nodes, never markup. */
import type { PlacedRow } from "../search/choose-rows.ts";
import { type SnippetPart, markedText } from "../search/snippet.ts";

/** A captioned piece of a form's text. */
export interface Snippet {
  readonly caption: string;
  readonly parts: readonly SnippetPart[];
}

/** The row, and below it what is to be known and what was found. `captions`: the headings of the table. */
export function rowElements(
  { row }: PlacedRow,
  query: string,
  snippets: readonly Snippet[],
  captions: readonly string[],
): HTMLElement {
  const body = withRole("tbody", "rowgroup");
  const line = withRole("tr", "row");
  const project = document.createElement("a");
  project.href = `${row.folder}/index.html`;
  project.append(...markedNodes(markedText(row.project, query)));
  const findings = row.errors === 0 ? "无差错" : `${row.errors} 处差错，附说明`;
  const contents: readonly (readonly [classes: string, content: readonly Node[]])[] = [
    ["number short", [text(row.number)]],
    ["number short", [text(row.year)]],
    ["half unit", markedNodes(markedText(row.unit, query))],
    ["", [project]],
    ["number half", [text(row.budget)]],
    ["number half", [text(row.execution)]],
    ["number short", [text(row.rate)]],
    ["number short", [text(row.score)]],
    ["short", [text(row.grade)]],
    ["half", [text(findings)]],
    ["documents", documentLinks(row.folder, row.revision > 0)],
  ];
  contents.forEach(([classes, content], at) => {
    const isName = at === 3;
    const cell = isName ? withRole("th", "rowheader") : withRole("td", "cell");
    if (isName) cell.setAttribute("scope", "rowgroup");
    else cell.className = classes;
    cell.dataset["caption"] = captions[at] ?? "";
    cell.append(...content.filter((node) => node.textContent !== ""));
    line.append(cell);
  });
  body.append(line);
  appendNotes(
    body,
    row.remarks.map((remark) => [text(remark)]),
    "remarks",
  );
  appendNotes(
    body,
    snippets.map(({ caption, parts }) => [text(`${caption}：`), ...markedNodes(parts)]),
    "snippets",
  );
  return body;
}

function appendNotes(body: HTMLElement, notes: readonly (readonly Node[])[], name: string): void {
  if (notes.length === 0) return;
  const line = withRole("tr", "row");
  const cell = withRole("td", "cell") as HTMLTableCellElement;
  cell.colSpan = 11;
  cell.className = "remarks-of-form";
  const list = document.createElement("ul");
  list.className = name;
  for (const note of notes) {
    const entry = document.createElement("li");
    entry.append(...note);
    list.append(entry);
  }
  cell.append(list);
  line.append(cell);
  body.append(line);
}

function documentLinks(folder: string, isRevised: boolean): readonly Node[] {
  const files = ["pdf", "docx", "json"].map((ending) => [`form.${ending}`, ending.toUpperCase()] as const);
  const explanation = "更正说明";
  const all = isRevised ? [...files, [`${encodeURIComponent(explanation)}.pdf`, explanation] as const] : files;
  return all.flatMap(([name, caption]) => {
    const link = document.createElement("a");
    link.href = `${folder}/${name}`;
    link.append(caption);
    return [link, text(" ")];
  });
}

function markedNodes(parts: readonly SnippetPart[]): readonly Node[] {
  return parts.map(({ text: part, marked }) => {
    if (!marked) return text(part);
    const mark = document.createElement("mark");
    mark.append(part);
    return mark;
  });
}

function text(content: string): Text {
  return document.createTextNode(content);
}

/** Stated, as in the page itself: stacked on a narrow screen a table would lose its parts for some screen readers. */
function withRole(name: string, role: string): HTMLElement {
  const element = document.createElement(name);
  element.setAttribute("role", role);
  return element;
}
