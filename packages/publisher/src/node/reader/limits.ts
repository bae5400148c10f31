/** How much a file may take to be read (decision 12; docs/limits.md says the same to clerks). */

const MIB = 1024 * 1024;
const SECOND = 1000;

/** Memory in bytes, times in milliseconds of the processor: a busy machine refuses nothing. */
export interface ReadLimits {
  /** Resident memory of the process when `reached` pages, forms or sheets have been begun. */
  readonly memory: (reached: number) => number;
  /** Without a page, a form or a sheet more. */
  readonly moving: number;
  /** For the whole file. */
  readonly whole: number;
}

/** What every file may take; the reader itself takes 80 to 180 of it. */
const MEMORY = 256 * MIB;
/** A form as text takes some thirty times its bytes, as JSON half of that; a volume of 500 forms, eight MiB as PDF, 500 MiB. */
const BY_TEXT = 32;
const BY_PACKED = 40;
/** What is packed unfolds to no more than this. */
const MOST_PACKED = 512 * MIB;
/** What has been read is kept to the end of the file. */
const BY_UNIT = MIB / 4;

/** Of a file with these bytes. A thousand torn forms are two MiB of text, and take eight seconds. */
export function limitsFor(bytes: Uint8Array): ReadLimits {
  const isPacked = PACKED_MAGIC.some((magic) => magic.every((byte, at) => bytes[at] === byte));
  const beyond = Math.max(0, bytes.length - MIB);
  const more = isPacked ? Math.min(beyond * BY_PACKED, MOST_PACKED) : beyond * BY_TEXT;
  return {
    memory: (reached) => MEMORY + more + BY_UNIT * Math.max(0, reached - FREE_UNITS),
    // A document of many forms is opened as a whole, without a sign; as Word a volume of 500 is little more than one MiB.
    moving: 2 * SECOND + Math.floor((bytes.length * 4) / MIB) * SECOND,
    whole: 20 * SECOND + Math.ceil(bytes.length / MIB) * 15 * SECOND,
  };
}

/** More for a file whose pictures are drawn with unpacked fonts: these are ours, 20 MB each, and loaded for every picture. */
export const FONTS_MEMORY: number = 192 * MIB;

/** PDF, and the archives that Office files are. */
const PACKED_MAGIC = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b],
] as const;
/** Pages, forms or sheets that every file may have. */
const FREE_UNITS = 40;

/** Laying out what the data of a document says, charts included, goes on without a sign; it is our own code's work. */
export const COMPARE_LIMIT: number = 15 * SECOND;

/** Asleep in the middle of a file: waiting for something that will never come. Of the clock. */
export const ASLEEP_LIMIT: number = 2 * SECOND;

/** Of the clock, where the system does not tell the processor's time; a busy machine counts. */
export const CLOCK_FACTOR = 5;

/** A process that still holds this much after a file is replaced, so that the next file has room. */
export const WORN_MEMORY: number = 200 * MIB;

/** For the heap of JavaScript, in MiB. What lies beside it (a PDF's streams) only the watch bounds. */
export const HEAP_MIB = 768;

/** How often the watch looks, in milliseconds. */
export const WATCH_INTERVAL = 20;

/** How long a process without work is kept when reading is over, in milliseconds: `correct` and `diff` read twice. */
export const SPARE_LIFE: number = 2 * SECOND;
