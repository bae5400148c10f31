/** What `zpb verify` found, for people: by file, one line a place. */
import type { Mismatch, VerifyOutcome } from "@zipingbiao/publisher";
import { hang, shorten } from "./wrap.ts";

/** Columns of every line, and of a text that is set beside another. */
const WIDTH = 100;
const TEXT_WIDTH = 72;

/** The whole text; the last line says whether all agrees. */
export function printVerification({ files, documents, mismatches, notes, troubles }: VerifyOutcome): string {
  const byFile = Map.groupBy(mismatches, ({ file }) => file);
  const blocks = [...byFile].map(([file, each]) => hang("■ ", file, WIDTH) + each.map(printMismatch).join(""));
  const counted = `与文件清单核对了 ${files} 个文件，与所带的数据逐格核对了 ${documents} 份文档`;
  const result =
    mismatches.length === 0
      ? files + documents === 0
        ? "没有可以核对的内容。"
        : "没有发现不符。"
      : `${byFile.size} 个文件有 ${mismatches.length} 处不符。不符的文件不要采用，请向发布单位索取原件，或由原来的数据重新生成。`;
  const lines = [
    ...notes.map((note) => hang("注意：", note, WIDTH)),
    ...(troubles.length === 0 ? [] : [`${troubles.length} 处未能读取，见上。\n`]),
    hang("", `${counted}：${result}`, WIDTH),
  ];
  return [...blocks, ...lines].join("");
}

function printMismatch({ place, what, shown, data }: Mismatch): string {
  const head = hang("  · ", place === undefined ? what : `${place}：${what}`, WIDTH);
  if (shown === undefined || data === undefined) return head;
  return head + hang("      现为 ", textOf(shown), WIDTH) + hang("      应为 ", textOf(data), WIDTH);
}

function textOf(text: string): string {
  return text === "" ? "（没有）" : shorten(text.replaceAll(/\s+/gu, " "), TEXT_WIDTH);
}
