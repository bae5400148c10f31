import { findEdition } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import type { PlacedRow } from "../media/placed-text.ts";
import { readNotes } from "./read-notes.ts";

const row = (...texts: string[]): PlacedRow => ({
  cells: texts.map((text, at) => ({ text, origin: { file: "表", line: 1, column: at + 1 } })),
  afterGap: false,
});

function notes(edition: string, ...rows: readonly PlacedRow[]): string | undefined {
  const found = findEdition(edition);
  if (found === undefined) throw new Error(`no edition ${edition}`);
  return readNotes(rows, found)?.cell.text;
}

describe("notes below the table", () => {
  it.each<[string, readonly PlacedRow[], string | undefined]>([
    ["one", [row("注：得分不超过分值。")], "得分不超过分值。"],
    [
      "numbered",
      [row("注：1.得分不超过分值。"), row("2.定量指标按比例计分。")],
      "1.得分不超过分值。\n2.定量指标按比例计分。",
    ],
    ["wrapped", [row("注：1.得分不超"), row("过分值。"), row("2.另一条。")], "1.得分不超过分值。\n2.另一条。"],
    ["without a colon before a number", [row("注1.得分不超过分值。")], "1.得分不超过分值。"],
    ["a caption alone", [row("注："), row("1.得分不超过分值。")], "1.得分不超过分值。"],
    ["in one cell", [row("注：1.甲。\n2.乙。", "", "")], "1.甲。\n2.乙。"],
    ["a merged cell repeated", [row("备注：甲", "备注：甲", "备注：甲")], "甲"],
    ["another spelling", [row("填表说明：甲")], "甲"],
    ["what comes before is not theirs", [row("审核意见：同意"), row("注：甲")], "甲"],
    ["a signature ends them", [row("注：甲"), row("填报人：某某 联系电话：021-0")], "甲"],
    ["no caption", [row("注意事项已告知")], undefined],
    ["no foot", [], undefined],
    ["nothing behind the caption", [row("注：")], undefined],
  ])("%s", (_name, rows, text) => expect(notes("central-2020", ...rows)).toBe(text));

  it("go by the edition's own words", () => {
    expect(notes("sh-2024", row("备注：甲"))).toBe("甲");
    expect(notes("sh-2024", row("注：甲"))).toBeUndefined();
  });

  it("are no document of its own", () => {
    const long = Array.from({ length: 80 }, (_, at) => row(`${at + 1}.一条。`));
    expect(notes("central-2020", row("注："), ...long)?.split("\n").length).toBeLessThan(60);
  });
});
