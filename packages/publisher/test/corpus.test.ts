/** All disclosed forms through the tool: what is said of them is what a person read and signed, no more and no less. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { auditForm, compareFindings, findEdition, openBatchAudit, scoreForm, textAt } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { checkForms, nodeEnvironment } from "../src/index.ts";
import { readInputs } from "../src/input/read-inputs.ts";
import { findingsText } from "./findings-file.ts";
import { KNOWN_ERRORS, KNOWN_TRUTHS, type KnownTruth } from "./known-truths.ts";

const FIXTURES = fileURLToPath(new URL("../../../fixtures/", import.meta.url));
const EXPECTED = `${FIXTURES}expected-findings.json`;

const environment = nodeEnvironment({ report: () => undefined });
const { forms, troubles } = await readInputs([`${FIXTURES}disclosed`], environment);
const contexts = forms.map(({ form, source }) => {
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error(`no edition ${form.edition}`);
  return { form, source, edition, sheet: scoreForm(form, edition) };
});

const across = openBatchAudit();
for (const context of contexts) across.add(context);
const batchFindings = across.finish();

/** Every rule of core, about each form and across them, in the order of the audit. */
const audited = contexts.map(({ form, source, edition, sheet }, at) => ({
  form,
  source,
  name: `${source.file} #${source.index} ${form.projectName}`,
  findings: [
    ...auditForm(form, sheet, edition),
    ...batchFindings.flatMap((found) => ("form" in found && found.form === at ? [found.finding] : [])),
  ].toSorted(compareFindings),
}));

/** What is said of no single form. */
const ofMany = {
  name: "across forms",
  findings: batchFindings.flatMap((found) => ("form" in found ? [] : [found.finding])),
};

describe("the findings about the disclosed forms", () => {
  it("are about all 49, every text read without trouble", () => {
    expect(troubles).toEqual([]);
    expect(forms).toHaveLength(49);
    const listed = JSON.parse(readFileSync(EXPECTED, "utf8")) as readonly { readonly form: string }[];
    expect(listed.map(({ form }) => form)).toEqual([...audited, ofMany].map(({ name }) => name));
  });

  // A finding that is new fails, and so does one that is gone. `npm test -- -u` writes the file again: read what changed.
  it("are those that a person signed", async () => {
    await expect(findingsText([...audited, ofMany])).toMatchFileSnapshot(EXPECTED);
  });

  it("are what the check reports", async () => {
    const checked = await checkForms([`${FIXTURES}disclosed`], {}, environment);
    expect(checked.forms.map(({ source, findings }) => ({ source, findings }))).toEqual(
      audited.map(({ source, findings }) => ({ source, findings })),
    );
  });

  it("call nothing wrong for certain but two rates of the form that was filled in by hand", () => {
    const errors = audited.flatMap(({ name, findings }) =>
      findings
        .filter(({ severity, outcome }) => severity === "error" && outcome === "violated")
        .map(({ at, rule }) => `${name}: ${at} ${rule}`),
    );
    expect(errors).toEqual(KNOWN_ERRORS);
  });
});

describe("known truths", () => {
  const formOf = ({ file, form }: KnownTruth) => {
    const found = audited.find(({ source }) => source.file === file && source.index === form);
    if (found === undefined) throw new Error(`no such form: ${file} #${form}`);
    return found;
  };
  const titled = (truths: readonly KnownTruth[]) =>
    truths.map((truth) => [`${truth.rule} at ${truth.at} of ${truth.file} #${truth.form}`, truth] as const);

  it.each(titled(KNOWN_TRUTHS))("%s: the cell holds what it is known to hold", (_, truth) => {
    const held = textAt(formOf(truth).form, truth.at);
    const holds = truth.text === "" ? held === "" : held.includes(truth.text);
    expect({ held, holds }).toEqual({ held, holds: true });
  });

  function expectSaid(truth: KnownTruth) {
    const { rule, at, reportedAt = at, outcome = "violated", message } = truth;
    const there = formOf(truth).findings.filter(
      (finding) => finding.rule === rule && finding.at === reportedAt && finding.outcome === outcome,
    );
    expect(there.map((finding) => finding.message)).toContainEqual(expect.stringContaining(message));
  }
  it.each(titled(KNOWN_TRUTHS))("%s", (_, truth) => expectSaid(truth));
});
