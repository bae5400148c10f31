/** VolumeFrame and its forms, one by one → the body of a volume, piece by piece. */
import type { Edition, SelfEvaluationForm, Twin } from "@zipingbiao/core";
import { type Bookmark, bookmarksOfVolume } from "../view/bookmarks.ts";
import type { CellRow } from "../view/labelled-cell.ts";
import { textsOf } from "../view/view-text.ts";
import { viewEntry } from "../view/view-volume.ts";
import { backCells, dividerCells, entryCells, frontCells } from "../view/volume-cells.ts";
import type { AboutDocument } from "../view/form-view.ts";
import type { VolumeFrame } from "../view/volume-view.ts";
import type { LaidOut } from "./block-builder.ts";
import { type PlacesElsewhere, checkPlaces } from "./check-places.ts";
import type { Template, Templates } from "./compile-templates.ts";
import { DOCUMENT_TAIL, documentHead } from "./document-text.ts";
import { formTemplate } from "./form-template.ts";
import type { StyleSheet } from "./style-sheet.ts";
import { TemplateError } from "../template/template-error.ts";

/** A volume that is laid out as it is read: nothing holds all its forms. */
export interface LaidVolume extends AboutDocument {
  readonly template: string;
  readonly style: StyleSheet;
  readonly lang: "zh-CN";
  readonly bookmarks: readonly Bookmark[];
  readonly twin: Twin;
  readonly front: LaidPiece;
  /** Dividers and forms in their order, each made when its turn comes; anew for every walk. */
  readonly forms: () => Iterable<LaidPiece>;
  readonly back: LaidPiece | undefined;
}

/** A stretch of a volume's body that begins on a new page. */
export interface LaidPiece {
  /** In the vocabulary of `vocabulary.ts`. */
  readonly laid: LaidOut;
  /** The same as HTML. */
  readonly markup: () => string;
  /** Every text that it must show. */
  readonly texts: readonly string[];
}

/** A form of the volume, whole. */
export interface VolumeForm {
  readonly form: SelfEvaluationForm;
  readonly edition: Edition;
}

/**
 * `forms` opens the forms of the frame in their order. Throws {@link TemplateError} like `renderPage`, of a form when its
 * turn comes.
 */
export function layOutVolume(
  templates: Templates,
  frame: VolumeFrame,
  forms: () => Iterable<VolumeForm>,
  twin: Twin,
): LaidVolume {
  const { front, unpublished } = templates.volume;
  const bookmarks = bookmarksOfVolume(frame);
  const promised = new Set(bookmarks.map(({ anchor }) => anchor));
  const before = new Set<string>();
  const places = { taken: before, promised };
  const first = laidPiece(front, frame, frontCells(frame), places);
  const back =
    frame.unpublished === null
      ? undefined
      : laidPiece(unpublished, frame.unpublished, backCells(frame.unpublished), places);
  return {
    ...frame.about,
    template: front.file,
    style: front.style,
    lang: "zh-CN",
    bookmarks,
    twin,
    front: first,
    forms: () => formPieces(templates, frame, forms(), { taken: new Set(before), promised }),
    back,
  };
}

/** Throws like {@link checkPlaces}. */
function laidPiece(template: Template, view: object, cells: readonly CellRow[], places: PlacesElsewhere): LaidPiece {
  const laid = template.layOut(view);
  checkPlaces(template.file, laid, places);
  return { laid, markup: () => template.markup(view), texts: textsOf(cells) };
}

/** The body as one web page. */
export function* volumeHtml(volume: LaidVolume): Generator<string> {
  yield documentHead(volume.style, volume.title, volume.twin);
  let separator = "";
  for (const { markup } of piecesOf(volume)) {
    yield separator + markup();
    separator = "\n";
  }
  yield DOCUMENT_TAIL;
}

/** All pieces of the body in their order. */
export function* piecesOf({ front, forms, back }: LaidVolume): Generator<LaidPiece> {
  yield front;
  yield* forms();
  if (back !== undefined) yield back;
}

function* formPieces(
  templates: Templates,
  frame: VolumeFrame,
  forms: Iterable<VolumeForm>,
  places: PlacesElsewhere,
): Generator<LaidPiece> {
  const opened = forms[Symbol.iterator]();
  const piece = (template: Template, view: object, cells: readonly CellRow[], anchor: string): LaidPiece => {
    const made = laidPiece(template, view, cells, places);
    if (!places.taken.has(anchor)) throw new TemplateError(template.file, 0, `链接 #${anchor} 没有对应的 id`);
    return made;
  };
  for (const group of frame.groups) {
    if (group.divider !== null) {
      yield piece(templates.volume.divider, group.divider, dividerCells(group.divider), group.divider.anchor);
    }
    for (const framed of group.forms) {
      const next = opened.next();
      if (next.done === true) throw new Error("fewer forms than the frame has");
      const entry = viewEntry(group, framed, next.value.form, next.value.edition);
      const template = formTemplate(templates, entry.form);
      yield piece(template, entry.form, entryCells(entry), framed.anchor);
    }
  }
}
