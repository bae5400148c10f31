/** VolumeFrame and its forms, one by one → the body of a volume, piece by piece. */
import type { Edition, SelfEvaluationForm, Twin } from "@zipingbiao/core";
import { type Bookmark, bookmarksOfVolume } from "../view/bookmarks.ts";
import { textsOf } from "../view/view-text.ts";
import { viewEntry } from "../view/view-volume.ts";
import { backCells, dividerCells, entryCells, frontCells } from "../view/volume-cells.ts";
import type { AboutDocument } from "../view/form-view.ts";
import type { VolumeFrame } from "../view/volume-view.ts";
import { type PlacesElsewhere, checkPlaces } from "./check-places.ts";
import type { Templates } from "./compile-templates.ts";
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
  readonly body: string;
  /** Every text that it must show. */
  readonly texts: readonly string[];
  /** Its places that the outline or other pieces lead to. */
  readonly anchors: readonly string[];
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
  const body = front.layOut(frame);
  checkPlaces(front.file, body, { taken: before, promised });
  const back = frame.unpublished === null ? undefined : unpublished.layOut(frame.unpublished);
  if (back !== undefined) checkPlaces(unpublished.file, back, { taken: before, promised });
  return {
    ...frame.about,
    template: front.file,
    style: front.style,
    lang: "zh-CN",
    bookmarks,
    twin,
    front: {
      body,
      texts: textsOf(frontCells(frame)),
      anchors: [frame.cover.anchor, frame.contents.anchor, frame.list.anchor],
    },
    forms: () => pieces(templates, frame, forms(), { taken: new Set(before), promised }),
    back:
      back === undefined || frame.unpublished === null
        ? undefined
        : { body: back, texts: textsOf(backCells(frame.unpublished)), anchors: [frame.unpublished.anchor] },
  };
}

/** The body as one web page. */
export function* volumeHtml(volume: LaidVolume): Generator<string> {
  yield documentHead(volume.style, volume.title, volume.twin);
  let separator = "";
  for (const body of bodiesOf(volume)) {
    yield separator + body;
    separator = "\n";
  }
  yield DOCUMENT_TAIL;
}

/** All pieces of the body in their order. */
export function* bodiesOf({ front, forms, back }: LaidVolume): Generator<string> {
  yield front.body;
  for (const { body } of forms()) yield body;
  if (back !== undefined) yield back.body;
}

function* pieces(
  templates: Templates,
  frame: VolumeFrame,
  forms: Iterable<VolumeForm>,
  places: PlacesElsewhere,
): Generator<LaidPiece> {
  const opened = forms[Symbol.iterator]();
  const laid = (file: string, piece: LaidPiece): LaidPiece => {
    checkPlaces(file, piece.body, places);
    const unnamed = piece.anchors.find((name) => !places.taken.has(name));
    if (unnamed !== undefined) throw new TemplateError(file, 0, `链接 #${unnamed} 没有对应的 id`);
    return piece;
  };
  for (const group of frame.groups) {
    if (group.divider !== null) {
      const { divider } = templates.volume;
      const body = divider.layOut(group.divider);
      yield laid(divider.file, { body, texts: textsOf(dividerCells(group.divider)), anchors: [group.divider.anchor] });
    }
    for (const framed of group.forms) {
      const next = opened.next();
      if (next.done === true) throw new Error("fewer forms than the frame has");
      const entry = viewEntry(group, framed, next.value.form, next.value.edition);
      const template = formTemplate(templates, entry.form);
      const body = template.layOut(entry.form);
      yield laid(template.file, { body, texts: textsOf(entryCells(entry)), anchors: [framed.anchor] });
    }
  }
}
