import { describe, expect, it } from "vitest";
import { type Piece, copiesAmong } from "./copies.ts";
import { neighbours } from "./likeness.ts";

const UNIT = "某区大数据中心";
const TEXT = "完成平台日常运维，保障系统稳定运行";

function piece(form: number, name: string, wording: string, year = 2024): Piece {
  return { form, project: { name, unit: UNIT, year }, wording };
}

/** `copy<original` with `=` for the same and `~` for nearly the same. */
function copies(...pieces: readonly Piece[]): readonly string[] {
  return copiesAmong(pieces, neighbours, 0.9).map(
    ({ copy, original, same }) => `${copy.project.name}${same ? "=" : "~"}${original.project.name}`,
  );
}

describe("copies", () => {
  it("are said once each, at the later project by name, whatever the order of the forms", () => {
    const pieces = [piece(0, "c", TEXT), piece(1, "a", TEXT), piece(2, "b", TEXT)];
    expect(copies(...pieces)).toEqual(["b=a", "c=a"]);
    expect(copies(...pieces.toReversed())).toEqual(["b=a", "c=a"]);
  });

  it("may be nearly the same, and are then said of the likest", () => {
    expect(copies(piece(0, "a", `已经${TEXT}`), piece(1, "b", `已${TEXT}`), piece(2, "c", TEXT))).toEqual([
      "b~a",
      "c~b",
    ]);
  });

  it("are not what one project says twice or in two years", () => {
    expect(copies(piece(0, "a", TEXT), piece(1, "a", TEXT), piece(2, "a", TEXT, 2023))).toEqual([]);
    expect(copies(piece(0, "a", TEXT), piece(1, "(a)", `已${TEXT}`, 2023))).toEqual([]);
  });

  it("are every form of a project that repeats another one", () => {
    expect(copies(piece(0, "a", TEXT), piece(1, "b", TEXT), piece(2, "b", TEXT, 2023))).toEqual(["b=a", "b=a"]);
    expect(copies(piece(0, "a", TEXT), piece(1, "a", TEXT, 2023), piece(2, "b", TEXT))).toEqual(["b=a"]);
  });

  it("may be of a project without a name, which is like no other one", () => {
    expect(copies(piece(0, "", TEXT), piece(1, "", TEXT), piece(2, "a", TEXT))).toEqual(["=", "a="]);
  });

  it("are not texts of another subject", () => {
    expect(copies(piece(0, "a", TEXT), piece(1, "b", "疏浚河道三公里，改善沿岸环境"), piece(2, "c", ""))).toEqual([]);
  });
});
