import { describe, expect, it } from "vitest";
import { csvPieces } from "./csv.ts";

const csvText = (...table: Parameters<typeof csvPieces>): string => [...csvPieces(...table)].join("");

describe("csvPieces", () => {
  it("quotes as RFC 4180 says, with BOM and CRLF", () => {
    expect(
      csvText(
        ["甲", "乙,丙"],
        [
          ['他说"好"', { figure: "-1.50" }],
          ["两\n行", ""],
        ],
      ),
    ).toBe('\uFEFF甲,"乙,丙"\r\n"他说""好""",-1.50\r\n"两\n行",\r\n');
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("http://x")',
    "=100.00(%)",
  ])("makes %j inert", (text) => expect(csvText([], [[text]]).split("\r\n")[1]).toMatch(/^"?'/u));

  it("leaves ordinary text alone", () => {
    expect(csvText([], [["≥5.00(个)"]])).toBe("\uFEFF\r\n≥5.00(个)\r\n");
  });
});
