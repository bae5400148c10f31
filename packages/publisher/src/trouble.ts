/** What went wrong with one input, one form or the whole run, told to a clerk. */
import { formatOrigin } from "@zipingbiao/core";

/** 什么 / 为何 / 怎么办, with the place; `code` is stable for scripts. */
export interface Trouble {
  readonly code: string;
  /** The input's name, where one is concerned. */
  readonly file?: string;
  /** 1-based line in the input. */
  readonly line?: number;
  /** 1-based page in the input. */
  readonly page?: number;
  /** In a workbook, the sheet and the cell. */
  readonly sheet?: string;
  readonly cell?: string;
  /** The form's project name, where one form is concerned. */
  readonly project?: string;
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/** The run cannot go on; caught by the command line. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause?: unknown) {
    super(trouble.what, cause === undefined ? {} : { cause });
    this.trouble = trouble;
  }
}

/** One line: place, what, why, next. */
export function formatTrouble(trouble: Trouble): string {
  const file = trouble.file === undefined ? undefined : formatOrigin({ ...trouble, file: trouble.file });
  const project = trouble.project === undefined ? undefined : `「${trouble.project}」`;
  const place = [file, project].filter((part) => part !== undefined && part !== "").join(" ");
  const sentences = [trouble.what, trouble.why, trouble.next].map(endSentence).join("");
  return place === "" ? sentences : `${place}：${sentences}`;
}

function endSentence(text: string): string {
  return text === "" || /[。！？]$/u.test(text) ? text : `${text}。`;
}

/**
 * The trouble inside a thrown value. Known failures carry 什么/为何/怎么办 themselves; errors of the operating system
 * are told by their code; anything else is a bug and is thrown on.
 */
export function troubleOf(error: unknown, place: Pick<Trouble, "file" | "project">): Trouble {
  if (error instanceof Failure) return { ...place, ...error.trouble };
  if (carriesTrouble(error)) {
    return { ...place, code: error.code, what: error.what, why: error.why, next: error.next };
  }
  const code = systemCode(error);
  if (code === undefined) throw error;
  const known = SYSTEM_TROUBLES[code];
  return {
    ...place,
    code: `system/${code}`,
    what: known?.what ?? "读写文件失败",
    why: known?.why ?? `系统返回 ${code}`,
    next: known?.next ?? "请检查磁盘与权限后重试",
  };
}

interface CarriesTrouble {
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

function carriesTrouble(error: unknown): error is Error & CarriesTrouble {
  return (
    error instanceof Error &&
    ["code", "what", "why", "next"].every((key) => typeof Reflect.get(error, key) === "string")
  );
}

/** The code of an error of the operating system; `undefined` for any other. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

const SYSTEM_TROUBLES: Readonly<Record<string, { what: string; why: string; next: string }>> = {
  ENOENT: { what: "找不到文件或文件夹", why: "路径不存在", next: "请检查路径是否写对" },
  EACCES: { what: "没有权限", why: "当前用户不能读写这个位置", next: "请换一个位置，或请管理员开放权限" },
  EPERM: { what: "没有权限", why: "系统不允许这个操作", next: "请换一个位置，或请管理员开放权限" },
  EROFS: { what: "不能写入", why: "这个位置是只读的", next: "请把输出文件夹放在可写的位置" },
  ENOSPC: { what: "磁盘空间不足", why: "写入时磁盘已满", next: "请清理磁盘后重新运行；已写好的文件都是完整的" },
  ENOTDIR: { what: "路径不是文件夹", why: "路径中间有一段是文件", next: "请检查路径是否写对" },
  EISDIR: { what: "这里要的是一个文件", why: "这个位置是文件夹", next: "请写到文件名为止" },
  EEXIST: { what: "不能建立文件夹", why: "同名的位置已是一个文件", next: "请换一个输出文件夹，或移开同名文件" },
  EMFILE: { what: "打开的文件过多", why: "超过系统限制", next: "请关闭其他程序后重试" },
};
