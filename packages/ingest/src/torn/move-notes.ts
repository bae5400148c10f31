/** Notes that stand between two rows. */
import { isBlank, plainDecimal } from "../lines/normalise.ts";
import type { TornRow } from "./torn-row.ts";

/**
 * A note between the figures of two rows, on neither one's line, could be either one's where the extractor sorts lines
 * by height. It belongs to the row with a deduction; both rows then list both readings.
 *
 *     服务单位数 ≥40 51 10.00 10.00
 *     受机构调整影响，
 *     服务及时率 ≥90 85 10.00 8.00
 */
export function moveNotes(rows: TornRow[]): void {
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1];
    if (next === undefined || row.note.text === "" || row.noteIsJoined) continue;
    if (isDeducted(row) || !isDeducted(next) || next.note.text !== "") continue;
    const reason = "这段说明印在两行之间，归于扣了分的一行";
    next.note = { ...row.note, doubt: { reason, candidates: [row.note.text, ""] } };
    row.note = { text: "", origin: row.weight.origin, doubt: { reason, candidates: ["", row.note.text] } };
  }
}

function isDeducted({ weight, score }: TornRow): boolean {
  const [due, given] = [plainDecimal(weight.text, false), plainDecimal(score.text, false)];
  return due !== undefined && !isBlank(score.text) && due !== given;
}
