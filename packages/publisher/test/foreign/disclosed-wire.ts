/** What a person read in the disclosed forms; of a place that its text leaves open, the first reading. */
import { readFileSync, readdirSync } from "node:fs";
import type { WireForm } from "@zipingbiao/core";
import { firstReading } from "@zipingbiao/core/testing";

export interface NamedForm {
  /** `jiading-2024-1` */
  readonly name: string;
  readonly form: WireForm;
}

const FOLDER = new URL("../../../../fixtures/expected/", import.meta.url);

/** All 49, in the order of their files. */
export function disclosedWire(): readonly NamedForm[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".expected.json"))
    .toSorted()
    .flatMap((file) => {
      const forms = firstReading(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"))) as readonly WireForm[];
      return forms.map((form, at) => ({ name: `${file.replace(".expected.json", "")}-${at + 1}`, form }));
    });
}

/** The publisher and year whose file a form stands in: `jiading-2024`. */
export function fileOf({ name }: NamedForm): string {
  return name.replace(/-\d+$/u, "");
}
