/** Whether what was read is the form that was printed, or nothing was read and why. */
import { type SelfEvaluationForm, encodeForm } from "@zipingbiao/core";
import { fieldsOf } from "@zipingbiao/core/testing";
import { expect } from "vitest";
import { readSource } from "../src/input/read-source.ts";
import { templates } from "./printed-documents.ts";

/**
 * Reads a file that was tampered with: it must be refused, or give the form itself and a warning. What is told, by
 * `code what why next`; `isRead` says which of the two it was.
 */
export async function readOrRefused(
  bytes: Uint8Array,
  original: SelfEvaluationForm | undefined,
): Promise<{ readonly isRead: boolean; readonly told: string }> {
  const { forms, problems, warnings = [] } = await readSource("表.x", bytes, () => templates);
  const told = [...problems, ...warnings].map(({ code, what, why, next }) => `${code} ${what} ${why} ${next}`);
  if (forms.length === 0) {
    expect(problems).not.toEqual([]);
    return { isRead: false, told: told.join("\n") };
  }
  expect(forms.map(contentOf)).toEqual([original].map((form) => (form === undefined ? undefined : contentOf(form))));
  expect(problems).toEqual([]);
  expect(warnings.map(({ code }) => code)).toContain("twin/saved-again");
  return { isRead: true, told: told.join("\n") };
}

/** All fields but what speaks of the file; white space does not count. */
function contentOf(form: SelfEvaluationForm): ReadonlyMap<string, unknown> {
  const { origin: _origin, leftovers: _leftovers, unreadable: _unreadable, ...content } = encodeForm(form);
  const squeeze = (value: unknown) => (typeof value === "string" ? value.replaceAll(/\s+/gu, "") : value);
  return new Map([...fieldsOf(content)].map(([path, value]) => [path, squeeze(value)]));
}
