/** `zpb worker`: makes documents for publishers on other machines. */
import { workOnQueue } from "@zipingbiao/publisher";
import { EXIT } from "../../exit-status.ts";
import type { Run } from "../command.ts";
import { withLayout } from "../layout-options.ts";
import type { WorkerArgs } from "./args.ts";

export const runWorker: Run<WorkerArgs> = async ({ fonts, templates, ...options }, { console, environment, stop }) => {
  stop.addEventListener("abort", () => {
    console.say("正在停止：在做的任务退回队列，由别的工作机接着做。再发一次中断信号立即结束。");
    // 终端里按一次 Ctrl-C 会到两次：只有隔了一会儿的第二次才算催促。
    setTimeout(endAtOnce, 1000).unref();
  });
  const { chunks, forms } = await workOnQueue(options, withLayout(environment, { fonts, templates }), stop);
  console.say(
    `已停止：做完 ${chunks.made} 块、${forms.made} 份${forms.failed === 0 ? "" : `（${forms.failed} 份没有做成）`}，退回 ${chunks.returned} 块`,
  );
  // A connection to a queue that is gone is sought for a while yet; nobody waits for it.
  setTimeout(() => process.exit(EXIT.clean), 2000).unref();
  return EXIT.clean;
};

function endAtOnce(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(EXIT.failed));
}
