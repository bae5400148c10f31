import { FREQUENT_SECOND_LEVEL } from "./frequent-characters.ts";

/** Kangxi radicals and their supplement: they look like ideographs, and no official text means them. */
export const radicals = { first: 0x2e80, last: 0x2fdf } as const;

type Ranges = readonly (readonly [first: number, last: number])[];

/** Signs that forms, captions and notes are full of; a face gives what it has of them. */
const commonSigns: Ranges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2027],
  [0x2030, 0x203b],
  [0x20a9, 0x20ac],
  [0x2100, 0x2122],
  [0x2150, 0x217f],
  [0x2190, 0x2199],
  [0x221a, 0x221e],
  [0x2248, 0x2265],
  [0x2460, 0x249b],
  [0x25a0, 0x25cf],
  [0x2605, 0x2606],
  [0x2713, 0x2718],
  [0x3000, 0x301f],
  [0x3220, 0x3229],
  [0x3388, 0x33ce],
  [0xff01, 0xff5e],
  [0xffe0, 0xffe6],
];

/** Signs beside GB 2312 that may turn up. */
const furtherSigns: Ranges = [
  [0x100, 0x17f],
  [0x391, 0x3c9],
  [0x203c, 0x205e],
  [0x2070, 0x209c],
  [0x2123, 0x218b],
  [0x219a, 0x21ff],
  [0x2200, 0x22ff],
  [0x249c, 0x24ff],
  [0x2500, 0x25ff],
  [0x2600, 0x2642],
  [0x3020, 0x303f],
  [0x3200, 0x33ff],
  [0xfe30, 0xfe6b],
];

/** Code points in the order in which a glyph of several goes to one of them. */
export interface WantedCharacters {
  readonly common: ReadonlySet<number>;
  readonly further: ReadonlySet<number>;
}

/**
 * The characters of the common face (the first level of GB 2312, what is frequent of the second, signs), and of the
 * further one (the rest of GB 2312 and signs that are seldom seen). A print takes time for every character that a face
 * has: 8,000 in one face are a fifth of the time of a form.
 * Fixed for good: a face made for the characters of one run would make a form's PDF depend on its neighbours.
 */
export function wantedCharacters(): WantedCharacters {
  const signs = new Set(unfold(commonSigns));
  // Of ～ and 〜, which are one glyph, the one that GB 2312 has comes first.
  const official = gb2312(0xa1, 0xa9).filter((code) => signs.has(code));
  const common = new Set([...gb2312(0xb0, 0xd7), ...codesOf(FREQUENT_SECOND_LEVEL), ...official, ...signs]);
  const further = new Set([...gb2312(0xa1, 0xf7), ...unfold(furtherSigns)].filter((code) => !common.has(code)));
  return { common, further };
}

/** The characters of these rows, which are numbered by their first byte. */
function gb2312(first: number, last: number): number[] {
  // TextDecoder 没有 GB 2312 本身；它的码区在 GBK 里原样保留，只是空位被填成私用区。
  const decoder = new TextDecoder("gbk");
  const codes: number[] = [];
  for (let row = first; row <= last; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const [code, more] = codesOf(decoder.decode(Uint8Array.of(row, cell)));
      if (code === undefined || more !== undefined || code === 0xfffd || isPrivateUse(code)) continue;
      codes.push(code);
    }
  }
  return codes;
}

function codesOf(text: string): number[] {
  return [...text].map((each) => each.codePointAt(0) ?? 0);
}

function unfold(ranges: Ranges): number[] {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
}

function isPrivateUse(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}

/** Sorted code points as inclusive ranges, the way they are written down. */
export function toRanges(codes: Iterable<number>): [number, number][] {
  const ranges: [number, number][] = [];
  for (const code of [...codes].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1 === code) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

/** Membership, and nothing else: what coverage asks of a set of code points. */
export interface CodePoints {
  has(code: number): boolean;
}

/** Sorted ranges as a set, without unfolding thirty thousand code points at every start. */
export function codePointsOf(ranges: Ranges): CodePoints {
  return {
    has: (code) => {
      let [low, high] = [0, ranges.length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const [first, last] = ranges[middle] ?? [0, 0];
        if (code < first) high = middle - 1;
        else if (code > last) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
}
