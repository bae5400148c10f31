/** What a document shows, held against what its data says. */
import { bare } from "../view/bare-text.ts";
import type { LabelledCell } from "../view/labelled-cell.ts";

/** One place in which the text of a document and its data differ. */
export interface TextDifference {
  /** The cell in Chinese: `第 2 行指标「日常巡检次数」 · 得分`. */
  readonly label: string;
  /** What the document shows; `""` where it shows nothing. */
  readonly shown: string;
  /** What the data says; `""` where it says nothing. */
  readonly data: string;
}

export interface ShownText {
  /** Block by block: headings, paragraphs, cells; `""` for a blank cell. */
  readonly blocks: readonly string[];
  /** Whether what goes on over a page is printed again there, as in a PDF. */
  readonly repeats: boolean;
}

/** A block that should be there. */
interface Expected {
  readonly label: string;
  readonly text: string;
  readonly isCaption: boolean;
}

/** More than these are only counted. */
const MOST_DIFFERENCES = 20;
/** How far the two are looked through for a place from which they agree again. */
const WINDOW = 40;
/** Behind a label that is printed again on the page that its block goes on to. */
const CONTINUED = "（续）";

/**
 * The differences in the order of the page, at most {@link MOST_DIFFERENCES}; none when every cell is as the data has it
 * and nothing else is shown. `blocks` is the page that the data gives, `cells` names them. White space does not count.
 */
export function compareText(
  shown: ShownText,
  blocks: readonly string[],
  cells: readonly LabelledCell[],
): TextDifference[] {
  const expected = labelled(blocks.map(bare), cells);
  const seen = shown.blocks.map(bare);
  const captions = new Set(expected.filter(mayRepeat).map(({ text }) => text));
  // A label that heads the table is printed again above what goes on, so its column shows the mark alone.
  const labels = new Set([CONTINUED, ...expected.map(({ text }) => `${text}${CONTINUED}`)]);
  // What goes on over a page brings blank cells of its own.
  const isPrintedAgain = (text: string) => shown.repeats && (text === "" || captions.has(text) || labels.has(text));
  const differences: TextDifference[] = [];
  let [at, from] = [0, 0];
  while ((at < expected.length || from < seen.length) && differences.length < MOST_DIFFERENCES) {
    const wanted = expected[at];
    const taken = wanted === undefined ? 0 : blocksThatSay(wanted, seen, from, shown.repeats);
    if (taken > 0) {
      at += 1;
      from += taken;
    } else if (from < seen.length && isPrintedAgain(seen[from] ?? "")) from += 1;
    else {
      const [skipped, extra] = nextAgreement(expected, seen, at, from, shown.repeats);
      differences.push(...between(expected.slice(at, at + skipped), seen.slice(from, from + extra), expected[at - 1]));
      at += skipped;
      from += extra;
    }
  }
  return differences.slice(0, MOST_DIFFERENCES);
}

/** What holds a figure is never taken for a heading. */
function mayRepeat({ text, isCaption }: Expected): boolean {
  return isCaption && !/\d/u.test(text);
}

/** How many blocks from `from` on say what is wanted: one, or the pieces of one that was broken up; 0 when they do not. */
function blocksThatSay(wanted: Expected, seen: readonly string[], from: number, repeats: boolean): number {
  const first = seen[from] ?? "";
  if (first === wanted.text) return 1;
  if (first === "" || wanted.text === "") return 0;
  // A heading row is printed on every page, and every time under the same tag.
  if (repeats && mayRepeat(wanted) && isRepeated(first, wanted.text)) return 1;
  let said = 0;
  for (let count = 0; from + count < seen.length && said < wanted.text.length; count += 1) {
    const piece = seen[from + count] ?? "";
    if (piece === "" || !wanted.text.startsWith(piece, said)) return 0;
    said += piece.length;
    if (said === wanted.text.length) return count + 1;
  }
  return 0;
}

/** Whether `shown` is `text` several times over, each of its lines by itself: 「全年预算数全年预算数（万元）（万元）」. */
function isRepeated(shown: string, text: string): boolean {
  const times = shown.length / text.length;
  if (times < 2 || !Number.isInteger(times)) return false;
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to <= text.length && !shown.startsWith(text.slice(from, to).repeat(times), from * times)) to += 1;
    if (to > text.length) return false;
    from = to;
  }
  return true;
}

/** The fewest blocks to pass over on either side until two in a row agree; one of each when none do. */
function nextAgreement(
  expected: readonly Expected[],
  seen: readonly string[],
  at: number,
  from: number,
  repeats: boolean,
) {
  const agree = (a: number, b: number): boolean => {
    const wanted = expected[a];
    if (wanted === undefined) return b >= seen.length;
    const taken = blocksThatSay(wanted, seen, b, repeats);
    const next = expected[a + 1];
    return taken > 0 && (next === undefined || blocksThatSay(next, seen, b + taken, repeats) > 0);
  };
  for (const [skipped, extra] of STEPS) if (agree(at + skipped, from + extra)) return [skipped, extra] as const;
  return [Math.min(1, expected.length - at), Math.min(1, seen.length - from)] as const;
}

/** One cell changed is the usual case, then one too many or too few, then more of them, evenly first. */
const STEPS: readonly (readonly [skipped: number, extra: number])[] = Array.from({ length: WINDOW }, (_, sum) =>
  Array.from({ length: sum + 1 }, (__, skipped) => [skipped, sum - skipped] as const),
)
  .flat()
  .filter(([skipped, extra]) => skipped + extra > 0)
  .toSorted((a, b) => rankOf(a) - rankOf(b));

function rankOf([skipped, extra]: readonly [number, number]): number {
  const isOneChanged = skipped === 1 && extra === 1;
  return isOneChanged ? 0 : (skipped + extra) * WINDOW + Math.abs(skipped - extra);
}

function between(
  expected: readonly Expected[],
  seen: readonly string[],
  before: Expected | undefined,
): TextDifference[] {
  const count = Math.max(expected.length, seen.length);
  return Array.from({ length: count }, (_, at) => ({
    label: expected[at]?.label ?? `${expected.at(-1)?.label ?? before?.label ?? "开头"}之后`,
    shown: seen[at] ?? "",
    data: expected[at]?.text ?? "",
  }));
}

/** How far a cell is looked for: a template may print a few texts of its own between two cells. */
const TEMPLATE_TEXTS = 12;

/** Names the blocks by the cells whose text they are, alone or with the blocks that follow. */
function labelled(blocks: readonly string[], cells: readonly LabelledCell[]): Expected[] {
  const expected: Expected[] = blocks.map((text) => ({
    label: `版面文字「${text.slice(0, 20)}」`,
    text,
    isCaption: true,
  }));
  let next = 0;
  for (const cell of cells) {
    const wanted = bare(cell.text);
    let passed = 0;
    for (let at = next; at < blocks.length && passed < TEMPLATE_TEXTS; at += 1) {
      if (blocks[at] === "") continue;
      passed += 1;
      const count = countOf(blocks, at, wanted);
      if (count === 0) continue;
      for (let each = at; each < at + count; each += 1) {
        expected[each] = { label: cell.label, text: blocks[each] ?? "", isCaption: cell.isCaption };
      }
      next = at + count;
      break;
    }
  }
  for (const [at, each] of expected.entries()) {
    if (each.text === "") expected[at] = { ...each, label: blankAfter(expected[at - 1]?.label) };
  }
  return expected;
}

const BLANK = "之后的空白格";

function blankAfter(label = "开头"): string {
  return label.endsWith(BLANK) ? label : `${label}${BLANK}`;
}

function countOf(blocks: readonly string[], from: number, wanted: string): number {
  let left = wanted;
  for (let count = 0; left !== ""; count += 1) {
    const block = blocks[from + count] ?? "";
    if (block === "" || !left.startsWith(block)) return 0;
    left = left.slice(block.length);
    if (left === "") return count + 1;
  }
  return 0;
}
