/** `data/forms.json`: every published form, in the order of the publication. */
import { encodeForm } from "@zipingbiao/core";
import type { DataForm } from "./data-form.ts";
import { arrayPieces } from "./json-pieces.ts";

export function* formsJson(forms: Iterable<DataForm>): Generator<string, void, void> {
  yield* arrayPieces(encoded(forms), 0);
  yield "\n";
}

function* encoded(forms: Iterable<DataForm>): Generator<object, void, void> {
  for (const form of forms) yield encodeForm(form.open());
}
