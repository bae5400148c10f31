import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openPrinter } from "../src/pdf/open-printer.ts";
import type { Printer } from "../src/pdf/printer.ts";
import { samplePage } from "./sample-page.ts";

const page = { ...samplePage({ goal: "同样的页面，同样的字节；生僻字㐂也一样。" }), title: "样张" };

async function hashOf(printer: Printer): Promise<string> {
  return createHash("sha256")
    .update((await printer.print(page)).bytes)
    .digest("hex");
}

test("the same page gives the same bytes, whatever was printed before and in whichever tab", async () => {
  const printer = await openPrinter();
  try {
    const first = await hashOf(printer);
    expect(await Promise.all([hashOf(printer), hashOf(printer), hashOf(printer)])).toEqual([first, first, first]);
    const others = Array.from({ length: 30 }, (_, index) =>
      printer.print({ ...samplePage({ rows: index + 1 }), title: `第${index}份` }),
    );
    await Promise.all(others);
    expect(await hashOf(printer)).toBe(first);
    const again = await openPrinter({ tabs: 1 });
    expect(await hashOf(again)).toBe(first);
    await again.close();
  } finally {
    await printer.close();
  }
});

test("neither time zone nor language of the machine shows in the bytes", async () => {
  const script = `
    const { openPrinter } = await import(${JSON.stringify(new URL("../src/pdf/open-printer.ts", import.meta.url).href)});
    const { createHash } = await import("node:crypto");
    const printer = await openPrinter();
    const { bytes } = await printer.print(${JSON.stringify(page)});
    console.log(createHash("sha256").update(bytes).digest("hex"));
    await printer.close();`;
  const under = async (env: Record<string, string>) => {
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...process.env, ...env },
    });
    return (await run).stdout.trim();
  };
  const here = await under({ TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8" });
  expect(here).toMatch(/^[0-9a-f]{64}$/);
  expect(await under({ TZ: "America/New_York", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", LANGUAGE: "de" })).toBe(
    here,
  );
});
