/** A form → its document → the form, with the data in the document and without. */
import { type WireForm, decodeForm, encodeForm, findEdition } from "@zipingbiao/core";
import { fieldsOf } from "@zipingbiao/core/testing";
import type { Printer } from "@zipingbiao/renderer";
import { readSource } from "../src/input/read-source.ts";
import { type FormFormat, renderForm } from "../src/render-form.ts";
import { templates } from "./printed-documents.ts";
import { withoutTwin } from "./without-twin.ts";

/** What came back. */
export interface RoundTrip {
  /** Every field that is not the same to the letter, or what was told instead of a form. */
  readonly differing: readonly string[];
  /** Texts that no field claimed, but for the numbers of pages. */
  readonly leftovers: readonly string[];
  readonly hasTwin: boolean;
}

/** The document of a form, and what is read of it. */
export async function roundTrip(
  wire: WireForm,
  format: FormFormat,
  through: "twin" | "page",
  printer: () => Promise<Printer> = () => Promise.reject(new Error("no browser is needed")),
): Promise<RoundTrip> {
  const edition = findEdition(wire.edition);
  if (edition === undefined) throw new Error(`no edition ${wire.edition}`);
  const [document] = await renderForm(decodeForm(wire), edition, [format], { templates, printer });
  if (document === undefined) throw new Error("not rendered");
  const bytes = through === "twin" ? document.bytes : withoutTwin[format](document.bytes);
  const { forms, problems, twin } = await readSource(`form.${format}`, bytes, () => templates);
  const [form] = forms;
  if (form === undefined || forms.length > 1 || problems.length > 0)
    return {
      differing: [`${forms.length} forms`, ...problems.map(({ what, why }) => what + why)],
      leftovers: [],
      hasTwin: twin !== undefined,
    };
  const { origin: _origin, leftovers = [], unreadable: _unreadable, ...read } = encodeForm(form);
  return {
    differing: differingFields(wire, read),
    leftovers: leftovers.map(({ text }) => text).filter((text) => !/^第 ?\d+ ?页/u.test(text)),
    hasTwin: twin !== undefined,
  };
}

/** Origins, leftovers and doubts apart, all fields of both. */
function differingFields(want: unknown, got: unknown): string[] {
  const [wanted, found] = [fieldsOf(want), fieldsOf(got)];
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((path) => wanted.get(path) !== found.get(path))
    .map((path) => `${path}: ${JSON.stringify(wanted.get(path))} came back as ${JSON.stringify(found.get(path))}`);
}
