/** Forms → the documents of their volumes. */
import {
  type BookPrint,
  type LaidVolume,
  PrintFailure,
  bookOfVolume,
  frameVolume,
  layOutVolume,
  renderVolumeDocx,
  volumeHtml,
} from "@zipingbiao/renderer";
import { volumeTwin } from "../batch/document-twin.ts";
import { publishedForm } from "../batch/published-form.ts";
import type { Pieces } from "../batch/store.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import { DOCUMENT_FORMATS, type DocumentFormat, type RenderParts } from "../render-form.ts";
import { type VolumeArrangement, arrangeVolume } from "./arrange-volume.ts";
import { type Writable, listUnpublished } from "./list-unpublished.ts";
import { MOST_FORMS, type PlannedVolume, planVolumes } from "./plan-volumes.ts";
import type { HeldForm, VolumeContent } from "./volume-content.ts";
import { volumeHead } from "./volume-head.ts";

/** A file that is made while its pieces are read. */
export interface VolumeDocument {
  /** `汇编.pdf`, `汇编-第01册.pdf` */
  readonly file: string;
  readonly pieces: Pieces;
  /** Of a PDF whose pieces have been read to their end. */
  readonly pages: () => number | undefined;
}

/**
 * The volumes in the given formats, one document after the other: the pieces of each are read to their end before the
 * next is asked for. At least one form. `most`: forms of one volume.
 */
export async function* renderVolumes(
  { forms, unpublished }: VolumeContent,
  arrangement: VolumeArrangement,
  formats: readonly DocumentFormat[],
  parts: RenderParts,
  most: number = MOST_FORMS,
): AsyncGenerator<VolumeDocument> {
  const planned = planVolumes(arrangeVolume(forms, arrangement), unpublished.length, most);
  for (const [at, volume] of planned.entries()) {
    yield* renderVolume(volume, at === planned.length - 1 ? unpublished : [], formats, parts);
  }
}

/** The PDF comes first: only a print knows the numbers of the pages, which Word shows as well. */
async function* renderVolume(
  volume: PlannedVolume<HeldForm>,
  unpublished: readonly UnpublishedForm[],
  formats: readonly DocumentFormat[],
  parts: RenderParts,
): AsyncGenerator<VolumeDocument> {
  const asked = DOCUMENT_FORMATS.filter((format) => formats.includes(format));
  const isPrinted = asked.some((format) => format !== "html");
  const { laid, print } = isPrinted
    ? await beginPrint(volume, unpublished, parts)
    : { laid: layOut(volume, unpublished, "visible", parts), print: undefined };
  if (print !== undefined && !asked.includes("pdf")) for await (const _ of print.pieces);
  for (const format of asked) {
    const file = `${volume.stem}.${format}`;
    switch (format) {
      case "pdf":
        if (print === undefined) throw new Error("a PDF that was not printed");
        yield { file, pieces: print.pieces, pages: () => print.printed().pages };
        break;
      case "docx":
        yield { file, pieces: [await renderVolumeDocx(laid, print?.printed().pageOf)], pages: () => undefined };
        break;
      case "html":
        yield { file, pieces: volumeHtml(laid), pages: () => undefined };
        break;
    }
  }
}

function layOut(
  { part, groups }: PlannedVolume<HeldForm>,
  unpublished: readonly UnpublishedForm[],
  writable: Writable,
  { templates }: RenderParts,
): LaidVolume {
  const inOrder = groups.flatMap((group) => group.forms);
  const told = listUnpublished(unpublished, writable);
  const sizes = groups.map(({ title, forms: { length } }) => ({ title, forms: length }));
  const twin = volumeTwin(opened(inOrder), {
    groups: sizes,
    unpublished: told,
    ...(part === undefined ? {} : { part }),
  });
  const head = { ...volumeHead(inOrder.map(({ form }) => form)), part };
  return layOutVolume(templates, frameVolume(head, groups, told), () => openedWithEditions(inOrder), twin);
}

function* opened(forms: readonly HeldForm[]) {
  for (const each of forms) yield publishedForm(each.open());
}

function* openedWithEditions(forms: readonly HeldForm[]) {
  for (const each of forms) yield { form: publishedForm(each.open()), edition: each.edition };
}

interface BegunPrint {
  readonly laid: LaidVolume;
  readonly print: BookPrint;
}

/** A print whose first piece is there: what stands behind the forms has been printed by then. */
async function beginPrint(
  volume: PlannedVolume<HeldForm>,
  unpublished: readonly UnpublishedForm[],
  parts: RenderParts,
): Promise<BegunPrint> {
  const printer = await parts.printer();
  const begin = async (writable: Writable): Promise<BegunPrint> => {
    const laid = layOut(volume, unpublished, writable, parts);
    const print = printer.printBook(bookOfVolume(laid));
    return { laid, print: { ...print, pieces: await begun(print.pieces) } };
  };
  try {
    return await begin("visible");
  } catch (error) {
    // Every published form has been printed by itself, so what no face has can only stand in a name at the end.
    if (unpublished.length === 0 || !isMissingGlyph(error)) throw error;
    return await begin("plain");
  }
}

/** The same pieces, of which the first is there. */
async function begun(pieces: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const rest = pieces[Symbol.asyncIterator]();
  const first = await rest.next();
  return (async function* () {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  })();
}

function isMissingGlyph(error: unknown): boolean {
  return error instanceof PrintFailure && error.code === "print/missing-glyph";
}
