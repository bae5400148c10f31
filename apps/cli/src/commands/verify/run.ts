/** `zpb verify`: files against the manifest, documents against their data. */
import { type VerifyOutcome, verificationReport, verify } from "@zipingbiao/publisher";
import { EXIT, type ExitStatus } from "../../exit-status.ts";
import { printVerification } from "../../terminal/print-verification.ts";
import type { Run } from "../command.ts";
import { withLayout } from "../layout-options.ts";
import type { VerifyArgs } from "./args.ts";

export const runVerify: Run<VerifyArgs> = async ({ paths, format, templates }, { console, environment }) => {
  const outcome = await verify(paths, withLayout(environment, { templates }));
  console.result(format === "json" ? verificationReport(outcome) : printVerification(outcome));
  return statusOf(outcome);
};

function statusOf({ files, documents, mismatches, troubles }: VerifyOutcome): ExitStatus {
  if (mismatches.length > 0) return EXIT.findings;
  if (files + documents === 0) return EXIT.failed;
  return troubles.length === 0 ? EXIT.clean : EXIT.findings;
}
