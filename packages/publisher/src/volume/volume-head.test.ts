import { sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { volumeHead } from "./volume-head.ts";

const head = (...forms: readonly (readonly [year: number, department: string])[]) =>
  volumeHead(forms.map(([fiscalYear, competentDepartment]) => sampleForm({ fiscalYear, competentDepartment })));

describe("volumeHead", () => {
  it("names the one year and the one department, which is then the author", () => {
    expect(head([2024, "某局"], [2024, "某局"])).toEqual({
      period: "2024年度",
      name: "财政项目支出绩效自评表汇编",
      bodies: ["某局"],
      author: "某局",
    });
  });

  it("names two years, and the first and last of more", () => {
    expect(head([2024, "某局"], [2021, "某局"]).period).toBe("2021、2024年度");
    expect(head([2024, "某局"], [2021, "某局"], [2022, "某局"]).period).toBe("2021—2024年度");
  });

  it("names departments in a fixed order, counts them when they are too many, and passes over blank ones", () => {
    expect(head([2024, "乙局"], [2024, ""], [2024, "丙局"])).toMatchObject({ bodies: ["丙局", "乙局"] });
    expect(head([2024, "乙局"], [2024, "丙局"])).not.toHaveProperty("author");
    const many = Array.from({ length: 9 }, (_, at) => [2024, `第${at}局`] as const);
    expect(head(...many).bodies).toEqual(["9 个主管部门"]);
    expect(head([2024, ""])).toMatchObject({ bodies: [] });
  });
});
