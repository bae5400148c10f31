/** Started by a Node that is too old, the command line hands over to the one that npm brought. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
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

it("and makes a form's PDF without a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "zpb-start-"));
  const browser = join(folder, "browser");
  writeFileSync(browser, `#!/bin/sh\ntouch "${folder}/started"\n`, { mode: 0o700 });
  const form = fileURLToPath(new URL("../../../fixtures/forms/sh-2024/minhang-2024-a-2/form.json", import.meta.url));
  const args = [BIN, "render", form, "--to", "pdf", "-o", join(folder, "out")];
  const made = spawnSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, ZPB_BROWSER: browser } });
  expect(made.status).toBe(0);
  expect(readdirSync(join(folder, "out")).filter((name) => name.endsWith(".pdf"))).toHaveLength(1);
  expect(existsSync(join(folder, "started"))).toBe(false);
  rmSync(folder, { recursive: true });
});
