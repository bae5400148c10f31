/** Kangxi radicals and their supplement: they look like ideographs, and no official text means them. */
export const radicals = { first: 0x2e80, last: 0x2fdf } as const;

/** Signs beside GB 2312 that forms, captions and notes use; a face gives what it has of them. */
const signs: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x391, 0x3c9],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x209c],
  [0x20a9, 0x20ac],
  [0x2100, 0x218b],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2460, 0x24ff],
  [0x2500, 0x25ff],
  [0x2600, 0x2642],
  [0x2713, 0x2718],
  [0x3000, 0x303f],
  [0x3200, 0x33ff],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff5e],
  [0xffe0, 0xffe6],
];

/**
 * The characters of the common face, the likeliest first: GB 2312, then signs.
 * Fixed for good: a face made for the characters of one run would make a form's PDF depend on its neighbours.
 */
export function commonCharacters(): Set<number> {
  const chosen = new Set<number>();
  for (let code = 0x20; code <= 0x7e; code++) chosen.add(code);
  // TextDecoder 没有 GB 2312 本身；它的码区在 GBK 里原样保留，只是空位被填成私用区。
  const decoder = new TextDecoder("gbk");
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const [code, more] = [...decoder.decode(Uint8Array.of(row, cell))].map((each) => each.codePointAt(0) ?? 0);
      if (code === undefined || more !== undefined || code === 0xfffd || isPrivateUse(code)) continue;
      chosen.add(code);
    }
  }
  for (const [first, last] of signs) for (let code = first; code <= last; code++) chosen.add(code);
  return chosen;
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
export function codePointsOf(ranges: readonly (readonly [number, number])[]): CodePoints {
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
