/** The report of a publication, as its page has it, against what `data/forms.json` and `data/findings.json` beside it say: no figure is left over. */
import { readFileSync } from "node:fs";
import type { Finding, WireForm } from "@zipingbiao/core";
import { firstReading } from "@zipingbiao/core/testing";
import { expect, it } from "vitest";
import type { PublishedEntry } from "./figures/published-entry.ts";
import { unexplained } from "./report-lines/expected-line.ts";
import { expectedReport } from "./report-lines/expected-report.ts";
import { reckon } from "./report-lines/reckoned.ts";
import { World, published } from "./stand-in-world.ts";

interface PublishedFinding extends Omit<Finding, "basis"> {
  readonly form?: { readonly fiscalYear: number; readonly implementingUnit: string; readonly projectName: string };
}

it("prints in its report what its data say, and no other figure", async () => {
  const world = new World(Object.fromEntries([...inputsOf("minhang-2024-a"), ...inputsOf("jiading-2024")]));
  await published(world, [...world.inputs.keys()]);
  const wires = JSON.parse(world.text("data/forms.json")) as readonly WireForm[];
  expect(wires).toHaveLength(13);
  const { findings } = JSON.parse(world.text("data/findings.json")) as {
    readonly findings: readonly PublishedFinding[];
  };
  const entries = wires.map(
    (wire, at): PublishedEntry => ({
      key: String(at).padStart(4, "0"),
      wire,
      findings: findings.filter(({ form }) => form !== undefined && isOf(form, wire)).map(plainFinding),
    }),
  );
  const aboutAll = findings.filter(({ form }) => form === undefined).map(plainFinding);
  const { lines, charts } = expectedReport(reckon(entries, aboutAll), "");
  const pieces = lines.flatMap((line) => ("says" in line ? line.says : line.cells));
  const page = world.text("report/汇总报告.html");
  expect(unexplained(textOf(page), pieces.map(bare))).toBeUndefined();
  const labels = [...page.matchAll(/aria-label="([^"]*图：[^"]*)"/gu)].map(([, label = ""]) => label);
  const drawn = [charts.rates, charts.grades, charts.spread, charts.groups];
  expect(labels.map((label, at) => unexplained(label, drawn[at]?.alt ?? []))).toEqual(drawn.map(() => undefined));
});

function inputsOf(publisher: string): readonly (readonly [file: string, text: string])[] {
  const file = new URL(`../../../fixtures/expected/${publisher}.expected.json`, import.meta.url);
  const forms = firstReading(JSON.parse(readFileSync(file, "utf8"))) as readonly unknown[];
  return forms.map((form, at) => [`${publisher}-${at}.json`, JSON.stringify(form)] as const);
}

function isOf(form: NonNullable<PublishedFinding["form"]>, wire: WireForm): boolean {
  return (
    form.fiscalYear === wire.fiscalYear &&
    form.implementingUnit === wire.implementingUnit &&
    form.projectName === wire.projectName
  );
}

function plainFinding({ form: _form, ...finding }: PublishedFinding): Finding {
  return { ...finding, basis: [] };
}

const MARKS: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#x3D;": "=",
};

/** What a reader sees of the page, its drawings aside, without blanks. */
function textOf(page: string): string {
  const body = page.slice(page.indexOf("<body"));
  return bare(
    body
      .replaceAll(/<(script|svg)[\s>].*?<\/\1>/gsu, "")
      .replaceAll(/<[^>]*>/gu, "")
      .replaceAll(/&(?:lt|gt|quot|#x27|#x3D);/gu, (mark) => MARKS[mark] ?? mark)
      .replaceAll("&amp;", "&"),
  );
}

function bare(text: string): string {
  return text.replaceAll(/\s/gu, "");
}
