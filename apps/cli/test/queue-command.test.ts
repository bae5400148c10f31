/** `zpb worker` and `publish --engine bullmq`: what is said before any work begins, and while it goes on. */
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { queueLine } from "../src/terminal/queue-line.ts";
import { runZpb } from "./run-zpb.ts";

/** Nobody listens there. */
const NOWHERE = "redis://somebody:geheim@127.0.0.1:1";
const WHERE = { ZPB_QUEUE: NOWHERE, ZPB_STORE: tmpdir() };

test("without a place to meet neither begins, and what to give is said", () => {
  const publisher = runZpb(["publish", "nothing", "-o", "nowhere", "--engine", "bullmq"]);
  expect(publisher).toMatchObject({ status: 64, stdout: "" });
  expect(publisher.stderr).toContain("请给出 --queue 和 --store（或环境变量 ZPB_QUEUE、ZPB_STORE）");
  expect(runZpb(["worker", "--store", tmpdir()])).toMatchObject({
    status: 64,
    stderr: expect.stringContaining("缺少选项：--queue <地址>。"),
  });
  expect(runZpb(["worker", "--concurrency", "0"], { environment: WHERE })).toMatchObject({
    status: 64,
    stderr: expect.stringContaining("选项 --concurrency <块数> 不能取「0」：请写 1 到 64 的整数"),
  });
});

test("a queue that nobody answers for ends both at once, with the next step and without the password", () => {
  for (const args of [["worker"], ["publish", "nothing", "-o", "nowhere", "--engine", "bullmq"]]) {
    const { status, stderr } = runZpb(args, { environment: WHERE });
    expect(status).toBe(2);
    expect(stderr).toContain(
      "未能完成：redis://127.0.0.1:1：队列用不了。连接被拒绝或中断。请确认队列的服务（Redis、Valkey 或 PostgreSQL）在运行",
    );
    expect(stderr).not.toContain("geheim");
  }
});

test("how a run stands is one line, with what is known", () => {
  const state = {
    kind: "queue",
    waiting: 3,
    active: 2,
    done: 5,
    failed: 0,
    forms: 120,
    workers: 2,
    otherWorkers: 0,
  } as const;
  expect(queueLine({ ...state, formsPerSecond: 12.345, left: 90, secondsLeft: 7.3 })).toBe(
    "分块：等待 3　在做 2　做完 5　｜　工作机 2 台　｜　12.3 份/秒　｜　还剩 90 份，约 8 秒",
  );
  expect(queueLine({ ...state, failed: 1, otherWorkers: 4, formsPerSecond: 0 })).toBe(
    "分块：等待 3　在做 2　做完 5　失败 1　｜　工作机 2 台（另有 4 台版本不符）　｜　0.0 份/秒",
  );
  expect(queueLine({ ...state, formsPerSecond: 1, left: 7260, secondsLeft: 7260 })).toContain("约 2 小时 1 分");
});
