/** How tables are built, as other programs see them: LibreOffice in a DOCX, poppler in the tags of a PDF. */

export interface TableShape {
  readonly rows: number;
  /** `rows×columns` of each merged cell, row by row. */
  readonly merged: readonly string[];
}

interface Cell {
  rows: number;
  readonly columns: number;
  readonly text: string;
}

/** From LibreOffice's flat XML. */
export function shapesInFodt(xml: string): TableShape[] {
  return [...xml.matchAll(/<table:table .*?<\/table:table>/gs)].map(([table]) => {
    const rows = [...table.matchAll(/<table:table-row\b.*?<\/table:table-row>/gs)];
    const cells = rows.map(([row]) => [...row.matchAll(/<table:table-cell\b[^>]*>/g)].map(([tag]) => cellOf(tag)));
    return shapeOf(cells);
  });
}

function cellOf(tag: string): Cell {
  const span = (name: string) => numberIn(new RegExp(`table:number-${name}-spanned="(\\d+)"`).exec(tag)?.[1]);
  return { rows: span("rows"), columns: span("columns"), text: "" };
}

function numberIn(digits: string | undefined): number {
  return Number.parseInt(digits ?? "1", 10);
}

/** From `pdfinfo -struct-text`. A label that is printed again is part of the cell that it continues. */
export function shapesInPdf(tags: string): TableShape[] {
  const tables: Cell[][][] = [];
  for (const [, name, rest] of cellsOf(tags)) {
    if (name === "Table") tables.push([]);
    else if (name === "TR") tables.at(-1)?.push([]);
    else
      tables
        .at(-1)
        ?.at(-1)
        ?.push(readCell(rest ?? ""));
  }
  return tables.map((rows) => shapeOf(joinContinued(rows)));
}

/** The lines of the tree that open a table, a row or a cell, each with what follows up to the next. */
function cellsOf(tags: string): RegExpExecArray[] {
  return [...tags.matchAll(/^ *(Table|TR|TH|TD)\b(.*?)(?=^ *(?:Table|TR|TH|TD)\b|(?![^]))/gms)];
}

function readCell(rest: string): Cell {
  const span = (name: string) => numberIn(new RegExp(`/${name}Span (\\d+)`).exec(rest)?.[1]);
  const text = [...rest.matchAll(/^ *"(.*)"$/gm)].map(([, line]) => line).join("");
  return { rows: span("Row"), columns: span("Col"), text };
}

function joinContinued(rows: readonly (readonly Cell[])[]): Cell[][] {
  /** By column: the cell that covers it, and the row with which it ends. */
  const above: { readonly cell: Cell; end: number }[] = [];
  return rows.map((cells, row) => {
    let column = 0;
    return cells.flatMap((cell) => {
      while ((above[column]?.end ?? 0) > row) column += above[column]?.cell.columns ?? 1;
      const covered = above[column];
      const goesOn = covered?.end === row && isContinued(covered.cell, cell);
      if (goesOn) {
        covered.cell.rows += cell.rows;
        covered.end += cell.rows;
      } else {
        const placed = { cell, end: row + cell.rows };
        for (let each = column; each < column + cell.columns; each += 1) above[each] = placed;
      }
      column += cell.columns;
      return goesOn ? [] : [cell];
    });
  });
}

/** A cell beside a row of several pages shows its label more than once; a blank one shows the sign alone. */
function isContinued(above: Cell, cell: Cell): boolean {
  if (!cell.text.endsWith("（续）")) return false;
  const label = cell.text.replace(/（续）.*/, "");
  return label === "" ? !/\p{Script=Han}/u.test(above.text.replaceAll("（续）", "")) : above.text.startsWith(label);
}

function shapeOf(rows: readonly (readonly Cell[])[]): TableShape {
  const merged = rows.flat().filter(({ rows: down, columns }) => down > 1 || columns > 1);
  return { rows: rows.length, merged: merged.map(({ rows: down, columns }) => `${down}×${columns}`) };
}
