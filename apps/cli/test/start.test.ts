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

it("a browser that was started for nothing is gone with all that it had", () => {
  const folder = mkdtempSync(join(tmpdir(), "zpb-start-"));
  const browser = join(folder, "browser");
  // Stays until it is ended, as one does that nobody speaks to.
  writeFileSync(browser, `#!/bin/sh\necho $$ >"${folder}/pid"\nexec sleep 600\n`, { mode: 0o700 });
  const args = ["render", "没有这份表.json", "--to", "pdf"];
  const env = { ...process.env, ZPB_BROWSER: browser };
  const refused = spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8", env });
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("找不到文件或文件夹");
  const group = Number.parseInt(readFileSync(join(folder, "pid"), "utf8"), 10);
  expect(group).toBeGreaterThan(0);
  expect(() => process.kill(-group, 0)).toThrow("ESRCH");
  const runs = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "zipingbiao/run");
  expect(readdirSync(runs).filter((name) => name.split(".")[1] === `${refused.pid}`)).toEqual([]);
  rmSync(folder, { recursive: true });
});

it("the browser is on its way before a form is read, where a PDF is asked for", () => {
  const folder = mkdtempSync(join(tmpdir(), "zpb-start-"));
  const browser = join(folder, "browser");
  writeFileSync(browser, `#!/bin/sh\necho started >"${folder}/started"\n`, { mode: 0o700 });
  const start = (...formats: readonly string[]) => {
    rmSync(join(folder, "started"), { force: true });
    spawnSync(process.execPath, [BIN, "render", "没有这份表.json", ...formats], {
      env: { ...process.env, ZPB_BROWSER: browser },
    });
    return existsSync(join(folder, "started")) && readFileSync(join(folder, "started"), "utf8");
  };
  expect(start("--to", "docx,pdf")).toBe("started\n");
  expect(start("--to=pdf")).toBe("started\n");
  expect(start("--to", "docx")).toBe(false);
  rmSync(folder, { recursive: true });
});
