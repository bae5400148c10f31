import { expect, test } from "vitest";
import { type Contender, type Sample, race } from "./contender.ts";
import { Missing } from "./machine.ts";
import { rowsTable } from "./table.ts";

function contender(id: string, seconds: readonly number[], order: string[] = []): Contender {
  let at = 0;
  return {
    id,
    name: id,
    forms: 10,
    rounds: seconds.length,
    measure: (): Promise<Sample> => {
      order.push(id);
      const took = seconds[at] ?? 0;
      at += 1;
      return Promise.resolve({ seconds: took, peak: took * 100, bytes: new Map([["pdf", 65_432]]) });
    },
  };
}

test("contenders take turns; the median by time counts, and the highest peak", async () => {
  const order: string[] = [];
  const [ours] = await race([contender("ours", [3, 1, 2], order), contender("theirs", [9], order)], () => undefined);
  expect(order).toEqual(["ours", "theirs", "ours", "ours"]);
  expect(ours?.median).toMatchObject({ seconds: 2, peak: 300 });
});

test("a missing program is a row that says so, and is asked for once", async () => {
  let asked = 0;
  const missing: Contender = {
    ...contender("office", [1, 1, 1]),
    measure: () => {
      asked += 1;
      return Promise.reject(new Missing("缺少 soffice"));
    },
  };
  const rows = await race([contender("ours", [1]), missing], () => undefined);
  expect(asked).toBe(1);
  expect(rows[1]).toMatchObject({ trouble: "未测：缺少 soffice" });
  expect(rows[1]).not.toHaveProperty("median");
  expect(rowsTable(rows, "ours").split("\n").at(-1)).toBe(
    "| office | 10 |  |  |  |  |  |  |  | **未测：缺少 soffice** |",
  );
});

test("a row shows the cost of a form, and its speed against the base", async () => {
  const rows = await race([contender("ours", [0.5]), contender("theirs", [2])], () => undefined);
  expect(rowsTable(rows, "theirs").split("\n")[2]).toContain("| 10 | 0.50 | 50.0 |  | 20 | 4.00 × |");
});
