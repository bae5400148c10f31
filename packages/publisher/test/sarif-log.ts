/**
 * What the schema of SARIF 2.1.0 (OASIS, errata 01) asks of the parts that we write: required members, enumerations,
 * patterns; no member that it does not know. The whole schema is draft-07 JSON Schema of 3,000 lines.
 */
import { z } from "zod";

const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(["none", "note", "warning", "error"]);
const LANGUAGE = /^[a-zA-Z]{2}(-[a-zA-Z]{2})?$/u;
/** `uri-reference`, relative: no scheme, no leading or climbing step, and nothing that has to be encoded. */
const uri = z.string().regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/u);

const artifactLocation = z.strictObject({ uri });
const physicalLocation = z.strictObject({
  artifactLocation,
  region: z.strictObject({ startLine: z.int().min(1) }).optional(),
});
const logicalLocation = z.strictObject({ name: z.string(), fullyQualifiedName: z.string(), kind: z.string() });

const descriptor = z.strictObject({
  id: z.string().min(1),
  shortDescription: message,
  fullDescription: message.optional(),
  help: message,
  defaultConfiguration: z.strictObject({ level }).optional(),
  properties: z.strictObject({ tags: z.array(z.string()).refine(unique) }),
});

const result = z
  .strictObject({
    ruleId: z.string(),
    ruleIndex: z.int().min(0).optional(),
    kind: z.enum(["notApplicable", "pass", "fail", "review", "open", "informational"]),
    level,
    message,
    locations: z.array(
      z.strictObject({ physicalLocation: physicalLocation.optional(), logicalLocations: z.array(logicalLocation) }),
    ),
    partialFingerprints: z.record(z.string(), z.string()),
    baselineState: z.enum(["new", "unchanged", "updated", "absent"]).optional(),
  })
  // §3.27.10: a level other than none is for results of kind fail alone.
  .refine(({ kind, level: shown }) => kind === "fail" || shown === "none");

const notification = z.strictObject({
  level,
  descriptor: z.strictObject({ id: z.string() }),
  message,
});

const run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({
      name: z.string(),
      version: z.string(),
      language: z.string().regex(LANGUAGE),
      rules: z.array(descriptor).refine(unique),
    }),
  }),
  language: z.string().regex(LANGUAGE),
  invocations: z.array(
    z.strictObject({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(notification) }),
  ),
  results: z.array(result),
});

export const sarifLog = z.strictObject({ $schema: z.url(), version: z.literal("2.1.0"), runs: z.array(run).min(1) });

function unique(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === values.length;
}
