/** Where a printed text came from. */

/** A place in a source document; of the optional members those that the medium has. Lines, pages, rows and columns count from 1. */
export interface Origin {
  readonly file: string;
  readonly line?: number | undefined;
  readonly page?: number | undefined;
  /** x0, y0, x1, y1 in pt, from the page's upper left corner. */
  readonly box?: readonly [number, number, number, number] | undefined;
  readonly sheet?: string | undefined;
  readonly cell?: string | undefined;
  readonly table?: number | undefined;
  readonly row?: number | undefined;
  readonly column?: number | undefined;
}

/** `文件:行`, `文件 第3页`, `文件 表名!B4`: short enough for a terminal line. */
export function formatOrigin(origin: Origin): string {
  if (origin.sheet !== undefined)
    return `${origin.file} ${origin.sheet}${origin.cell === undefined ? "" : `!${origin.cell}`}`;
  const place = [
    origin.page === undefined ? "" : `第${origin.page}页`,
    origin.table === undefined ? "" : `表${origin.table}`,
    origin.row === undefined ? "" : `第${origin.row}行`,
    origin.column === undefined ? "" : `第${origin.column}列`,
  ].filter((part) => part !== "");
  const file = origin.line === undefined ? origin.file : `${origin.file}:${origin.line}`;
  return [file, ...place].join(" ");
}
