/**
 * Radicals and compatibility ideographs → the ideographs that they stand for, as Unicode's `EquivalentUnifiedIdeograph`
 * has them. Fonts that share one glyph for 目 and ⽬ make PDF programs write the radical into the text layer.
 */

/** U+2E81 … U+2EF3 and the ideograph of each; radicals without an equivalent are left out. */
const SUPPLEMENT =
  "⺁厂⺂乛⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳网⺴冗⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";
const BY_RADICAL: ReadonlyMap<string, string> = new Map(
  Array.from(SUPPLEMENT.matchAll(/(.)(.)/gu), ([, radical = "", ideograph = ""]) => [radical, ideograph]),
);
// Kangxi radicals and compatibility ideographs; for these, compatibility normalisation gives the same ideograph.
const FOLDED = /[\u2F00-\u2FD5\uF900-\uFA6D\uFA70-\uFAD9\u{2F800}-\u{2FA1D}]/gu;
/** Ligatures and presentation forms that fonts make and nobody types. */
const LIGATURES = /[\uFB00-\uFB06]/gu;

/** The characters as they are typed. */
export function plainCharacters(text: string): string {
  let plain = text;
  if (/[\u2E80-\u2FDF\uF900-\uFB06\u{2F800}-\u{2FA1F}]/u.test(text)) {
    plain = plain
      .replaceAll(/[\u2E80-\u2EFF]/gu, (radical) => BY_RADICAL.get(radical) ?? radical)
      // The radical's own ideograph is 戶; fonts of the mainland share its glyph with 户, and that is what was typed.
      .replaceAll("\u2F3E", "户")
      .replaceAll(FOLDED, (char) => char.normalize("NFKC"))
      .replaceAll(LIGATURES, (char) => char.normalize("NFKC"));
  }
  return plain;
}
