/** `zpb publish` cut short: killed, told to stop, out of room; and gone on with. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runZpb } from "./run-zpb.ts";

/** 22 forms. */
const INPUT = [
  "fixtures/disclosed/jiading-2024.txt",
  "fixtures/disclosed/shanghai-db-2024.txt",
  "fixtures/disclosed/shanghai-bdc-2021.txt",
  "--waivers",
  "fixtures/waivers.yaml",
];

let work = "";
let undisturbed = "";
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-crash-"));
  const out = join(work, "undisturbed");
  runZpb(["publish", ...INPUT, "-o", out]);
  undisturbed = manifestOf(out);
}, 200_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

function manifestOf(out: string): string {
  return createHash("sha256")
    .update(readFileSync(join(out, "manifest.json")))
    .digest("hex");
}

interface StepEvent {
  readonly kind: string;
  readonly step?: string;
  readonly done?: number;
}

/** Starts a publication and hands over every step that it tells of. */
function start(out: string, args: readonly string[], onStep: (event: StepEvent, child: ChildProcess) => void) {
  const child = spawn(
    process.execPath,
    [join(ROOT, "apps/cli/bin/zpb.js"), "--json", "publish", ...INPUT, "-o", out, ...args],
    {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const told: string[] = [];
  const lines = createInterface(child.stderr);
  lines.on("line", (line) => {
    told.push(line);
    if (!line.startsWith("{")) return;
    onStep(JSON.parse(line) as StepEvent, child);
  });
  const ended = Promise.all([once(child, "exit"), once(lines, "close")]).then(([[status, signal]]) => ({
    status: status as number | null,
    signal: signal as string | null,
    told: told.join("\n"),
  }));
  return { child, ended };
}

/** Processes that were started for the run of `pid`: its browser lies in a folder of that name. */
function leftBy(pid: number | undefined): readonly string[] {
  return readdirSync("/proc").flatMap((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
      return command.includes(`.${pid}.`) ? [command.slice(0, 200)] : [];
    } catch {
      return [];
    }
  });
}

async function gone(pid: number | undefined): Promise<void> {
  for (let waited = 0; leftBy(pid).length > 0 && waited < 100; waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(leftBy(pid)).toEqual([]);
}

describe("a publication that is killed", () => {
  it("is gone on with, again and again, and ends as one that was never disturbed", { timeout: 400_000 }, async () => {
    const out = join(work, "killed");
    const moments: readonly (readonly [string, number])[] = [
      ["read", 1],
      ["print", 3],
      ["print", 12],
      ["volume", 0],
      ["report", 0],
      ["data", 1],
    ];
    let printed = 0;
    for (const [at, [step, done]] of moments.entries()) {
      let first: number | undefined;
      const { child, ended } = start(out, at === 0 ? [] : ["--resume"], (event, running) => {
        if (event.step === "print") first ??= event.done ?? 0;
        if (event.step === step && (event.done ?? 0) >= done) running.kill("SIGKILL");
      });
      expect((await ended).signal, `${step} ${done}`).toBe("SIGKILL");
      await gone(child.pid);
      // What was made is never made again.
      expect(first ?? printed).toBeGreaterThanOrEqual(printed);
      printed = first ?? printed;
      expect(readdirSync(out)).toEqual([".zpb"]);
    }
    expect(printed).toBe(22);
    const last = runZpb(["publish", ...INPUT, "-o", out, "--resume"]);
    expect(last.status).toBe(0);
    expect(last.stdout).toContain("其中 22 份的文档与以前做好的相同，没有重印");
    expect(manifestOf(out)).toBe(undisturbed);
    expect(readdirSync(join(out, ".zpb"))).toEqual(["published.json"]);
    expect(readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("lets nobody go on with another one than that", { timeout: 200_000 }, async () => {
    const out = join(work, "other");
    const { ended } = start(out, [], (event, running) => {
      if (event.step === "print" && (event.done ?? 0) > 3) running.kill("SIGKILL");
    });
    await ended;
    const other = runZpb(["publish", "fixtures/disclosed/jiading-2024.txt", "-o", out, "--resume"]);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain("输入文件、选项或放行文件与中断时不同");
    expect(readdirSync(out)).toEqual([".zpb"]);
  });
});

describe("a publication that is told to stop", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "by %s ends cleanly, says how to go on, and leaves what lay there",
    { timeout: 300_000 },
    async (signal) => {
      const out = join(work, signal);
      // Twice, as by a terminal and by the process that handed over; and no more, for while Node is torn down behind the
      // last line of ours nobody catches a signal.
      let left = 2;
      const { child, ended } = start(out, [], (event, running) => {
        if (event.step !== "print" || (event.done ?? 0) <= 4) return;
        for (; left > 0; left -= 1) running.kill(signal);
      });
      const { status, signal: endedBy, told } = await ended;
      expect({ status, endedBy }).toEqual({ status: 2, endedBy: null });
      expect(told).toContain("--resume");
      // One sentence, not one for every form that was not reached.
      expect(told).not.toContain('"trouble"');
      await gone(child.pid);
      expect(readdirSync(out)).toEqual([".zpb"]);
      expect(readdirSync(join(out, ".zpb"))).not.toContain("lock");
      expect(runZpb(["publish", ...INPUT, "-o", out, "--resume"]).status).toBe(0);
      expect(manifestOf(out)).toBe(undisturbed);
    },
  );
});

describe("a disk without room", () => {
  const mount = (...args: readonly string[]): boolean => spawnSync("mount", args).status === 0;

  it("ends the run with the reason; when there is room, it is gone on with", { timeout: 300_000 }, ({ skip }) => {
    const disk = join(work, "disk");
    mkdirSync(disk);
    if (!mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", disk)) {
      console.warn("!!! NOT RUN: a full disk needs the right to mount one");
      skip();
    }
    try {
      const out = join(disk, "out");
      const full = runZpb(["publish", ...INPUT, "-o", out]);
      expect(full.status).toBe(2);
      expect(full.stderr).toContain("磁盘空间不足");
      expect(readdirSync(out)).toEqual([".zpb"]);
      expect(mount("-o", "remount,size=64m", disk)).toBe(true);
      const resumed = runZpb(["publish", ...INPUT, "-o", out, "--resume"]);
      expect(resumed.status).toBe(0);
      expect(resumed.stdout).toMatch(/其中 \d+ 份的文档与以前做好的相同/u);
      expect(manifestOf(out)).toBe(undisturbed);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});
