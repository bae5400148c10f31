/** The outline of a document: what a reader of its PDF sees beside the pages. */
import { labelOf } from "@zipingbiao/core";
import type { CorrectionView } from "./correction-view.ts";
import type { FormView } from "./form-view.ts";
import type { ReportView } from "./report/report-view.ts";
import type { PrintedView } from "./view-text.ts";
import type { VolumeFrame } from "./volume-view.ts";

/** One entry of the outline. */
export interface Bookmark {
  readonly title: string;
  /** The `id` in the page to which it leads. */
  readonly anchor: string;
  /** Counted from one; an entry stands below the last one before it of a lower level. */
  readonly level: number;
}

/** The outline of a view, in the order of its page. */
export function bookmarksOf(view: PrintedView): readonly Bookmark[] {
  switch (view.kind) {
    case "form":
      return ofForm(view);
    case "volume":
      return bookmarksOfVolume(view);
    case "correction":
      return ofCorrection(view);
    case "report":
      return ofReport(view);
  }
}

function ofForm({ about, anchors, total }: FormView): readonly Bookmark[] {
  return [
    { title: about.title, anchor: anchors.form, level: 1 },
    { title: labelOf("funds"), anchor: anchors.funds, level: 2 },
    { title: labelOf("overallGoal"), anchor: anchors.goals, level: 2 },
    { title: labelOf("indicators"), anchor: anchors.indicators, level: 2 },
    { title: total.caption, anchor: anchors.total, level: 2 },
  ];
}

/** The outline of a volume, for which its frame is enough. */
export function bookmarksOfVolume({ cover, contents, list, groups, unpublished }: VolumeFrame): readonly Bookmark[] {
  return [
    { title: cover.name, anchor: cover.anchor, level: 1 },
    { title: contents.title, anchor: contents.anchor, level: 1 },
    { title: list.title, anchor: list.anchor, level: 1 },
    ...groups.flatMap(({ divider, forms }) => [
      ...(divider === null ? [] : [{ title: divider.title, anchor: divider.anchor, level: 1 }]),
      ...forms.map(({ number, project, year, anchor }) => ({
        title: `${number}　${project}${year}`,
        anchor,
        level: divider === null ? 1 : 2,
      })),
    ]),
    ...(unpublished === null ? [] : [{ title: unpublished.title, anchor: unpublished.anchor, level: 1 }]),
  ];
}

function ofCorrection({ about, anchor }: CorrectionView): readonly Bookmark[] {
  return [{ title: about.title, anchor, level: 1 }];
}

/** The anchors stand in the report's templates. */
function ofReport(view: ReportView): readonly Bookmark[] {
  const { about, basics, results, indicators, problems, measures, remarks, annexes } = view;
  const parts = { basics, results, indicators, problems, measures, remarks };
  const named = Object.entries(parts).map(([anchor, { heading }]) => ({ title: heading, anchor }));
  const annexed = Object.entries(annexes).flatMap(([name, annex]: readonly [string, ReportAnnex]) =>
    annex === null ? [] : [{ title: `${annex.label}　${annex.title}`, anchor: `annex-${name}` }],
  );
  return [
    { title: about.title, anchor: "report", level: 1 },
    ...[...named, ...annexed].map((entry) => ({ ...entry, level: 2 })),
  ];
}

type ReportAnnex = { readonly label: string; readonly title: string } | null;
