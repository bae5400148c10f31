/** `zipingbiao/forms@1`: forms in their order, and what else a document about all of them shows. */
import { FORMS_SCHEMA } from "@zipingbiao/core";
import { z } from "zod";

const text = z.string().max(20_000);

const volumeFacts = z.strictObject({
  /** One group with the title `""` where the forms are not grouped; the forms of each follow one another. */
  groups: z.array(z.strictObject({ title: text, forms: z.int().min(0) })).min(1),
  /** Forms that are named and not shown. */
  unpublished: z.array(
    z.strictObject({ fiscalYear: text, project: text, unit: text, status: text, reason: text, signed: text }),
  ),
});

/** What a volume shows besides its forms. */
export type VolumeFacts = z.infer<typeof volumeFacts>;

const bundle = z.object({ schema: z.literal(FORMS_SCHEMA), volume: volumeFacts.optional() });

/** What the data of a document says besides its forms; `undefined` where it is not of this shape. `json` is parsed JSON. */
export function readBundle(json: unknown): { readonly volume?: VolumeFacts | undefined } | undefined {
  const parsed = bundle.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}
