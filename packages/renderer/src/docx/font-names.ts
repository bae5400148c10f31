/** Font roles of the style sheets → the fonts that Word has on a Chinese office machine. */

/** Role, such as `Zpb Song` → font name. */
export type FontNames = Readonly<Record<string, string>>;

export const OFFICE_FONTS: FontNames = {
  "Zpb Song": "宋体",
  "Zpb Hei": "黑体",
  "Zpb Kai": "楷体",
  "Zpb FangSong": "仿宋",
  "Zpb XiaoBiaoSong": "方正小标宋简体",
};

/** The Word font for a list of families: the first is the role, and a family that is no role is itself a font's name. */
export function fontName(families: readonly string[], names: FontNames): string {
  const role = families[0] ?? "Zpb Song";
  return names[role] ?? role;
}
