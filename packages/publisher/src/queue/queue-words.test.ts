import { expect, test } from "vitest";
import { readQueueAddress } from "./queue-address.ts";
import { queueFailure } from "./queue-trouble.ts";
import { setUpWarnings } from "./redis-link.ts";

const info = (policy: string, aof: string): string =>
  `# Memory\r\nmaxmemory_policy:${policy}\r\n# Persistence\r\naof_enabled:${aof}\r\n`;

test("a server that may lose jobs is warned of", () => {
  expect(setUpWarnings(info("noeviction", "1"), "Q")).toEqual([]);
  expect(setUpWarnings(info("allkeys-lru", "1"), "Q")).toEqual([expect.stringContaining("allkeys-lru")]);
  expect(setUpWarnings(info("noeviction", "0"), "Q")).toEqual([expect.stringContaining("AOF")]);
  expect(setUpWarnings("# a server that does not say", "Q")).toEqual([]);
});

test("an address is shown without who and by what word", () => {
  expect(readQueueAddress("rediss://me:geheim@queue.example/2")).toEqual({
    kind: "redis",
    shown: "rediss://queue.example:6379/2",
  });
  expect(readQueueAddress("postgresql://me:geheim@queue.example/zpb?sslmode=require")).toEqual({
    kind: "postgres",
    shown: "postgresql://queue.example:5432/zpb",
  });
  for (const wrong of ["queue.example:6379", "http://queue.example", "redis://", "postgres://", ""]) {
    expect(() => readQueueAddress(wrong), wrong).toThrow("队列的地址不能用");
  }
});

test("what the queue says is told; what is not the queue's is not", () => {
  const codeOf = (message: string, name = "ReplyError"): string | undefined =>
    queueFailure(Object.assign(new Error(message), { name }), "Q")?.trouble.code;
  expect(codeOf("OOM command not allowed when used memory > 'maxmemory'.")).toBe("queue/full");
  expect(codeOf("LOADING Redis is loading the dataset in memory")).toBe("queue/loading");
  expect(codeOf("WRONGPASS invalid username-password pair")).toBe("queue/denied");
  expect(codeOf("MISCONF Redis is configured to save RDB snapshots")).toBe("queue/disk");
  expect(codeOf("connect ECONNREFUSED 127.0.0.1:6379", "Error")).toBe("queue/unreachable");
  expect(codeOf("Connection is closed.", "Error")).toBe("queue/unreachable");
  expect(codeOf("Command timed out", "Error")).toBe("queue/unreachable");
  expect(codeOf("ERR something else")).toBe("queue/refused");
  const sqlCodeOf = (code: string): string | undefined =>
    queueFailure(Object.assign(new Error("said by the server"), { code }), "Q")?.trouble.code;
  expect(sqlCodeOf("28P01")).toBe("queue/denied");
  expect(sqlCodeOf("42501")).toBe("queue/denied");
  expect(sqlCodeOf("3D000")).toBe("queue/no-database");
  expect(sqlCodeOf("53300")).toBe("queue/busy");
  expect(sqlCodeOf("57P01")).toBe("queue/unreachable");
  expect(sqlCodeOf("57P03")).toBe("queue/loading");
  expect(sqlCodeOf("53100")).toBe("queue/disk");
  expect(sqlCodeOf("42P01")).toBe("queue/refused");
  expect(sqlCodeOf("EPERM")).toBeUndefined();
  expect(codeOf("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string", "Error")).toBe("queue/denied");
  expect(codeOf("Connection terminated unexpectedly", "Error")).toBe("queue/unreachable");
  expect(codeOf("timeout exceeded when trying to connect", "Error")).toBe("queue/unreachable");
  expect(codeOf("x is not a function", "TypeError")).toBeUndefined();
});
