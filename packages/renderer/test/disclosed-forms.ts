/** The 49 disclosed forms as values, for tests. */
import { readFileSync, readdirSync } from "node:fs";
import { type Edition, type SelfEvaluationForm, decodeForm, findEdition } from "@zipingbiao/core";
import { type FormView, viewForm } from "../src/index.ts";

const EXPECTED = new URL("../../../fixtures/expected/", import.meta.url);

export interface DisclosedForm {
  /** `jiading-2024`, then the form's number in that file, from one. */
  readonly source: string;
  readonly number: number;
  readonly form: SelfEvaluationForm;
  readonly edition: Edition;
  readonly view: FormView;
}

/** All forms of `fixtures/expected/`, by file name, then as they follow in the file. */
export function disclosedForms(): DisclosedForm[] {
  return formsIn(EXPECTED);
}

/** The invented forms of central-2020, of which no disclosed one is held; in the same shape. */
export function inventedForms(): DisclosedForm[] {
  return formsIn(new URL("../../../fixtures/invented/central-2020/", import.meta.url));
}

function formsIn(folder: URL): DisclosedForm[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".expected.json"))
    .toSorted();
  return files.flatMap((name) => {
    const forms = JSON.parse(readFileSync(new URL(name, folder), "utf8"), firstReading) as unknown[];
    return forms.map((wire, at) => {
      const form = decodeForm(wire);
      const edition = findEdition(form.edition);
      if (edition === undefined) throw new Error(`unknown edition ${form.edition}`);
      return {
        source: name.replace(".expected.json", ""),
        number: at + 1,
        form,
        edition,
        view: viewForm(form, edition),
      };
    });
  });
}

/** Where the source does not settle a field, every reading is listed; any of them makes a form. */
function firstReading(_key: string, value: unknown): unknown {
  const readings = (value as { readonly oneOf?: readonly unknown[] } | null)?.oneOf;
  return readings === undefined ? value : readings[0];
}
