/** A printed figure → a number that shows the same text, where a spreadsheet can; else the text. */
import { groupThousands } from "@zipingbiao/core";
import { exactNumber } from "../sheet/cell-value.ts";
import type { LaidValue } from "../sheet/laid-sheet.ts";

const FIGURE = /^(-?)((?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,10}))?)(%?)$/u;

/** `2,936.70` is 2936.7 shown as `#,##0.00`; `99.75%` is 0.9975 shown as `0.00%`. */
export function figureValue(text: string): LaidValue {
  const [, sign = "", digits = "", fraction = "", percent = ""] = FIGURE.exec(text) ?? [];
  const plain = digits.replaceAll(",", "");
  const figure = percent === "" ? plain : hundredth(plain);
  // A sheet knows no negative zero, and prints no sign for it.
  const isExact = plain !== "" && exactNumber(plain) !== undefined && !(sign !== "" && /^[0.]*$/u.test(plain));
  const isGrouped = digits.includes(",");
  if (!isExact || (isGrouped && groupThousands(plain) !== digits)) return { kind: "text", text };
  const whole = isGrouped ? "#,##0" : "0";
  const places = fraction === "" ? "" : `.${"0".repeat(fraction.length)}`;
  return { kind: "figure", figure: sign + figure, format: `${whole}${places}${percent}` };
}

/** A hundredth of a plain decimal, by its digits. */
function hundredth(plain: string): string {
  const [whole = "0", fraction = ""] = plain.split(".");
  const padded = whole.padStart(3, "0");
  return `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`;
}
