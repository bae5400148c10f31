/** A laid-out volume → the book that is printed. */
import type { LaidPiece, LaidVolume } from "../../page/lay-out-volume.ts";
import type { BookJob, BookPart } from "./book-job.ts";

/**
 * Forms (and dividers) of one print. Fewer make the file larger, for each print carries its glyphs (50: 19 KB a form, 20: 22,
 * 10: 27); more take more time and memory (50: a third more time than 10).
 */
const PER_CHUNK = 20;

/** `perChunk` changes nothing that is seen. */
export function bookOfVolume(volume: LaidVolume, perChunk: number = PER_CHUNK): BookJob {
  const { title, author, subject, keywords, twin, bookmarks, front, back } = volume;
  const part = (pieces: readonly LaidPiece[]): BookPart => ({
    blocks: pieces.flatMap(({ laid }) => laid.blocks),
    texts: pieces.flatMap(({ texts }) => texts),
  });
  return {
    title,
    author,
    subject,
    keywords,
    twin,
    style: volume.style,
    bookmarks,
    front: part([front]),
    chunks: chunksOf(volume.forms(), perChunk, part),
    ...(back === undefined ? {} : { back: part([back]) }),
  };
}

function* chunksOf(
  pieces: Iterable<LaidPiece>,
  perChunk: number,
  part: (pieces: readonly LaidPiece[]) => BookPart,
): Generator<BookPart> {
  let chunk: LaidPiece[] = [];
  for (const piece of pieces) {
    chunk.push(piece);
    if (chunk.length < perChunk) continue;
    yield part(chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield part(chunk);
}
