/** Started by a Node that is too old, the command line hands over to the one that npm brought; what takes long is started first. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const BIN = fileURLToPath(new URL("../bin/zpb.js", import.meta.url));
/** A Node that takes itself for another; what it hands over to knows nothing of that. */
const asNode = (version: string, more = "") =>
  `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}});${more}`;

const started = (preload: string, args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", preload, BIN, ...args], { encoding: "utf8" });

it("with the same words and the same exit status", () => {
  const plain = spawnSync(process.execPath, [BIN, "explain", "scores/total-mismatch"], { encoding: "utf8" });
  const handedOver = started(asNode("20.20.2"), ["explain", "scores/total-mismatch"]);
  expect(plain.stdout).toContain("scores/total-mismatch");
  expect([handedOver.status, handedOver.stdout]).toEqual([0, plain.stdout]);
  expect(started(asNode("20.20.2"), ["没有这个命令"]).status).toBe(64);
});

it("and says what to do where npm brought none", () => {
  const nowhere = started(asNode("20.20.2", 'Object.defineProperty(process,"arch",{value:"none"})'), ["doctor"]);
  expect([nowhere.status, nowhere.stdout]).toEqual([2, ""]);
  expect(nowhere.stderr).toMatch(
    /^未能启动：现有的 Node 为 20\.20\.2，需要 24 或更新的版本.*请安装 Node 24 后重新运行。\n$/u,
  );
});

/** What is refused only when it has been read: time enough for a browser to begin. */
function unreadable(folder: string): string {
  const input = join(folder, "不是自评表.txt");
  writeFileSync(input, "会议通知".repeat(100_000));
  return input;
}

/** `render` with a stand-in for the browser that writes its number into a file; again where it was ended before that. */
function renderWith(folder: string, script: string, formats: readonly string[]) {
  const browser = join(folder, "browser");
  writeFileSync(browser, `#!/bin/sh\necho $$ >"${folder}/pid"\n${script}\n`, { mode: 0o700 });
  rmSync(join(folder, "pid"), { force: true });
  const args = [BIN, "render", unreadable(folder), ...formats];
  const options = { encoding: "utf8", env: { ...process.env, ZPB_BROWSER: browser } } as const;
  let ended = spawnSync(process.execPath, args, options);
  for (let tries = 0; tries < 10 && !existsSync(join(folder, "pid")); tries += 1)
    ended = spawnSync(process.execPath, args, options);
  return ended;
}

it("a browser that was started for nothing is gone with all that it had", () => {
  const folder = mkdtempSync(join(tmpdir(), "zpb-start-"));
  // Stays until it is ended, as one does that does not answer.
  const refused = renderWith(folder, "exec sleep 600", ["--to", "pdf"]);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("不是自评表.txt");
  const group = Number.parseInt(readFileSync(join(folder, "pid"), "utf8"), 10);
  expect(group).toBeGreaterThan(0);
  expect(() => process.kill(-group, 0)).toThrow("ESRCH");
  const runs = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "zipingbiao/run");
  expect(readdirSync(runs).filter((name) => name.split(".")[1] === `${refused.pid}`)).toEqual([]);
  rmSync(folder, { recursive: true });
});

it("the browser is on its way before a form is read, where a PDF is asked for", () => {
  const folder = mkdtempSync(join(tmpdir(), "zpb-start-"));
  const isStarted = (...formats: readonly string[]) => {
    renderWith(folder, "", formats);
    return existsSync(join(folder, "pid"));
  };
  expect(isStarted("--to", "docx,pdf")).toBe(true);
  expect(isStarted("--to=pdf")).toBe(true);
  expect(isStarted("--to", "docx")).toBe(false);
  rmSync(folder, { recursive: true });
});
