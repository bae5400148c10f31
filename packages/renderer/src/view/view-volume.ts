/** FormViews → VolumeView. */
import type { FormView } from "./form-view.ts";
import type { VolumeView } from "./volume-view.ts";

/** Title lines of a volume; `author` goes into the file properties. */
export interface VolumeTitle {
  readonly title: string;
  readonly subtitle?: string;
  readonly author?: string;
}

/** All forms in one document, in the given order. */
export function viewVolume(forms: readonly FormView[], head: VolumeTitle): VolumeView {
  return {
    kind: "volume",
    about: { title: head.title, subject: head.subtitle ?? "", author: head.author ?? "", keywords: [head.title] },
    title: head.title,
    subtitle: head.subtitle ?? "",
    columns: { number: "序号", project: "项目名称", unit: "实施单位" },
    forms: forms.map((form, at) => ({ number: String(at + 1), form })),
  };
}
