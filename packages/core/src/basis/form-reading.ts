/** What the reader of a form says of its own reading. */
import type { Citation } from "./citation.ts";

export const FORM_READING = {
  places: {
    id: "reading/places",
    title: "读取记录",
    certainty: "practice",
    note: "读取时不猜：读不出的、不能确定的、没有归属的文字都单独列出，由人核对原件。",
  },
  editions: {
    id: "reading/editions",
    title: "版式的适用年度",
    certainty: "sample",
    note: "版式以表中文字辨认，不以年度推断；每一版式只在见过样本的年度里核对过。",
  },
} as const satisfies Record<string, Citation>;
