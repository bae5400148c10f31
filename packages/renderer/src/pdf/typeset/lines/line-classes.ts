// 每个字属于换行算法（UAX #14）的哪一类。只列正式中文材料用得到的字；阿拉伯文、印度各文字等一概作字母。

/** The classes of UAX #14 that official texts need, numbered from 0 in this order; what is not listed below is AL. */
export const id = {
  AL: 0, // 字母与一般符号
  ID: 1, // 汉字、假名、谚文、全角字母、表情
  NU: 2, // 数字
  OP: 3, // 窄的开括号
  OW: 4, // 全角的开括号与引号
  CL: 5, // 闭括号、句读
  CP: 6, // 窄的闭括号
  EX: 7, // 叹号、问号
  NS: 8, // 不到行首的：冒号、分号、叠字号
  QU: 9, // 不分左右的引号
  IS: 10, // 数里的点、逗号、冒号
  SY: 11, // 斜杠
  PR: 12, // 数前的：货币、正负号
  PO: 13, // 数后的：百分号、度
  B2: 14, // 破折号
  BA: 15, // 其后可断的：空白、连接号
  HY: 16, // 连字符
  BB: 17, // 其前可断的
  IN: 18, // 省略号
  GL: 19, // 不断空格等，粘住两边
  WJ: 20, // 零宽不断
  ZW: 21, // 零宽可断
  SP: 22, // 空格
  CM: 23, // 附加符号、控制符
  ZJ: 24, // 零宽连接符
  EM: 25, // 肤色
  RI: 26, // 国旗的半面
  BK: 27, // 换行
  CB: 28, // 两侧可断的 〜
  QI: 29, // 左引号
  QF: 30, // 右引号
} as const;
type LineClass = keyof typeof id;
const { AL, ID, CM, EM, RI } = id;

/** Runs of code points, first and last; the single characters below override them. */
const runs: readonly (readonly [LineClass, number, number])[] = [
  ["CM", 0x00, 0x1f],
  ["NU", 0x30, 0x39],
  ["CM", 0x7f, 0x9f],
  ["CM", 0x300, 0x36f],
  ["CM", 0x483, 0x489],
  ["CM", 0x1ab0, 0x1aff],
  ["CM", 0x1dc0, 0x1dff],
  ["BA", 0x2000, 0x200a],
  ["PR", 0x20a0, 0x20cf],
  ["CM", 0x20d0, 0x20f0],
  ["ID", 0x2e80, 0xa4cf],
  ["CM", 0x302a, 0x302f],
  ["AL", 0x3248, 0x324f],
  ["AL", 0x4dc0, 0x4dff],
  ["ID", 0xac00, 0xd7a3],
  ["ID", 0xf900, 0xfaff],
  ["CM", 0xfe00, 0xfe0f],
  ["CM", 0xfe20, 0xfe2f],
  ["ID", 0xfe30, 0xfe6f],
  ["ID", 0xff01, 0xffdc],
  ["ID", 0xffe2, 0xffe4],
];

const characters: readonly (readonly [LineClass, string])[] = [
  ["ID", "⌚⌛⏰⏳☀☁☂☃☔☕☝☹☺☻♨♿⚽⛄⛅⛔⛪⛽✂✈✉✊✋✌✍❤"],
  // 窄的开括号紧跟字母、数字时不断，全角的可断（LB30），因此是两类。
  ["OP", "([{“‚„¡¿⁅⁽₍"],
  ["OW", "（［｛〈《「『【〔〖〘〚〝｟｢﹙﹛﹝︵︷︹︻︽︿﹁﹃﹇︗"],
  ["CL", "}”、。，．〉》」』】〕〗〙〛〞〟）］｝｠｡､｣﹐﹑﹒﹚﹜﹞︶︸︺︼︾﹀﹂﹄﹈︘︐︑︒⁾₎⁆"],
  ["CP", ")]"],
  ["EX", "!?！？﹖﹗︕︖"],
  ["NS", "︓︔：；・々〻゛゜ゝゞヽヾ‼⁇⁈⁉﹔﹕･ﾞﾟ"],
  ["QU", "\"'"],
  ["QI", "‘‛«‹"],
  ["QF", "’»›"],
  ["IS", ",.:;⁄"],
  ["SY", "/"],
  ["PR", "$+\\£¤¥±−∓№＄￡￥￦﹩"],
  ["PO", "%¢°‰‱′″‴‵‶‷℃℉％￠﹪"],
  ["B2", "—⸺⸻"],
  ["CB", "〜゠"],
  ["BA", "|\u00ad‐‒–‧\u205f\u3000"],
  ["HY", "-"],
  ["BB", "´ˈˌ"],
  ["IN", "…‥․︙"],
  ["GL", "\u00a0\u202f\u2007\u2011"],
  ["WJ", "\u2060\ufeff"],
  ["ZW", "\u200b"],
  ["SP", " \t"],
  ["CM", "\u3099\u309a"],
  ["ZJ", "\u200d"],
  ["BK", "\n\u000b\f\r\u0085\u2028\u2029"],
];

/** The class of every code point below U+10000. */
const bmp = new Uint8Array(0x10000);
for (const [name, first, last] of runs) bmp.fill(id[name], first, last + 1);
for (const [name, members] of characters) {
  for (let i = 0; i < members.length; i++) bmp[members.charCodeAt(i)] = id[name];
}

/** The class of a code point, as a number of `id`. */
export function classOf(code: number): number {
  if (code < 0x10000) return bmp[code] ?? AL;
  if (code >= 0xe0000) return CM;
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return RI;
  const letters = code < 0x1f000 || (code >= 0x1f100 && code < 0x1f1e6) || (code >= 0x1f700 && code < 0x1f900);
  if (letters) return AL;
  return code >= 0x1f3fb && code <= 0x1f3ff ? EM : ID;
}

/** Full-width letters and signs, ideographs, kana, Hangul, emoji: where a quotation mark has no space of its own beside it. */
export function isWide(code = 0): boolean {
  if (code < 0x2e80 || code === 0xfeff) return false;
  return (
    code < 0xa4d0 ||
    (code >= 0xac00 && code < 0xfb00) ||
    (code >= 0xfe30 && code < 0xffdd) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x1f200
  );
}
