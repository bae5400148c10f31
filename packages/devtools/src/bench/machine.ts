/** What this machine has to measure with: programs, their versions, the fonts that a system browser would print with. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { delimiter, join } from "node:path";

/** A contender that cannot run here; the table says so. */
export class Missing extends Error {
  override readonly name = "Missing";
}

/** @throws Missing when it is not on the PATH */
export function program(name: string): string {
  const found = (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Missing(`缺少 ${name}`);
  return found;
}

/** One line a fact. */
export function describeMachine(): readonly string[] {
  return [
    `${availableParallelism()} 核 ${cpus()[0]?.model.trim() ?? ""}，内存 ${Math.round(totalmem() / 2 ** 30)} GiB，Node ${process.version}`,
    `Chromium：${said("chromium", "--version")}`,
    `系统中文字体（朴素循环所用）：${said("fc-match", "Noto Serif CJK SC")}；粗体 ${said("fc-match", "Noto Serif CJK SC:bold")}`,
    `LibreOffice：${said("soffice", "--version")}`,
  ];
}

function said(name: string, ...args: readonly string[]): string {
  try {
    return spawnSync(program(name), args, { encoding: "utf8", timeout: 30_000 }).stdout.trim() || "未说明";
  } catch (error) {
    if (error instanceof Missing) return error.message;
    throw error;
  }
}
