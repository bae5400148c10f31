import type { Role } from "../roles.ts";

/** A font as Chinese offices have it, by any of the names that it may give itself. */
export interface KnownFont {
  readonly role: Role;
  /** What messages call it. */
  readonly name: string;
  /** Stands behind the role's font with rarer characters, and never plays the role. */
  readonly supplement: boolean;
  readonly names: readonly string[];
}

const font = (role: Role, name: string, names: string): KnownFont => ({
  role,
  name,
  supplement: false,
  names: [name, ...names.split(" ")].map(plain),
});

/**
 * What is recognised, per role the likeliest wanted first: GB/T 9704 documents are commonly set in the fonts of
 * Windows, in the older _GB2312 ones, or in Founder's (方正). Names of the files do not count.
 */
export const KNOWN_FONTS: readonly KnownFont[] = [
  font("Zpb Song", "宋体", "SimSun"),
  font("Zpb Song", "新宋体", "NSimSun"),
  font("Zpb Song", "方正书宋_GBK", "FZShuSong-Z01 FZSSK--GBK1-0"),
  font("Zpb Song", "方正书宋简体", "FZShuSong-Z01S FZSSJW--GB1-0"),
  font("Zpb Song", "华文宋体", "STSong"),
  { ...font("Zpb Song", "宋体-ExtB", "SimSun-ExtB"), supplement: true },
  { ...font("Zpb Song", "宋体-ExtG", "SimSun-ExtG"), supplement: true },
  font("Zpb Hei", "黑体", "SimHei"),
  font("Zpb Hei", "方正黑体_GBK", "FZHei-B01 FZHTK--GBK1-0"),
  font("Zpb Hei", "方正黑体简体", "FZHei-B01S FZHTJW--GB1-0"),
  font("Zpb Hei", "华文黑体", "STHeiti"),
  font("Zpb Kai", "楷体_GB2312", "KaiTi_GB2312"),
  font("Zpb Kai", "楷体", "KaiTi"),
  font("Zpb Kai", "方正楷体_GBK", "FZKai-Z03 FZKTK--GBK1-0"),
  font("Zpb Kai", "方正楷体简体", "FZKai-Z03S FZKTJW--GB1-0"),
  font("Zpb Kai", "华文楷体", "STKaiti"),
  font("Zpb FangSong", "仿宋_GB2312", "FangSong_GB2312"),
  font("Zpb FangSong", "仿宋", "FangSong"),
  font("Zpb FangSong", "方正仿宋_GBK", "FZFangSong-Z02 FZFSK--GBK1-0"),
  font("Zpb FangSong", "方正仿宋简体", "FZFangSong-Z02S FZFSJW--GB1-0"),
  font("Zpb FangSong", "华文仿宋", "STFangsong"),
  font("Zpb XiaoBiaoSong", "方正小标宋_GBK", "FZXiaoBiaoSong-B05 FZXBSK--GBK1-0"),
  font("Zpb XiaoBiaoSong", "方正小标宋简体", "FZXiaoBiaoSong-B05S FZXBSJW--GB1-0"),
  font("Zpb XiaoBiaoSong", "方正小标宋", "方正小标宋简 小标宋体 小标宋"),
];

/** Which known font these names are of, as its place in the list. */
export function knownFont(names: readonly string[]): number | undefined {
  const given = new Set(names.map(plain));
  const at = KNOWN_FONTS.findIndex((known) => known.names.some((name) => given.has(name)));
  return at === -1 ? undefined : at;
}

/** Makers differ in blanks, hyphens, underlines, case and full width. */
function plain(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, "");
}
