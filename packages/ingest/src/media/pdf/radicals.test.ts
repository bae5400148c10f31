import { expect, it } from "vitest";
import { plainCharacters } from "./radicals.ts";

it("radicals of both blocks become the ideographs that were typed", () => {
  expect(plainCharacters("⼀级指标 ⽬⾃⽀⾼ ⻔⺠⻚⻛ 樂")).toBe("一级指标 目自支高 门民页风 樂");
});

it("agrees with compatibility normalisation wherever that maps a radical, but for 户", () => {
  const differing: string[] = [];
  for (let code = 0x2e80; code <= 0x2fdf; code += 1) {
    const radical = String.fromCharCode(code);
    const folded = radical.normalize("NFKC");
    if (folded !== radical && plainCharacters(radical) !== folded) differing.push(radical);
  }
  expect(differing).toEqual(["⼾"]);
  expect(plainCharacters("用⼾")).toBe("用户");
});

it("keeps full-width forms and circled figures", () => {
  expect(plainCharacters("（①）％：㎡…＞")).toBe("（①）％：㎡…＞");
});
