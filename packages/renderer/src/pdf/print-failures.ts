import type { Casting } from "../fonts/cast.ts";
import type { MissingGlyph } from "../fonts/coverage.ts";
import type { BrowserTrouble } from "./browser-port.ts";
import { PrintFailure } from "./print-failure.ts";

/** The sentences of every failure, in one place, so that they speak with one voice. */
export function closedFailure(): PrintFailure {
  return new PrintFailure("print/closed", { what: "没有打印", why: "打印已经结束", next: "请重新打开打印后再试" });
}

export function abortFailure(signal: AbortSignal | undefined): PrintFailure {
  const said = { what: "没有打印", why: "任务被中止", next: "需要时请重新运行" };
  return new PrintFailure("print/aborted", said, signal?.reason);
}

export function timeoutFailure(patience: number): PrintFailure {
  return new PrintFailure("print/timeout", {
    what: "打印超时",
    why: `浏览器在 ${Math.round(patience / 1000)} 秒内没有印完这一份`,
    next: "请检查表中是否有异常长的文字；若机器繁忙，稍后重试",
  });
}

export function lostFailure(attempts: number, cause: unknown): PrintFailure {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new PrintFailure(
    "print/browser-lost",
    {
      what: `浏览器连续 ${attempts} 次没有印完这一份`,
      why,
      next: "请运行 zpb doctor 查看浏览器；内存不足时减少同时打印的份数",
    },
    cause,
  );
}

export function troubleFailure(trouble: BrowserTrouble): PrintFailure {
  if (trouble.kind === "outside") {
    return new PrintFailure(
      "print/reached-outside",
      {
        what: "页面试图访问外部地址，已拒绝打印",
        why: `页面请求了 ${trouble.message.slice(0, 200)}`,
        next: "模板里的图片须以 data: 内嵌，不得有跳转、外部样式或框架",
      },
      trouble,
    );
  }
  if (trouble.kind === "disk-full") {
    const said = { what: "磁盘空间不足", why: "浏览器写不下打印结果", next: "请清理缓存所在的磁盘后重试" };
    return new PrintFailure("print/disk-full", said, trouble);
  }
  const said = { what: "浏览器不接受这一页", why: trouble.message, next: "请检查模板的 @page 尺寸与页边距" };
  return new PrintFailure("print/refused", said, trouble);
}

export function glyphFailure(missing: readonly MissingGlyph[], castings: readonly Casting[]): PrintFailure {
  const characters = Map.groupBy(missing, ({ character }) => character);
  const named = [...characters.values()].slice(0, 8).map((places) => {
    const roles = places.map(({ role }) => castings.find((casting) => casting.role === role)?.name ?? role);
    return places.slice(0, 1).map(({ character, codePoint, around }) => {
      const usual = character.normalize("NFKC");
      const hint = usual === character ? "" : `，通常写作“${usual}”`;
      return `“${character}”（${codePoint}${hint}）在“…${around}…”，${roles.join("、")}和其他字体都没有`;
    });
  });
  const more = characters.size > named.length ? `；另有 ${characters.size - named.length} 个` : "";
  return new PrintFailure("print/missing-glyph", {
    what: `有 ${characters.size} 个字没有字形，印出来会是空白`,
    why: `${named.join("；")}${more}`,
    next: "请核对这些字是否误录；确为生僻字的，用 --fonts 指明有这个字的字体（如 宋体-ExtB）所在的文件夹",
  });
}

export function textLostFailure(lost: readonly string[]): PrintFailure {
  const named = lost.slice(0, 5).map((text) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`);
  const more = lost.length > named.length ? `等 ${lost.length} 处` : "";
  return new PrintFailure("print/text-lost", {
    what: "PDF 的文字与表不一致，已拒绝",
    why: `文字层里找不到 ${named.join("、")}${more}`,
    next: "请检查模板是否隐藏或截断了文字；如模板无误，请报告此问题",
  });
}

export function unreadableFailure(cause: unknown): PrintFailure {
  const why = cause instanceof Error ? cause.message : String(cause);
  const said = { what: "浏览器给出的 PDF 不是预期的样子", why, next: "请使用自带的浏览器，或报告此问题" };
  return new PrintFailure("print/unreadable-pdf", said, cause);
}
