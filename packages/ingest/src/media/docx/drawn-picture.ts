/** A drawing in a Word document that shows one picture as it is, and nothing else. */

/** The picture that a drawing shows: its relationship, and its text alternative. */
export interface DrawnPicture {
  readonly relation: string;
  readonly alt: string;
}

/** Whatever says how a picture is kept, not how it looks. */
const ANY = undefined;

/**
 * What a plain picture in its line is made of, as Word and LibreOffice write it, each with the attributes that change
 * nothing of what is seen. Cropping, turning, other colours, a second picture instead, text over it, a link are not.
 */
const PLAIN: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ["inline", ANY],
  ["extent", ["cx", "cy"]],
  ["effectExtent", ["l", "t", "r", "b"]],
  ["docPr", ["id", "name", "descr"]],
  ["cNvGraphicFramePr", []],
  ["graphicFrameLocks", ANY],
  ["graphic", []],
  ["graphicData", ["uri"]],
  ["pic", []],
  ["nvPicPr", []],
  ["cNvPr", ["id", "name", "descr"]],
  ["cNvPicPr", ANY],
  ["picLocks", ANY],
  ["blipFill", []],
  ["blip", ["r:embed", "cstate"]],
  ["srcRect", []],
  ["stretch", []],
  ["fillRect", []],
  ["spPr", ["bwMode"]],
  ["xfrm", []],
  ["off", ["x", "y"]],
  ["ext", ["cx", "cy", "uri"]],
  ["prstGeom", ["prst"]],
  ["avLst", []],
  ["extLst", []],
  ["useLocalDpi", ANY],
  ["ln", ["w"]],
  ["noFill", []],
]);

/** Reads a drawing from its first element to its last. */
export class DrawingReader {
  #isPlain = true;
  readonly #relations: string[] = [];
  readonly #alts: string[] = [];

  open(name: string, attributes: Readonly<Record<string, string | undefined>>): void {
    if (!isPlain(name, attributes)) this.#isPlain = false;
    if (name === "blip") this.#relations.push(attributes["r:embed"] ?? "");
    if (name === "docPr") this.#alts.push(attributes["descr"] ?? "");
  }

  /** `undefined` for a drawing that is anything else. */
  get picture(): DrawnPicture | undefined {
    const [relation, ...relations] = this.#relations;
    const [alt, ...alts] = this.#alts;
    if (!this.#isPlain || relation === undefined || alt === undefined || relations.length > 0 || alts.length > 0)
      return undefined;
    return { relation, alt };
  }
}

/** Sides, in English metric units: 36,000 to a millimetre. */
const SIDES = ["cx", "cy"] as const;
const LEAST_DIGITS = 6;

/** Whether a side is long enough to be seen: nearly 3 mm at the least. */
function isSeen(side: string | undefined): boolean {
  return side !== undefined && /^[1-9]\d*$/u.test(side) && side.length >= LEAST_DIGITS;
}

function isPlain(name: string, attributes: Readonly<Record<string, string | undefined>>): boolean {
  const allowed = PLAIN.get(name);
  if (allowed === undefined) return PLAIN.has(name);
  if (name === "extent" && SIDES.some((side) => !isSeen(attributes[side]))) return false;
  if (name === "prstGeom" && attributes["prst"] !== "rect") return false;
  return Object.keys(attributes).every((key) => allowed.includes(key) || /^xmlns(?::|$)/u.test(key));
}
