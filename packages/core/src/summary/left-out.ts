/** Cells that are in no sum, told and never counted as zero. */
import type { Cell } from "../place/cell.ts";
import { textOf } from "../place/cell.ts";
import type { FormPath } from "../place/form-path.ts";
import type { ProjectLine } from "./entry.ts";
import type { LeftOutCell } from "./summary.ts";

/** The cell as one that is left out; nothing when it was read. */
export function leftOut(project: ProjectLine, at: FormPath, cell: Cell<unknown>): readonly LeftOutCell[] {
  return cell.kind === "read" ? [] : [{ project, at, kind: cell.kind, text: textOf(cell) }];
}
