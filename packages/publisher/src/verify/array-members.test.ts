import { describe, expect, it } from "vitest";
import { BrokenArray, arrayMembers } from "./array-members.ts";

async function membersOf(text: string | Uint8Array, size: number): Promise<readonly string[]> {
  const bytes = Buffer.from(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  const members: string[] = [];
  for await (const member of arrayMembers(pieces())) members.push(member);
  return members;
}

const VALUES = [
  { a: '括号 ]} 与引号 " 与 \\', b: [[{ c: "\\\\" }], []] },
  {},
  { "{[": '\\"]', d: { e: null }, f: "\n𠮷" },
];

describe("arrayMembers", () => {
  it.each([1, 2, 3, 7, 64, 10_000])("gives every member whole, in pieces of %i bytes", async (size) => {
    for (const text of [
      JSON.stringify(VALUES),
      JSON.stringify(VALUES, undefined, 2),
      ` \n${JSON.stringify(VALUES)}\n`,
    ]) {
      expect((await membersOf(text, size)).map((member) => JSON.parse(member) as unknown)).toEqual(VALUES);
    }
    expect(await membersOf("[]\n", size)).toEqual([]);
  });

  it.each([
    "",
    "[",
    "{}",
    "[{}",
    "[{},]",
    "[,{}]",
    "[{} {}]",
    "[{},,{}]",
    "[1]",
    '["a"]',
    "[{}]x",
    "[{}][]",
    "x[{}]",
    "[{}]]",
    "[}",
    "\uFEFF[]",
  ])("refuses %j", async (text) => {
    for (const size of [1, 100]) await expect(membersOf(text, size)).rejects.toBeInstanceOf(BrokenArray);
  });

  it("refuses what is not UTF-8, and a member that never ends", async () => {
    await expect(membersOf(new Uint8Array([0x5b, 0xff, 0x5d]), 1)).rejects.toBeInstanceOf(BrokenArray);
    await expect(membersOf(`[{"a":"${"x".repeat(40 * 1024 * 1024)}`, 1 << 20)).rejects.toThrow("too long");
  });
});
