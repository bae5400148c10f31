import type { Finding } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { objectionsTo } from "./objection.ts";

const finding = (rule: string, rest: Partial<Finding> = {}): Finding => ({
  rule,
  severity: "error",
  outcome: "violated",
  at: "notes",
  label: "备注",
  text: "",
  facts: {},
  message: "不对",
  basis: [],
  ...rest,
});
const place = (at: string) => ({ at, label: at, kind: "mobile-number" as const });
const named = (objections: ReturnType<typeof objectionsTo>) => objections.map(({ rule, at }) => `${rule} ${at}`);

describe("objectionsTo", () => {
  it("takes errors, not doubts, notes and what could not be checked", () => {
    const findings = [
      finding("a/error"),
      finding("a/warning", { severity: "warning" }),
      finding("a/note", { severity: "note" }),
      finding("a/uncheckable", { outcome: "uncheckable" }),
    ];
    expect(named(objectionsTo(findings, []))).toEqual(["a/error notes"]);
  });

  it("takes a doubt about what must stay secret: published, it cannot be called back", () => {
    const withheld = finding("privacy/row-withheld", { severity: "warning" });
    const unsure = finding("privacy/row-withheld", { outcome: "uncheckable" });
    expect(objectionsTo([withheld, unsure], [])).toEqual([withheld]);
  });

  it("takes personal data of which no rule has spoken, once a place", () => {
    const spoken = finding("privacy/mobile-number", { at: "notes" });
    expect(named(objectionsTo([spoken], [place("notes"), place("revision"), place("revision")]))).toEqual([
      "privacy/mobile-number notes",
      "privacy/mobile-number revision",
    ]);
  });
});
