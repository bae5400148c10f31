/** Data of a report that nobody would have written, its hash put right: refused or found to differ, never thrown at. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../src/batch/published-form.ts";
import { checkDocument } from "../src/twin/check-document.ts";
import { openDocument } from "../src/twin/open-document.ts";
import {
  type Documents,
  disclosedSources,
  documentsOf,
  reportOf,
  templates,
  withPrinter,
} from "./printed-documents.ts";
import { withTwin } from "./shown-digits.ts";

let report: Documents;
let documents: Documents;
beforeAll(async () => {
  const [one, two] = await disclosedSources();
  if (one === undefined || two === undefined) throw new Error("no forms");
  await withPrinter(async (printer) => {
    report = await reportOf([one, two], printer);
    documents = await documentsOf(one.form, printer);
  });
}, 60_000);

/** What any member of the data may be turned into, the hash put right. */
const STRANGE: readonly unknown[] = [
  "",
  "0",
  "𠮷<svg onload=x()>javascript: &amp; \u2060\uffff",
  "-1e400",
  -1,
  1e21,
  null,
  true,
  [],
  {},
  ["a"],
  "constructor",
  "__proto__",
  "甲&amp;<乙>",
  "第一\n第二\t第三",
  "x".repeat(30_000),
];

describe("the data of a report", () => {
  // Charts are drawn as images for Word, which takes its time.
  it.each([
    ["html", 200],
    ["docx", 25],
  ] as const)(
    "in a %s, with any member made strange, or left out, throws nothing",
    (format, numRuns) => {
      const opened = openDocument(report[format]);
      const text = opened?.kind === "opened" ? (opened.twins[0]?.text ?? "") : "";
      const places = memberPaths(JSON.parse(text));
      expect(places.length).toBeGreaterThan(300);
      fc.assert(
        fc.property(fc.constantFrom(...places), fc.constantFrom(...STRANGE, undefined), (path, value) => {
          const json: unknown = JSON.parse(text);
          putAt(json, path, value);
          const altered = JSON.stringify(json);
          const read = openDocument(withTwin(report[format], format, altered, sha256(altered)));
          if (read?.kind === "opened") checkDocument(read, templates);
        }),
        { numRuns },
      );
    },
    120_000,
  );

  it.each(["\ufeff", " \n"])("with %j before it, is refused or the same", (before) => {
    for (const whole of [report, documents]) {
      const opened = openDocument(whole.html);
      const text = before + (opened?.kind === "opened" ? (opened.twins[0]?.text ?? "") : "");
      const read = openDocument(withTwin(whole.html, "html", text, sha256(text)));
      if (read?.kind !== "opened") throw new Error("not opened");
      const { problems, forms } = checkDocument(read, templates);
      const isWhole = forms.length === (whole === report ? 2 : 1);
      expect(problems.length > 0 || isWhole).toBe(true);
    }
  });
});

type MemberPath = readonly (string | number)[];

function memberPaths(value: unknown, path: MemberPath = []): MemberPath[] {
  if (value === null || typeof value !== "object") return [path];
  const inside = Object.entries(value).flatMap(([name, member]) => memberPaths(member, [...path, name]));
  return path.length === 0 ? inside : [path, ...inside];
}

/** `undefined` takes the member away. */
function putAt(root: unknown, path: MemberPath, value: unknown): void {
  const owner = path.slice(0, -1).reduce<unknown>((each, name) => Reflect.get(Object(each), name), root);
  const name = path.at(-1);
  if (name !== undefined) Reflect.set(Object(owner), name, value);
}
