import type { Typeface } from "./font-set.ts";
import { ROLES, type Role, type Weight } from "./roles.ts";

/** A family in a role: which of its weights stands for which. */
export interface Player {
  readonly family: string;
  readonly weights: Readonly<Record<Weight, Weight>>;
}

/** Who prints a role, and who helps out. */
export interface Casting {
  readonly role: Role;
  /** 宋体, 黑体 … */
  readonly name: string;
  readonly main: Player;
  /** Further fonts of the role, for characters that the main one lacks. */
  readonly supplements: readonly Player[];
  /** Families of other roles that lend single glyphs, the first that has one. */
  readonly lenders: readonly Player[];
  /** A font of another kind plays the role. */
  readonly substituted: boolean;
}

/** Fonts of the user's, for their roles; a role that is not there is played by ours. */
export type OwnFonts = ReadonlyMap<Role, { readonly main?: Typeface; readonly supplements: readonly Typeface[] }>;

/** Gives every role its fonts. The order of lenders is fixed: the same fonts print the same bytes. */
export function castRoles(bundled: readonly Typeface[], own: OwnFonts): readonly Casting[] {
  const ofUser = ROLES.flatMap(({ role }) => {
    const { main, supplements = [] } = own.get(role) ?? {};
    return main === undefined ? supplements : [main, ...supplements];
  });
  return ROLES.map(({ role, name, playedBy, heavy, substituted }) => {
    const given = own.get(role);
    const ours = bundled.find(({ family }) => family === playedBy);
    const main = given?.main ?? ours;
    if (main === undefined) throw new Error(`no font plays ${role}`);
    const player = (typeface: Typeface): Player => ({ family: typeface.family, weights: weightsOf(typeface, heavy) });
    const supplements = given?.supplements ?? [];
    const others = [...(ours === undefined ? [] : [ours]), ...ofUser, ...bundled];
    const lenders = [...new Set(others)].filter((each) => each !== main && !supplements.includes(each));
    return {
      role,
      name,
      main: player(main),
      supplements: supplements.map(player),
      lenders: lenders.map(player),
      substituted: substituted && given?.main === undefined,
    };
  });
}

/** A single face stands for both weights: a bold that the browser makes up would be Type 3, whose text is lost. */
function weightsOf({ faces }: Typeface, heavy: boolean): Player["weights"] {
  const has = (weight: Weight) => faces.some((face) => face.weight === weight);
  const regular = has(400) ? 400 : 700;
  const bold = has(700) ? 700 : 400;
  return heavy ? { 400: bold, 700: bold } : { 400: regular, 700: bold };
}
