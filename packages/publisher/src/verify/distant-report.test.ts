/** A report over more forms than it carries: what can be held against it, and what is said of the rest. */
import { sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { ALL_FORMS_PATH } from "../batch/data-files.ts";
import { distantTwin, formsHash } from "../batch/document-twin.ts";
import { MOST_CARRIED } from "../batch/forms-bundle.ts";
import { checkTwins } from "../twin/check-document.ts";
import { FormRecords, recordOf } from "./form-records.ts";

const records = Array.from({ length: MOST_CARRIED + 1 }, (_, at) => recordOf(sampleForm({ projectName: `项目${at}` })));
const hashes = records.map(({ hash }) => hash);
const FILE = "report/汇总报告.pdf";

function compared(shown: readonly string[]) {
  const all = new FormRecords();
  const twin = distantTwin(shown, {});
  all.add(FILE, { twin, records: [], distant: { forms: shown.length, sha256: formsHash(shown) } });
  all.add(ALL_FORMS_PATH, { records });
  return all.compare(undefined);
}

describe("a report over many forms", () => {
  it("agrees with the forms of the publication, in their order", () => {
    expect(compared(hashes)).toEqual([]);
    for (const others of [hashes.toReversed(), [...hashes.slice(1), "0".repeat(64)], [...hashes, "0".repeat(64)]]) {
      expect(compared(others).map(({ code, file }) => [code, file])).toEqual([["document/other-data", FILE]]);
    }
  });

  it("is not said to have been compared by itself, and its data is held against their hash", () => {
    const twin = distantTwin(hashes, { owner: "某局" });
    const never = () => {
      throw new Error("there is nothing to compare with");
    };
    expect(checkTwins([twin], never)).toMatchObject({
      isCompared: false,
      problems: [],
      distant: { forms: MOST_CARRIED + 1 },
    });
    const altered = { ...twin, text: twin.text.replace("某局", "某所") };
    expect(checkTwins([altered], never).problems.map(({ code }) => code)).toEqual(["twin/hash"]);
  });

  it("is no way out for a volume, or for a report that could have carried its forms", () => {
    const incomplete = () => undefined;
    for (const twin of [{ ...distantTwin(hashes, {}), shows: "volume" as const }, distantTwin(hashes.slice(1), {})]) {
      const { problems, distant } = checkTwins([twin], incomplete);
      expect([problems.map(({ code }) => code), distant]).toEqual([["twin/not-a-form"], undefined]);
    }
  });
});
