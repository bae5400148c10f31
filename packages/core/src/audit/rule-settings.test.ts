import { describe, expect, it } from "vitest";
import { SH_2021 } from "../edition/sh-2021.ts";
import { SH_2024 } from "../edition/sh-2024.ts";
import type { Edition } from "../edition/edition.ts";
import { NO_SETTINGS, severityOf } from "./rule-settings.ts";

const rule = { id: "scores/x", severity: "warning", editions: "all" } as const;
const withPack = (severity: "error" | "note" | "off"): Edition => ({
  ...SH_2024,
  rulePack: { ...SH_2024.rulePack, severities: { "scores/x": severity } },
});

describe("what a rule weighs", () => {
  it("is its own word where nobody else has one", () => {
    expect(severityOf(rule, SH_2024, NO_SETTINGS)).toBe("warning");
    expect(severityOf(rule, SH_2024, { rules: { "scores/y": "off" } })).toBe("warning");
  });

  it("is the edition's rather than the rule's, and the user's rather than both", () => {
    expect(severityOf(rule, withPack("error"), NO_SETTINGS)).toBe("error");
    expect(severityOf(rule, withPack("error"), { rules: { "scores/x": "note" } })).toBe("note");
    expect(severityOf(rule, withPack("off"), NO_SETTINGS)).toBe("off");
    expect(severityOf(rule, withPack("off"), { rules: { "scores/x": "error" } })).toBe("error");
    expect(severityOf(rule, SH_2024, { rules: { "scores/x": "off" } })).toBe("off");
  });

  it("is nothing in an edition for which the rule is not meant, whatever the user says", () => {
    const of2021 = { ...rule, editions: ["sh-2021"] };
    expect(severityOf(of2021, SH_2021, NO_SETTINGS)).toBe("warning");
    expect(severityOf(of2021, SH_2024, NO_SETTINGS)).toBe("off");
    expect(severityOf(of2021, SH_2024, { rules: { "scores/x": "error" } })).toBe("off");
  });
});
