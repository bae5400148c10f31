/** Weight and score of every indicator row: two figures side by side, the only cells that are never torn. */
import { isBlank, plainDecimal } from "../lines/normalise.ts";
import type { Token } from "./token.ts";

/** The token numbers of a row's weight and score: `score` is `weight + 1`, or `weight` itself where only one is printed. */
export interface Anchor {
  readonly weight: number;
  readonly score: number;
}

/**
 *     故障响应服务 ≥3 4 10.00 8.00 已整改        the last two figures of the first run of figures on the line
 *
 * `sample` is a figure of the total row: where it is printed with two decimals, so are weights and scores, and a whole
 * number beside them is a target. Where no line has two figures side by side, every cell stands on a line of its own;
 * then two lines of one figure each are taken.
 */
export function findAnchors(tokens: readonly Token[], sample: string): Anchor[] {
  const decimals = decimalsOf(sample);
  const isFigure = (token: Token | undefined): boolean =>
    token !== undefined &&
    /^\d{1,3}(?:\.\d{1,4})?$/u.test(token.text) &&
    (decimals !== 2 || decimalsOf(token.text) === 2);
  const sameLine = anchorsInLines(tokens, isFigure, decimals);
  return sameLine.length > 0 ? sameLine : anchorsOverLines(tokens, isFigure);
}

function decimalsOf(figure: string): number {
  return (plainDecimal(figure, false)?.split(".")[1] ?? "").length;
}

function anchorsInLines(
  tokens: readonly Token[],
  isFigure: (token: Token | undefined) => boolean,
  decimals: number,
): Anchor[] {
  const anchors: Anchor[] = [];
  let line = -1;
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined || next === undefined || token.line === line || !isFigure(token)) continue;
    if (next.first || (!isFigure(next) && !(isBlank(next.text) && next.text !== ""))) {
      const single = singleFigure(tokens, at, decimals);
      if (single !== undefined) {
        anchors.push(single);
        line = token.line;
      }
      continue;
    }
    let score = at + 1;
    while (tokens[score + 1]?.first === false && isFigure(tokens[score]) && isFigure(tokens[score + 1])) score += 1;
    anchors.push({ weight: score - 1, score });
    line = token.line;
  }
  return anchors;
}

/**
 *     ≥45.00(份) 60.00(份) 10.00          the score is blank, or the weight
 *     ≥45.00(份) 60.00(份) 10.00 l0.00    the score cannot be read
 *
 * One figure behind a result. Only where weights are printed with two decimals can it be told from other numbers.
 */
function singleFigure(tokens: readonly Token[], at: number, decimals: number): Anchor | undefined {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (decimals !== 2 || tokens[at]?.first !== false || before === undefined) return undefined;
  if (!/^(?:[\d.,]+(?:[（(].+[)）]|[%％])|(?:.*[^\d])?达成指标|.*一定效果|.*效果较差)$/u.test(before.text))
    return undefined;
  const isGarbled = next?.first === false && /^[\dlIOo.,，]{2,8}$/u.test(next.text);
  return { weight: at, score: isGarbled ? at + 1 : at };
}

function anchorsOverLines(tokens: readonly Token[], isFigure: (token: Token | undefined) => boolean): Anchor[] {
  const anchors: Anchor[] = [];
  const alone = (at: number): boolean =>
    tokens[at]?.first === true && tokens[at + 1]?.first !== false && isFigure(tokens[at]);
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    if (!alone(at) || !alone(at + 1)) continue;
    // Bare figures may be target and actual as well; the last two of the run are weight and score.
    let score = at + 1;
    while (alone(score + 1)) score += 1;
    anchors.push({ weight: score - 1, score });
    at = score;
  }
  return anchors;
}
