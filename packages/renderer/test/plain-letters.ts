/** A case of letters without fonts: ideographs are an em wide, everything else is half of one. */
import type { Face } from "../src/pdf/typeset/faces/face.ts";
import type { LetterCase } from "../src/pdf/typeset/lines/set-text.ts";

// Only what lines are placed by is ever asked of it.
const FACE = { name: "Plain", ascent: 800, descent: -200 } as unknown as Face;

export const plainLetters: LetterCase = {
  letterOf: (_, code) => ({
    code,
    face: FACE,
    advance: code === 0x0a || code === 0x200b ? 0 : code >= 0x2e80 ? 1000 : 500,
    isDrawn: code !== 0x0a && code !== 0x200b,
  }),
  faceOf: () => FACE,
};
