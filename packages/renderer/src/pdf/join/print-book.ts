/** A book from its parts to one PDF. */
import type { RawPdf } from "../raw-pdf.ts";
import type { PartJob, SetPart } from "../set-part.ts";
import type { BookJob, BookPart, BookPrint, PrintedBook } from "./book-job.ts";
import { inTurn } from "./in-turn.ts";
import { PartsJoin } from "./join-parts.ts";

/** Chunks in work: one is set while the one before it is taken apart and written. */
const IN_WORK = 2;

/** What sets the parts of a book, and the feet of all its pages. */
export interface BookPress {
  readonly set: (job: PartJob) => Promise<SetPart>;
  readonly feet: (style: BookJob["style"], pages: number) => Promise<RawPdf>;
}

/** Nothing is set before the first piece is asked for; no more than two chunks are there at once. */
export function printBook({ set, feet }: BookPress, job: BookJob): BookPrint {
  let printed: PrintedBook | undefined;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const join = new PartsJoin();
    // 书末先印：它有印不出的字时，一个字节也还没有写出。
    const back = job.back === undefined ? undefined : await set(partJob(job, job.back));
    for await (const part of inTurn(job.chunks, IN_WORK, (chunk) => set(partJob(job, chunk)))) yield* join.add(part);
    if (back !== undefined) yield* join.add(back);
    const front = await set(partJob(job, job.front, (pages) => join.pageOf(pages)));
    printed = yield* join.finish(front, await feet(job.style, front.pages + join.pages), job);
  }
  return {
    pieces: pieces(),
    printed() {
      if (printed === undefined) throw new Error("the book has not been read to its end");
      return printed;
    },
  };
}

function partJob(
  { title, style, signal }: BookJob,
  { blocks, texts }: BookPart,
  pageOf?: (pages: number) => ReadonlyMap<string, number>,
): PartJob {
  return { blocks, style, title, texts, asPart: { pageOf }, ...(signal === undefined ? {} : { signal }) };
}
