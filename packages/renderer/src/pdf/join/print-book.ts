/** A book from its parts to one PDF. */
import type { PartJob, PrintedPart } from "../print-page.ts";
import type { BookJob, BookPart, BookPrint, PrintedBook } from "./book-job.ts";
import { inTurn } from "./in-turn.ts";
import { PartsJoin } from "./join-parts.ts";
import { emptyPages } from "./page-feet.ts";

/** Chunks in work: one is printed while the one before it is taken apart and written. */
const IN_WORK = 2;

/** Nothing is printed before the first piece is asked for; no more than two chunks are there at once. */
export function printBook(print: (job: PartJob) => Promise<PrintedPart>, job: BookJob): BookPrint {
  let printed: PrintedBook | undefined;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const join = new PartsJoin();
    // 书末先印：它有印不出的字时，一个字节也还没有写出。
    const back = job.back === undefined ? undefined : await print(partJob(job, job.back));
    for await (const part of inTurn(job.chunks, IN_WORK, (chunk) => print(partJob(job, chunk)))) yield* join.add(part);
    if (back !== undefined) yield* join.add(back);
    const front = await print(partJob(job, job.front, (pages) => join.pageOf(pages)));
    const feet = await print(feetJob(job, front.pages + join.pages));
    printed = yield* join.finish(front, feet.pdf, job);
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
  { title, signal }: BookJob,
  { html, texts, anchors }: BookPart,
  pageOf?: (pages: number) => ReadonlyMap<string, number>,
): PartJob {
  const part = { outside: placesOutside(html), pageOf };
  return { html, title, texts, anchors, asPart: part, ...(signal === undefined ? {} : { signal }) };
}

// Every value is escaped, so a quote can only ever be the template's own.
const PLACE = / id="([^"]*)"/g;
const LINK = / href="#([^"]*)"/g;

/** Where links lead that stay in the document and leave this part of it. */
function placesOutside(html: string): string[] {
  const own = new Set([...html.matchAll(PLACE)].map(([, name]) => name));
  const linked = new Set([...html.matchAll(LINK)].map(([, name = ""]) => name));
  return [...linked].filter((name) => !own.has(name));
}

function feetJob({ title, front, signal }: BookJob, pages: number): PartJob {
  const html = emptyPages(front.html, pages);
  return { html, title, texts: [], anchors: [], ...(signal === undefined ? {} : { signal }) };
}
