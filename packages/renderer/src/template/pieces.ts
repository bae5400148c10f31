/** Part of a text; `whole` when a line must not break inside it. */
export interface TextPiece {
  readonly text: string;
  readonly whole: boolean;
}

/** Up to so many Chinese characters wide a tail is kept whole; more might not fit the narrowest column. */
const WIDEST_TAIL = 5;

/**
 * `{{#each (pieces text)}}…{{/each}}`: a text whose tail had best stay on one line is cut before it: a unit in
 * brackets (`≥441.55` `(万元)`), the 指标 of a label (`生态环境成本` `指标`). Joined again it is the same text.
 */
export function pieces(text: string): readonly TextPiece[] {
  const tail = /.([(（][^()（）]*[)）]|指标)$/u.exec(text)?.[1] ?? "";
  if (tail === "" || widthOf(tail) > WIDEST_TAIL) return [{ text, whole: false }];
  return [
    { text: text.slice(0, -tail.length), whole: false },
    { text: tail, whole: true },
  ];
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character < "\u2e80" ? 0.55 : 1;
  return width;
}
