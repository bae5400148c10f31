import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakPlaces } from "./line-breaks.ts";

/** The text with a mark at every place where a line may end. */
function marked(text: string): string {
  const characters = Array.from(text);
  const places = breakPlaces(characters.map((character) => character.codePointAt(0) ?? 0));
  return characters.map((character, i) => (places[i] === 1 ? `¦${character}` : character)).join("");
}

/** Each as a browser breaks it (zh-CN, in a column of no width). */
const examples: Readonly<Record<string, readonly string[]>> = {
  "汉字之间都可断，标点避头避尾": [
    "预¦算¦执¦行¦率¦≥98%，¦完¦成",
    "项¦目¦（宝¦财¦行¦签¦[2024]165¦号）。",
    "《办¦法》、¦【通¦知】；¦〔2024〕¦5¦号",
    "好？¦好！¦好：¦好",
    "（（好））。¦（好）",
    "々¦好々¦〇¦好",
    "ァ¦カ¦ー¦ド・¦あ゛",
    "中¦①②¦项¦㎡¦好",
  ],
  "中文引号：“”是开、闭，‘’看两侧": [
    "完¦成¦“一¦网¦通¦办”¦系¦统",
    "“‘好’”，¦“好”",
    "5“好”¦5",
    "a“b”¦c",
    "中¦‘文’¦中",
    "it’s",
    "好’a",
    "好‘a",
    "好¦«好»¦好",
    "好\"好'好",
  ],
  "数连着它的符号、单位与小数": [
    "1,234.56¦元",
    "100.00%¦好",
    "1,234.56％¦好",
    "￥100.00¦元",
    "好¦￥-5",
    "￥（5）％¦好",
    "5）％",
    "％¦（好",
    "5，％",
    "好¦±5℃¦好",
    "5￥",
    "￥.5",
    "好¦$5",
    "10:00¦—¦11:00",
    "5/6¦好/¦天",
    "7*24¦小¦时",
    "％¦％",
    "￥元",
    "好％",
    "1⁄2",
    "好.é",
    "(好)é",
    "5）.¦％",
    "5.）％",
    "）.¦％",
    "5¦～¦10",
    "5¦〜¦％",
  ],
  "连字符：编号与日期里可断，负号不离数": [
    "2024-¦12-¦31",
    "ABC-¦1234",
    "好-5",
    "-5%",
    "10％-20％",
    "好-¦é",
    "-é",
    "‐e",
    "好 ¦-é",
    "a-¦b",
    "a-¦'b",
    "a?¦5",
    "中–¦中‐¦中",
    "a\u2011b",
  ],
  网址与英文不碎: ["http://a.b/c?¦d=e", "a,b;c:d", "a(b)¦[c]", "No.5¦号", "é(a", "é¦（a）¦é", "f(x)"],
  "破折号、省略号": ["好¦——¦好", "——，¦好", "好……¦好", "好…¦5", "—¦a"],
  空白: [
    "中 ¦文  ¦字",
    "（ ¦好 ¦，¦好",
    "（ ¦（好",
    "中　　¦文",
    "好 　¦好",
    "好\u00a0好",
    "10\u00a0％",
    "好\u2060好\ufeff好",
    "中\u200b¦，",
    "a\u200b¦b",
    "ab\u00ad¦cd",
    "a\u2003¦b",
    "上\n¦下",
    "上\n¦\n¦下",
    "a\t¦b",
    "–¦\u00a0a",
    "好 ¦\u00a0好",
  ],
  "附加符号、表情与其他文字": [
    "e\u0301a¦好\u0301",
    "a ¦\u0301a",
    "👍¦👍🏽¦好",
    "👨\u200d👩\u200d👧¦好",
    "🇨🇳¦🇨🇳",
    "𠀀¦𠀀，",
    "한¦국¦어¦α",
    "αβ¦好¦б",
    "好¦→¦好",
    "☑¦好¦√¦好",
    "好¦●№5",
  ],
};

describe.each(Object.entries(examples))("%s", (_, marks) => {
  test.each(marks)("%s", (expected) => {
    expect(marked(expected.replaceAll("¦", ""))).toBe(expected);
  });
});

const closing = "，。、；：？！）》」』】〕”％℃…,.:;?!)]%";
const opening = "（《「『【〔“￥$([";
const words = "预算执行情况一二三0123456789abc";
const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters));
const text = fc.array(oneOf(`${closing}${opening}${words}/-·～—‘’\u00a0`), { maxLength: 30 });

test("no line begins with a closing sign nor ends with an opening one", () => {
  // 并排的两个单位符号不成数：％ 可以在 ℃ 之后起行，￥ 可以在 $ 之前结束一行。
  const never = (before = "", after = "") =>
    (closing.includes(after) && !"％℃%".includes(after)) || (opening.includes(before) && !"￥$".includes(before));
  fc.assert(
    fc.property(text, (characters) => {
      const places = breakPlaces(characters.map((character) => character.codePointAt(0) ?? 0));
      expect(characters.filter((after, i) => places[i] === 1 && never(characters[i - 1], after))).toEqual([]);
    }),
  );
});

test("a unit stays with its number or word, a currency sign with its amount", () => {
  fc.assert(
    fc.property(oneOf(words), fc.constantFrom("％", "℃", "%", "‰"), (before, unit) => {
      expect(marked(before + unit)).toBe(before + unit);
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom("￥", "¥", "€"), oneOf(words), (sign, after) => {
      expect(marked(sign + after)).toBe(sign + after);
    }),
  );
});

test("two ideographs may always part", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0x4e00, max: 0x9fff }), fc.integer({ min: 0x20000, max: 0x2a6df }), (a, b) => {
      expect([...breakPlaces([a, b, a])]).toEqual([0, 1, 1]);
    }),
  );
});

test("nothing has no places, the first character never has one", () => {
  expect(breakPlaces([])).toHaveLength(0);
  expect([...breakPlaces([0x4e00])]).toEqual([0]);
});
