/** The roles that a style sheet may name, as Word's Chinese users know them, and which font of ours plays each. */

export type Weight = 400 | 700;

/** A family as style sheets call it. */
export type Role = "Zpb Song" | "Zpb Hei" | "Zpb Kai" | "Zpb FangSong" | "Zpb XiaoBiaoSong";

/** The families that come with npm. */
export type BundledFamily = "Zpb Song" | "Zpb Hei" | "Zpb Kai";

export interface RoleFacts {
  readonly role: Role;
  /** 宋体, 黑体 … */
  readonly name: string;
  readonly playedBy: BundledFamily;
  /** The role is a heavy one: a family of two weights plays it with its bold face alone. */
  readonly heavy: boolean;
  /** No free font of this kind is in npm; one of another kind stands in. */
  readonly substituted: boolean;
}

export const ROLES: readonly RoleFacts[] = [
  { role: "Zpb Song", name: "宋体", playedBy: "Zpb Song", heavy: false, substituted: false },
  { role: "Zpb Hei", name: "黑体", playedBy: "Zpb Hei", heavy: false, substituted: false },
  { role: "Zpb Kai", name: "楷体", playedBy: "Zpb Kai", heavy: false, substituted: false },
  { role: "Zpb FangSong", name: "仿宋", playedBy: "Zpb Song", heavy: false, substituted: true },
  { role: "Zpb XiaoBiaoSong", name: "小标宋", playedBy: "Zpb Song", heavy: true, substituted: true },
];

/** The role that a list of families asks for first: 宋体, where it names none of ours. */
export function roleOf(families: readonly string[]): Role {
  for (const family of families) {
    const known = ROLES.find(({ role }) => role === family);
    if (known !== undefined) return known.role;
  }
  return "Zpb Song";
}

/** What people call our fonts. */
export const BUNDLED_NAMES: Readonly<Record<BundledFamily, string>> = {
  "Zpb Song": "Noto Serif SC",
  "Zpb Hei": "Noto Sans SC",
  "Zpb Kai": "霞鹜文楷",
};
