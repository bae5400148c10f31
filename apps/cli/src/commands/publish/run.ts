/** `zpb publish`: everything that passes the gate. */
import { type Publication, publish } from "@zipingbiao/publisher";
import { EXIT, type ExitStatus } from "../../exit-status.ts";
import type { Run } from "../command.ts";
import { withLayout } from "../layout-options.ts";
import type { PublishArgs } from "./args.ts";
import { publicationSummary } from "./publication-summary.ts";

export const runPublish: Run<PublishArgs> = async (
  { paths, output, fonts, templates, ...options },
  { console, environment },
) => {
  const outcome = await publish(paths, output, options, withLayout(environment, { fonts, templates }));
  if (!("manifest" in outcome)) {
    console.say("没有读到可以公开的自评表，什么也没有写，输出文件夹保持原样。");
    return EXIT.failed;
  }
  console.result(publicationSummary(outcome, output));
  return statusOf(outcome);
};

/** Forms that are withheld were asked to be; only what should have been published and was not counts as a failure. */
function statusOf({ forms, blocked, troubles }: Publication): ExitStatus {
  if (blocked.length === 0 && troubles.length === 0) return EXIT.clean;
  return forms.length === 0 ? EXIT.failed : EXIT.findings;
}
