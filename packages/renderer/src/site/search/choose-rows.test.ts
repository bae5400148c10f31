import { describe, expect, it } from "vitest";
import { NO_CHOICE, chooseRows, readChoice, writeChoice } from "./choose-rows.ts";
import { type ListedRow, packRows, unpackRows } from "./packed-rows.ts";

const row = (change: Partial<ListedRow>): ListedRow => ({
  number: "1",
  year: "2024",
  department: "甲局",
  unit: "甲一所",
  project: "运维",
  folder: "forms/x/01-y",
  budget: "10.00",
  execution: "9.00",
  rate: "90.00",
  band: 2,
  score: "99",
  grade: "优",
  errors: 0,
  revision: 0,
  remarks: [],
  ...change,
});
const ROWS = [
  row({}),
  row({ budget: "9.50", year: "2023", grade: "", errors: 1, remarks: ["说明"] }),
  row({ budget: "1,000.00", department: "乙局", unit: "乙二所", band: 0, revision: 2 }),
  row({ budget: "" }),
];
const positions = (choice: Partial<typeof NO_CHOICE>, ranked?: readonly number[]) =>
  chooseRows(ROWS, { ...NO_CHOICE, ...choice }, ranked).map(({ at }) => at);

describe("rows", () => {
  it("are the same when they were packed and unpacked", () => {
    expect(unpackRows(JSON.parse(JSON.stringify(packRows(ROWS))) as ReturnType<typeof packRows>)).toEqual(ROWS);
  });

  it.each([
    [{ year: "2023" }, [1]],
    [{ department: "乙局" }, [2]],
    [{ unit: "一所" }, [0, 1, 3]],
    [{ grade: "none" }, [1]],
    [{ band: "0" }, [2]],
    [{ findings: "yes" }, [1]],
    [{ findings: "no", revision: "no" }, [0, 3]],
    [{ sort: "budget" }, [1, 0, 2, 3]],
    [{ sort: "-budget" }, [2, 0, 1, 3]],
  ])("asked for by %j are %j", (choice, expected) => expect(positions(choice)).toEqual(expected));

  it("that a search found keep its order, unless another is asked for", () => {
    expect(positions({}, [3, 0, 2])).toEqual([3, 0, 2]);
    expect(positions({ sort: "-budget", year: "2024" }, [3, 0, 1, 2])).toEqual([2, 0, 3]);
  });
});

describe("a choice in an address", () => {
  it("comes back as it was", () => {
    const choice = { ...NO_CHOICE, q: "运维 & <b>#=", department: "甲局", sort: "-rate", page: 3, size: 20 };
    expect(readChoice(writeChoice(choice))).toEqual(choice);
    expect(writeChoice(NO_CHOICE)).toBe("#");
  });

  it("that nobody wrote asks for nothing", () => {
    expect(readChoice("#page=0&size=7&sort=constructor&x=1&page=9999999999")).toEqual(NO_CHOICE);
    expect(readChoice(`#q=${"长".repeat(1000)}`).q).toHaveLength(200);
  });
});
