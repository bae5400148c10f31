import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBankCard, isResidentId, passesLuhn } from "./checksums.ts";
import { findPersonalData } from "./find-personal-data.ts";
import { maskPersonalData } from "./mask-personal-data.ts";

// All invented: people born on 1 January 1900, the numbers of nobody, cards for tests.
const ID = "110101190001010014";
const ID_X = "11010119000101009X";
const MOBILE = "13000000000";
const CARD = "6200000000000005";

const finds = (text: string): string[] => findPersonalData(text).map((data) => `${data.kind} ${data.text}`);

describe("check digits", () => {
  it.each([ID, ID_X, "110105200002290056"])("of resident ID %s hold", (id) => {
    expect(isResidentId(id)).toBe(true);
  });
  it.each([
    ["another check digit", "110101190001010015"],
    ["no such province", "100101190001010012"],
    ["a month that is none", "110101190013010013"],
    ["29 February of a common year", "11010519000229005X"],
    ["a year before 1900", "110101180001010015"],
    ["15 digits", "110101000101001"],
  ])("of an ID fail: %s", (_, id) => {
    expect(isResidentId(id)).toBe(false);
  });
  it("of cards hold, with an issuer's beginning", () => {
    expect([CARD, "4111111111111111", "6200000000000000000"].filter(isBankCard)).toHaveLength(3);
    expect(["6200000000000006", "1000000000000008", "620000000000007"].filter(isBankCard)).toEqual([]);
  });
});

/** A resident ID number with the check digit that is due. */
const residentId = fc
  .tuple(fc.constantFrom("110101", "310113", "440305"), fc.integer({ min: 0, max: 36_000 }), fc.nat({ max: 999 }))
  .map(([region, days, serial]) => {
    const date = new Date(Date.UTC(1900, 0, 1 + days)).toISOString().slice(0, 10).replaceAll("-", "");
    const body = `${region}${date}${String(serial).padStart(3, "0")}`;
    return Array.from("0123456789X", (check) => body + check).find(isResidentId) ?? "";
  });

const card = fc.tuple(fc.constantFrom("62", "4", "55"), fc.stringMatching(/^\d{15,17}$/u)).map(([issuer, rest]) => {
  const body = (issuer + rest).slice(0, Math.max(15, rest.length));
  return Array.from("0123456789", (check) => body + check).find(passesLuhn) ?? "";
});

const otherDigit = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 }));

/** The number with one digit made another. */
function misprinted(number: string, [place, step]: readonly [number, number]): string {
  const at = (place % 17) % number.length;
  const digit = (number.charCodeAt(at) - 48 + step) % 10;
  return `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
}

describe("numbers with check digits", () => {
  it("are found whatever stands around them", () => {
    fc.assert(
      fc.property(fc.oneof(residentId, card), fc.constantFrom("号", "：", "(", " ", ""), (number, mark) => {
        expect(findPersonalData(`甲${mark}${number}${mark}乙`)).toMatchObject([
          { start: 1 + mark.length, text: number },
        ]);
      }),
    );
  });
  it("are not found with one wrong digit", () => {
    fc.assert(
      fc.property(residentId, otherDigit, (id, other) => {
        expect(findPersonalData(misprinted(id, other)).filter(({ kind }) => kind === "id-number")).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(card, otherDigit, (number, other) => {
        expect(findPersonalData(misprinted(number, other)).filter(({ kind }) => kind === "bank-card")).toEqual([]);
      }),
    );
  });
});

describe("finds", () => {
  it.each([
    [`身份证号${ID}。`, [`id-number ${ID}`]],
    ["11010119000101009x", ["id-number 11010119000101009x"]],
    ["110101 19000101 009 X", ["id-number 110101 19000101 009 X"]],
    ["１１０１０１－１９０００１０１－００１４", ["id-number １１０１０１－１９０００１０１－００１４"]],
    ["1 1 0 1 0 1 1 9 0 0 0 1 0 1 0 0 1 4", ["id-number 1 1 0 1 0 1 1 9 0 0 0 1 0 1 0 0 1 4"]],
    ["1101011900\n01010014", ["id-number 1101011900\n01010014"]],
    [`联系人电话：${MOBILE},13100000000`, [`mobile-number ${MOBILE}`, "mobile-number 13100000000"]],
    ["130-0000-0000", ["mobile-number 130-0000-0000"]],
    ["+86 130 0000 0000", ["mobile-number 130 0000 0000"]],
    ["+8613000000000、008613000000000", [`mobile-number ${MOBILE}`, `mobile-number ${MOBILE}`]],
    ["１３００００００００0", ["mobile-number １３００００００００0"]],
    ["Tel13000000000", [`mobile-number ${MOBILE}`]],
    ["13000000000个人用户", [`mobile-number ${MOBILE}`]],
    [`账号${CARD}`, [`bank-card ${CARD}`]],
    ["6200 0000 0000 0000 000", ["bank-card 6200 0000 0000 0000 000"]],
    ["邮箱a.b-c@mail.example.cn。", ["e-mail a.b-c@mail.example.cn"]],
    ["ab＠example．cn", ["e-mail ab＠example．cn"]],
    ["13000000000@example.cn", ["e-mail 13000000000@example.cn"]],
    ["ab@13000000000.cn", ["e-mail ab@13000000000.cn", `mobile-number ${MOBILE}`]],
    ["130 0000 0000@example.cn", ["mobile-number 130 0000 0000", "e-mail 0000@example.cn"]],
  ])("%j", (text, due) => {
    expect(finds(text)).toEqual(due);
  });

  it.each([
    "12000000000",
    "130000000001",
    "113000000000",
    "13000000000.00",
    "0.13000000000",
    "13000000000元",
    "13000000000（条）",
    "≥13000000000",
    "￥ 13000000000",
    "sn13000000000",
    "合同编号：13000000000",
    "开票流水号13000000000",
    "入库单号 6200000000000005",
    "13,000,000,000",
    "2021 2022 2023 2024 2025",
    "110101190001010014110101190001010014",
    "110101000101001",
    "021-00000000",
    "沪府办〔2024〕13号，24.00(小时*7天)，2024年12月31日",
    "@、a@b、甲@乙.中国",
    "26790000.00(%)",
  ])("nothing in %j", (text) => {
    expect(finds(text)).toEqual([]);
  });
});

describe("masking", () => {
  it.each([
    [`身份证号${ID}。`, "身份证号110＊＊＊＊＊＊＊＊＊＊＊＊＊14。"],
    ["110101 19000101 009X", "110＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊9X"],
    [`电话${MOBILE}，转`, "电话130＊＊＊＊0000，转"],
    ["+86 130-0000-0000", "+86 130＊＊＊＊＊＊0000"],
    [`卡${CARD}`, "卡6200＊＊＊＊＊＊＊＊0005"],
    ["abc@example.cn、ab@example.cn", "a＊＊@example.cn、＊＊@example.cn"],
    ["130 0000 0000@example.cn", "130＊＊＊＊＊＊0＊＊＊@example.cn"],
    ["13000000000 %@example.cn", "130＊＊＊＊0000 ＊@example.cn"],
    ["全年巡检 250 次", "全年巡检 250 次"],
  ])("%j gives %j", (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  const hostile = fc
    .array(
      fc.oneof(
        residentId,
        card,
        fc.constantFrom("13000000000", "130", "0000", "6200", "86", "X", "x", "@", "a", "example.cn", "B", "%", "元"),
        fc.constantFrom(
          " ",
          "-",
          "—",
          "\n",
          "\t",
          "＊",
          "＊＊＊",
          "*",
          ".",
          ",",
          "１",
          "３",
          "\u200b",
          "𠮷",
          "数据",
          "≥",
        ),
        fc.stringMatching(/^\d{1,4}$/u),
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join(""));

  it("leaves no personal data, changes nothing twice, and keeps what it does not hide", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const masked = maskPersonalData(text);
        expect(findPersonalData(masked)).toEqual([]);
        expect(maskPersonalData(masked)).toBe(masked);
        expect(masked).toHaveLength(text.length);
        expect([...masked].every((sign, at) => sign === "＊" || sign === [...text][at])).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a text of 200,000 characters", () => {
  const long = (piece: string): string => piece.repeat(Math.ceil(200_000 / piece.length));
  it.each(["1", "1 ", "1-2-3 ", "@", "a@a.", "a", "a.", "＊＊1", "62 00", "13000000000 ", "1300000000", "x1", "\n"])(
    "of %j is read in seconds, where time in its square would be hours",
    (piece) => {
      const started = performance.now();
      maskPersonalData(long(piece));
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    30_000,
  );
});
