/** The reading processes themselves: what they may do, and that none of them outlives its work. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { HOSTILE_PDFS } from "../../ingest/test/hostile-pdfs.ts";
import { readInputs } from "../src/input/read-inputs.ts";
import { Interrupted } from "../src/input/source-reader.ts";
import { nodeEnvironment } from "../src/node/node-environment.ts";
import { openReaderPool } from "../src/node/reader/reader-pool.ts";
import { startReaderProcess } from "../src/node/reader/start-process.ts";

const work = mkdtempSync(join(tmpdir(), "zpb-readers-"));
afterAll(() => rmSync(work, { recursive: true }));

const SOUND = new Uint8Array(
  readFileSync(fileURLToPath(new URL("../../../fixtures/disclosed/jiading-2024.txt", import.meta.url))),
);
const bomb = (): Uint8Array => {
  const found = HOSTILE_PDFS.find(({ name }) => name.includes("draws the next a hundred times"));
  if (found === undefined) throw new Error("no bomb");
  return found.make();
};

/** The reading processes whose parent is `pid`. */
function readersOf(pid: number): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const [state = "", parent = ""] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const isReader = readFileSync(`/proc/${name}/cmdline`, "utf8").includes("reader-process");
      return isReader && state !== "Z" && Number.parseInt(parent, 10) === pid ? [Number.parseInt(name, 10)] : [];
    } catch {
      return [];
    }
  });
}

async function until(holds: () => boolean): Promise<boolean> {
  for (let look = 0; look < 500 && !holds(); look += 1) await wait(20);
  return holds();
}

const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

describe("a reading process", () => {
  it("may read the program and nothing of the user's, write nothing, start nothing, make no code of strings, and knows nothing of its surroundings", async () => {
    const entry = join(
      fileURLToPath(new URL("../src/node/reader", import.meta.url)),
      "../../../test/try-everything.ts",
    );
    process.env["ZPB_TEST_SECRET"] = "x";
    const child = startReaderProcess({}, entry);
    const told = await new Promise((resolve) => child.once("message", resolve));
    child.kill();
    delete process.env["ZPB_TEST_SECRET"];
    expect(told).toEqual({
      own: "allowed",
      passwd: "ERR_ACCESS_DENIED",
      temporary: "ERR_ACCESS_DENIED",
      program: "ERR_ACCESS_DENIED",
      process: "ERR_ACCESS_DENIED",
      worker: "ERR_ACCESS_DENIED",
      code: "EvalError: Code generation from strings disallowed for this context",
      environment: [],
      folder: "/",
    });
  });

  it("that dies in the middle of a file is a trouble of that file; the others are read, in their order", async () => {
    const reader = openReaderPool();
    const hurt = reader.read("炸弹.pdf", bomb());
    const [pid = 0] = readersOf(process.pid);
    const next = reader.read("下一份.txt", SOUND);
    await wait(300);
    process.kill(pid, "SIGSEGV");
    expect((await hurt).problems).toMatchObject([{ code: "read/crashed", file: "炸弹.pdf", why: /SIGSEGV/u }]);
    expect((await next).forms).toHaveLength(3);
    await reader.close();
  });

  it("keeps the order of the inputs when one of them takes long, and names it", async () => {
    const names = ["1.txt", "2.pdf", "3.txt", "4.txt", "5.txt", "6.txt"];
    for (const name of names) writeFileSync(join(work, name), name.endsWith(".pdf") ? bomb() : SOUND);
    const { forms, troubles } = await readInputs([work], nodeEnvironment({ report: () => undefined }));
    expect(forms.map(({ source }) => source.file)).toEqual(
      names.filter((name) => name.endsWith(".txt")).flatMap((name) => [name, name, name]),
    );
    expect(troubles).toMatchObject([{ file: "2.pdf", code: /^read\//u }]);
  });

  it("is ended when the run is interrupted, and the run says so", async () => {
    const stop = new AbortController();
    const reader = openReaderPool({ signal: stop.signal });
    const reading = reader.read("炸弹.pdf", bomb());
    const [pid = 0] = readersOf(process.pid).slice(-1);
    await wait(300);
    stop.abort();
    await expect(reading).rejects.toThrow(Interrupted);
    await expect(reader.read("下一份.txt", SOUND)).rejects.toThrow(Interrupted);
    expect(await until(() => !isAlive(pid))).toBe(true);
    await reader.close();
  });

  it("dies with a program that is killed in the middle of a file", async () => {
    writeFileSync(join(work, "炸弹.pdf"), bomb());
    const script = `
      import { readInputs } from ${JSON.stringify(new URL("../src/input/read-inputs.ts", import.meta.url).href)};
      import { nodeEnvironment } from ${JSON.stringify(new URL("../src/node/node-environment.ts", import.meta.url).href)};
      await readInputs([process.argv[1]], nodeEnvironment({ report: () => undefined }));`;
    const options = ["--conditions=source", "--no-warnings", "--input-type=module", "-e", script];
    const program = spawn(process.execPath, [...options, join(work, "炸弹.pdf")], { stdio: "inherit" });
    const pid = program.pid ?? 0;
    expect(await until(() => readersOf(pid).length > 0)).toBe(true);
    const readers = readersOf(pid);
    await wait(600);
    program.kill("SIGKILL");
    expect(await until(() => readers.every((reader) => !isAlive(reader)))).toBe(true);
  });

  it("follows no address in a file", async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const at = `http://127.0.0.1:${port}/x`;
    const page = `<!doctype html><html><head><base href="${at}"><link rel="stylesheet" href="${at}"><script src="${at}"></script></head><body><img src="${at}"><iframe src="${at}"></iframe><table><tr><td background="${at}">甲</td></tr></table></body></html>`;
    const reader = openReaderPool();
    const { problems } = await reader.read("来件.html", new TextEncoder().encode(page));
    await reader.close();
    server.close();
    expect(problems).toHaveLength(1);
    expect(asked).toBe(0);
  });
});
