import { FORMS_SCHEMA, encodeForm } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { distantTwin, formsHash, reportTwin, volumeTwin } from "./document-twin.ts";
import { readBundle, readDistantSource } from "./forms-bundle.ts";
import { jsonText, publishedForm, sha256 } from "./published-form.ts";

const forms = [sampleForm({}), sampleForm({ projectName: '"forms": []\n乙$&' })];
const encoded = forms.map((form) => encodeForm(publishedForm(form)));

describe("the data of a document about many forms", () => {
  it("is the text that all of it at once would give", () => {
    const volume = { groups: [{ title: "", forms: 2 }], unpublished: [] };
    expect(volumeTwin(forms, volume).text).toBe(jsonText({ schema: FORMS_SCHEMA, forms: encoded, volume }));
    const report = { findings: [[], []], aboutAll: [] };
    const twin = reportTwin(forms, report);
    expect(twin.text).toBe(jsonText({ schema: FORMS_SCHEMA, forms: encoded, report }));
    expect(twin.sha256).toBe(sha256(twin.text));
  });

  it("names the forms of a report by one hash where they are too many", () => {
    const hashes = Array.from({ length: 501 }, (_, at) => sha256(String(at)));
    const { text } = distantTwin(hashes, { owner: "某局" });
    expect(readDistantSource(text)).toEqual({ forms: 501, sha256: formsHash(hashes) });
    expect(formsHash(hashes.toReversed())).not.toBe(formsHash(hashes));
    expect(readBundle(text)).toBeUndefined();
  });

  it("is not taken for that of many forms when it could have carried them", () => {
    expect(readDistantSource(distantTwin([sha256("a")], {}).text)).toBeUndefined();
    expect(readDistantSource(volumeTwin(forms, { groups: [{ title: "", forms: 2 }], unpublished: [] }).text)).toBe(
      undefined,
    );
  });
});
