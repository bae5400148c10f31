/** `zpb publish`: everything that passes the gate. */
import { type ProgressEvent, type RunReport, openQueue, publish, watchRun } from "@zipingbiao/publisher";
import { EXIT, type ExitStatus } from "../../exit-status.ts";
import type { Run } from "../command.ts";
import { withLayout } from "../layout-options.ts";
import type { PublishArgs } from "./args.ts";
import { publicationSummary } from "./publication-summary.ts";

export const runPublish: Run<PublishArgs> = async (
  { paths, output, fonts, templates, workers, ...options },
  { console, environment, stop },
) => {
  const tell = (event: ProgressEvent): void => environment.report(event);
  const watch = workers?.watch === true ? watchRun(tell) : undefined;
  const report = watch?.report ?? tell;
  const world = { ...withLayout(environment, { fonts, templates }), report };
  const queue = workers && (await openQueue({ ...workers, report, looked: watch?.looked, signal: stop }));
  const outcome = await publish(paths, output, options, world, queue?.openEngine).finally(() => queue?.close());
  if (outcome.kind === "nothing") {
    console.say("没有读到可以公开的自评表，什么也没有写，输出文件夹保持原样。");
    return EXIT.failed;
  }
  if (outcome.kind === "unchanged") console.result("与上次公开时完全相同，文件都在，没有重做。上次的结果是：\n");
  console.result(publicationSummary(outcome.report, output));
  return statusOf(outcome.report);
};

/** Forms that are withheld were asked to be; only what should have been published and was not counts as a failure. */
function statusOf({ forms, blocked, troubles }: RunReport): ExitStatus {
  if (blocked.length === 0 && troubles.length === 0) return EXIT.clean;
  return forms === 0 ? EXIT.failed : EXIT.findings;
}
