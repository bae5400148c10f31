import * as fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { firstReading } from "../testing/first-reading.ts";
import { SAMPLE_FORM } from "../testing/sample-form.ts";
import { REFUSED, compileSchema } from "./compile-schema.ts";
import { wireFormSchema } from "./wire-schema.ts";

const EXPECTED = new URL("../../../../fixtures/expected/", import.meta.url);
const FORMS: readonly unknown[] = readdirSync(EXPECTED)
  .filter((file) => file.endsWith(".expected.json"))
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8")) as unknown[])
  .map(firstReading);
const ORIGIN = { file: "a.pdf", page: 1, box: [0, 0.5, 10, 20] };
/** Has every member that a form can have. */
const FULL = {
  ...(SAMPLE_FORM as object),
  projectCode: "310000-01",
  notes: "注：无。",
  origin: { projectName: ORIGIN, "indicators[0].name": { file: "a.txt", line: 3 } },
  leftovers: [{ text: "页脚", origin: { file: "a.xlsx", sheet: "表", cell: "B4" } }],
  unreadable: [{ at: "rating", text: "忧", origin: ORIGIN, reason: "不能辨认。", candidates: ["优", "良"] }],
  revision: {
    number: 1,
    previous: "0".repeat(64),
    reason: "更正",
    date: "2025-03-01",
    changes: [{ at: "rating", before: "良", after: "优", cause: "asked" }],
  },
};

const takeForm = compileSchema(wireFormSchema);

/** What zod says: the JSON text, in which the order of members counts, or nothing. */
const byZod = (json: unknown): string | undefined => {
  const parsed = wireFormSchema.safeParse(json);
  return parsed.success ? JSON.stringify(parsed.data) : undefined;
};

/** What it says is what zod says; of what it refuses zod has the last word. */
function expectAgreement(json: unknown, place = ""): void {
  const taken = takeForm(json);
  const told = byZod(json);
  expect(taken === REFUSED ? told : JSON.stringify(taken), place).toBe(told);
}

/** Every place in a JSON value, itself last. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, each]) =>
          placesIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : [];
  return [...inner, path];
}

function changed(value: unknown, path: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((each, at) => (at === step ? changed(each, rest, change) : (each as unknown)));
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.map(([key, each]) => [key, key === step ? changed(each, rest, change) : (each as unknown)]),
  );
}

/** What a hand or a program may have done to one place. */
const CHANGES: readonly ((old: unknown) => unknown)[] = [
  () => undefined,
  () => null,
  () => 1,
  () => -1,
  () => 1.5,
  () => "",
  () => "1,000.00",
  () => "10.00",
  () => "坏\u0000字",
  () => "孤\uD800立",
  () => "长".repeat(20_001),
  () => "长".repeat(201),
  () => [],
  () => ({}),
  () => true,
  (old) => [old],
  (old) => (Array.isArray(old) ? Array.from({ length: 501 }, () => old[0] as unknown) : old),
  (old) => (isRecord(old) ? { ...old, 多: "余" } : old),
  (old) => (isRecord(old) ? { ...old, ["__proto__"]: 1 } : old),
  (old) => (isRecord(old) ? (JSON.parse(`{"__proto__":{"file":"a"}}`) as unknown) : old),
  turned,
  (old) => (isRecord(old) ? Object.fromEntries(Object.entries(old).slice(1)) : old),
  (old) => (isRecord(old) ? Object.fromEntries(Object.entries(old).slice(0, -1)) : old),
];

function turned(old: unknown): unknown {
  return isRecord(old) ? Object.fromEntries(Object.entries(old).toReversed()) : old;
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

describe("the compiled schema", () => {
  it("takes every form of ours by itself, and gives what zod gives", () => {
    for (const form of [SAMPLE_FORM, FULL, ...FORMS]) {
      expect(takeForm(form)).not.toBe(REFUSED);
      expectAgreement(form);
    }
  });

  it("takes what has another order, and puts it into the schema's", () => {
    for (const path of placesIn(FULL)) {
      const json = changed(FULL, path, turned);
      expect(takeForm(json), path.join(".")).not.toBe(REFUSED);
      expectAgreement(json, path.join("."));
    }
  });

  it("says the same as zod where anything is missing", () => {
    for (const path of placesIn(FULL).filter(({ length }) => length > 0))
      expectAgreement(JSON.parse(JSON.stringify(changed(FULL, path, () => undefined))), path.join("."));
  });

  it.each(CHANGES.map((change, at) => [at, change] as const))(
    "says the same as zod of change %i in any place",
    (_at, change) => {
      for (const path of placesIn(FULL)) {
        const json = changed(FULL, path, change);
        expectAgreement(json, path.join("."));
      }
    },
  );

  it("says the same as zod of several changes at once, and of anything", () => {
    const places = placesIn(FULL);
    const change = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...CHANGES));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let json: unknown = FULL;
        for (const [path, how] of changes) {
          try {
            json = changed(json, path, how);
          } catch {
            // An earlier change has taken the place away.
          }
        }
        expectAgreement(json);
      }),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.jsonValue(), (json) => expectAgreement(json)));
  });
});
